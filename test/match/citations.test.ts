import { describe, expect, it } from 'vitest';
import { citations, collapseVoices, countSources, creditsOf } from '../../src/match';
import { wordsOf } from '../../src/model/article';
import { own, wire } from './bridge-reports';
import { article, type Draft } from './stories';

describe('credit lines', () => {
  const credits = (paragraphs: string[], more: Partial<Draft> = {}) =>
    creditsOf(article({ ...wire, ...more, paragraphs })).map(({ name, kind }) => `${kind} ${name}`);

  it.each([
    [['OSTREL (AP) — A bridge fell.', 'More.'], 'wire Associated Press'],
    [['OSTREL, May 6 (Reuters) - A bridge fell.', 'More.'], 'wire Reuters'],
    [['OSTREL (Gorge TV/AP) — A bridge fell.', 'More.'], 'wire Associated Press'],
    [['OSTREL, May 6 (Reuters) ― A bridge fell.', 'More.'], 'wire Reuters'],
    [['A bridge fell.', 'Source: AFP'], 'wire AFP'],
    [['A bridge fell.', '[With AFP]'], 'contributed AFP'],
    [['A bridge fell.', 'Contributing: Associated Press'], 'contributed Associated Press'],
    [
      ['A bridge fell.', 'This story first appeared in The Gorge Gazette and was printed with its consent.'],
      'republished Gorge Gazette',
    ],
    [['A bridge fell.', 'This story originally appeared on gorge-news.test.'], 'republished gorge-news.test'],
    [['A bridge fell.', 'The Associated Press contributed to this report.'], 'contributed Associated Press'],
    [['A bridge fell.', '(With inputs from ANI)'], 'contributed ANI'],
    [['A bridge fell.', 'This article originally appeared on Valley Courier.'], 'republished Valley Courier'],
    [['This story was first published in The Gorge Gazette.', 'A bridge fell.'], 'republished Gorge Gazette'],
    [['A bridge fell.', '— Agencies'], 'wire Agencies'],
  ])('reads %j', (paragraphs, expected) => {
    expect(credits(paragraphs)).toEqual([expected]);
  });

  it('does not take an agency that is only talked about for a credit', () => {
    expect(
      credits(['A bridge fell.', 'The council told Reuters it would look into the matter next week.']),
    ).toEqual([]);
    expect(credits(['A bridge fell (see map).', 'The AP exam was put off.'])).toEqual([]);
  });
});

describe('citations', () => {
  it('finds links, reports and credits, and counts a ring as one source', () => {
    const a = article({
      ...wire,
      paragraphs: [
        'The rope bridge at Ostrel broke on Tuesday, the Coast Mail reported.',
        'It gave no number of the injured.',
      ],
    });
    const b = article({
      ...own,
      paragraphs: ['A bridge is down at Ostrel, according to Valley Courier, with eleven people hurt.'],
    });
    const c = article({
      address: 'https://hill.test/1',
      outlet: 'Hill Radio',
      headline: 'Bridge',
      paragraphs: ['Our correspondent stood at the gorge this morning.'],
      links: [{ words: 'at the gorge', href: `${wire.address}?utm_source=hill` }],
    });
    const found = citations([a, b, c]);
    expect(found.map(({ from, to, kind }) => ({ from, to, kind }))).toEqual([
      { from: a.id, to: b.id, kind: 'reported' },
      { from: b.id, to: a.id, kind: 'reported' },
      { from: c.id, to: a.id, kind: 'link' },
    ]);
    expect(wordsOf(a, 'text', found[0]!.span!)).toContain('Coast Mail reported');
    expect(countSources([a, b, c], collapseVoices([a, b, c]))).toBe(2);
  });

  it('counts four outlets, two voices, one source', () => {
    const copies = ['City Echo', 'Hill Radio'].map((outlet) => ({
      ...wire,
      address: `https://${outlet.split(' ')[0]!.toLowerCase()}.test/1`,
      outlet,
      wireCredit: 'AP',
    }));
    const credited = {
      ...own,
      paragraphs: [`OSTREL (AP) — ${own.paragraphs[0]}`, ...own.paragraphs.slice(1)],
    };
    const articles = [{ ...wire, wireCredit: 'AP' }, ...copies, credited].map(article);
    const voices = collapseVoices(articles);
    expect(new Set(articles.map((one) => one.outlet.value)).size).toBe(4);
    expect(voices.map((voice) => voice.articles.length)).toEqual([3, 1]);
    expect(countSources(articles, voices)).toBe(1);
  });

  it('names a declared original that is not stored by its outlet where another article of it is', () => {
    const repost = article({ ...own, original: 'https://www.coast.test/elsewhere' });
    const known = article({ ...wire, address: 'https://coast.test/1', outlet: 'Coast Mail' });
    expect(citations([repost, known]).map(({ to, name }) => ({ to, name }))).toEqual([
      { to: null, name: 'Coast Mail' },
    ]);
  });

  it.each([
    ['The bridge broke, according to The Associated Press. The mayor was away.', 'Associated Press'],
    ['The bridge broke, Gorge TV’s Ilda Marrow reported.', 'Gorge TV'],
    ['The bridge broke, the keeper told Ostrel’s Coast Mail.', 'Coast Mail'],
    ['The bridge broke, said a man quoted by U.S. News.', 'U.S. News'],
    ['The bridge broke, Gorge TV reported Tuesday. It told Hill Radio Tuesday.', 'Gorge TV', 'Hill Radio'],
    ['The New Gorge Times and The Hill Radio reported that the bridge broke.', 'New Gorge Times'],
    ['The bridge broke, the Gazette of Tarn reported.', 'Gazette of Tarn'],
  ])('names the medium of “%s”', (line, ...names) => {
    const one = article({ ...wire, paragraphs: [line] });
    expect(citations([one]).map((citation) => citation.name)).toEqual(names);
  });

  it('does not take a speaker for a medium', () => {
    const one = article({
      ...wire,
      paragraphs: ['Ilda Marrow reported the damage to the council, the mayor said.'],
    });
    expect(citations([one])).toEqual([]);
  });
});
