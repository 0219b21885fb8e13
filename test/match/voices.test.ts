import { describe, expect, it } from 'vitest';
import { collapseVoices } from '../../src/match';
import { textGroups } from '../../src/match/copies/text-groups';
import { wordsOf } from '../../src/model/article';
import { bridge, own, wire } from './bridge-reports';
import { article, type Draft } from './stories';

const voicesOf = (...drafts: Draft[]) => {
  const articles = drafts.map(article);
  const outlets = new Map(articles.map((one) => [one.id, one.outlet.value]));
  return { articles, voices: collapseVoices(articles), outlets };
};

describe('voices', () => {
  it('joins a copy with another headline and a local paragraph, and shows what was added', () => {
    const local =
      'The bridge lies two hours from our city, and many readers will have crossed it on the way to the summer fair.';
    const copy = {
      ...wire,
      address: 'https://city-echo.test/a1',
      outlet: 'City Echo',
      headline: 'Terror on the Tarn',
      paragraphs: [...bridge.slice(0, 5), local, bridge[5]!],
    };
    const { articles, voices } = voicesOf(wire, copy);
    expect(voices).toHaveLength(1);
    const shown = voices[0]!.copies[0]!;
    const text = articles.find((one) => one.id === shown.article)!;
    expect(voices[0]!.lead).toBe(articles[1]!.id);
    expect(shown.reason.code).toBe('same-text');
    expect(shown.shared.length).toBeGreaterThan(0);
    for (const span of shown.shared) expect(wordsOf(text, 'text', span)).not.toBeNull();
    const back = collapseVoices([articles[1]!, articles[0]!]);
    expect(back[0]!.lead).toBe(voices[0]!.lead);
  });

  it('shows the passage a copy added to the text it was made from', () => {
    const local =
      'The bridge lies two hours from our city, and many readers will have crossed it on the way to the summer fair.';
    const whole = {
      ...wire,
      paragraphs: [...bridge, ...bridge.map((line) => line.replace('the', 'that very'))],
    };
    const copy = {
      ...wire,
      address: 'https://city-echo.test/a1',
      outlet: 'City Echo',
      paragraphs: [...bridge.slice(0, 4), local],
    };
    const { articles, voices } = voicesOf(whole, copy);
    expect(voices).toHaveLength(1);
    const { added } = voices[0]!.copies[0]!;
    expect(added.map((span) => wordsOf(articles[1]!, 'text', span))).toEqual([local.slice(0, -1)]);
  });

  it('keeps two reports apart that share a quotation', () => {
    expect(voicesOf(wire, own).voices).toHaveLength(2);
  });

  it('joins a shortened repost', () => {
    const short = {
      ...wire,
      address: 'https://brief.test/1',
      outlet: 'Brief',
      paragraphs: bridge.slice(0, 3),
    };
    const { voices } = voicesOf(short, wire, own);
    expect(voices.map((voice) => voice.outlets)).toEqual([['Valley Courier', 'Brief'], ['Coast Mail']]);
    expect(voices[0]!.copies[0]!.reason.code).toBe('shortened');
  });

  it('joins a light rewrite that keeps the order of what it tells', () => {
    const rewrite = {
      ...wire,
      address: 'https://daily-sum.test/9',
      outlet: 'Daily Sum',
      headline: 'Bridge snaps under wedding guests',
      paragraphs: [
        'A wedding party was crossing the rope bridge over the Tarn gorge on Tuesday evening when it gave way, and eleven people were sent into the river, according to the mayor of Ostrel.',
        'Fishermen pulled nine of them out within minutes, but two men, a hired musician and a cousin of the bride, remained missing when night fell.',
        '“We heard a crack like a rifle shot and then nothing but screaming,” said Ilda Marrow, keeper of the toll house at its eastern end.',
        'In March inspectors asked that the ropes be replaced; for want of money the council put off the work until after the harvest.',
        'Some three hundred children use the crossing to reach school, as it is the only way between the halves of the valley that does not take a day.',
        'The council said a ferry will run from Thursday and that the steel span promised eight years ago will be built next spring.',
      ],
    };
    const { voices } = voicesOf(wire, rewrite, own);
    expect(voices.map((voice) => voice.articles.length)).toEqual([2, 1]);
  });

  it('keeps two teasers apart that tell one event in words of their own, and joins one with its copy', () => {
    const teaser = (outlet: string, line: string): Draft => ({
      ...wire,
      address: `https://${outlet}.test/teaser`,
      outlet,
      paragraphs: [line],
    });
    const first =
      'Eleven wedding guests fell into the Tarn when an old rope bridge at Ostrel gave way on Tuesday evening.';
    const other =
      'Wedding guests, eleven of them, fell into the Tarn at Ostrel on Tuesday evening as the old rope bridge gave way.';
    expect(voicesOf(teaser('one', first), teaser('two', other)).voices).toHaveLength(2);
    expect(voicesOf(teaser('one', first), teaser('two', first)).voices).toHaveLength(1);
  });

  it('joins two halves of a text through the whole of it, and two texts not through a page that has some of both', () => {
    const table =
      (likely: Record<string, number>) =>
      (left: number, right: number): number =>
        likely[`${Math.min(left, right)} ${Math.max(left, right)}`] ?? 0;
    const halves = table({ '0 1': 0.95, '0 2': 0.9 });
    expect(textGroups([600, 300, 300], halves, 0.5)).toEqual([[0, 1, 2]]);
    expect(textGroups([300, 600, 500], halves, 0.5)).toEqual([[0, 1], [2]]);
    const merged = table({ '0 1': 0.95, '0 2': 0.6 });
    expect(textGroups([600, 300, 300], merged, 0.5)).toEqual([[0, 1], [2]]);
  });

  it('keeps a brief apart from the digest that has most of it', () => {
    const brief = { ...wire, paragraphs: bridge.slice(0, 3) };
    const wool = {
      ...wire,
      address: 'https://renn-post.test/wool',
      outlet: 'Renn Post',
      headline: 'Wool dearer than in ten years',
      paragraphs: [
        'Wool fetched its highest price in a decade at the Renn market on Monday, with buyers from four provinces bidding against each other until dusk.',
        'Drovers said a dry spring had kept the flocks small, and that the mills could not wait for the second clip.',
        'Prices are expected to fall again once the northern roads are open and the carts of the hill farms come down.',
      ],
    };
    const digest = {
      ...wire,
      address: 'https://morning-list.test/today',
      outlet: 'Morning List',
      headline: 'Two things to know today',
      paragraphs: [...brief.paragraphs.slice(0, 2), ...wool.paragraphs],
    };
    expect(voicesOf(brief, digest).voices).toHaveLength(1);
    const articles = [brief, digest].map(article);
    expect(collapseVoices(articles, undefined, [article(wool)])).toHaveLength(2);
  });

  it('makes no voice of a digest and the reports it opens with', () => {
    const market = [
      'Wool fetched its highest price in a decade at the Renn market on Monday, with buyers from four provinces bidding against each other until dusk.',
      'Drovers said a dry spring had kept the flocks small, and that the mills could not wait for the second clip.',
      'Prices are expected to fall again once the northern roads are open.',
    ];
    const digest = {
      ...wire,
      address: 'https://morning-list.test/today',
      outlet: 'Morning List',
      headline: 'Five things to know today',
      paragraphs: [
        bridge[0]!,
        market[0]!,
        'The regatta off Cape Sorrel starts at noon, with forty boats entered and a stiff wind from the west promised by the harbour office.',
        'Schools in the capital stay shut for a second day because of the strike by the heating workers, who want a coal allowance.',
      ],
    };
    const wool = { ...wire, address: 'https://renn-post.test/wool', outlet: 'Renn Post', paragraphs: market };
    const articles = [digest, wire].map(article);
    expect(collapseVoices(articles, undefined, [article(wool)])).toHaveLength(2);
  });

  it('obeys the reader', () => {
    const copy = { ...wire, address: 'https://city-echo.test/a1', outlet: 'City Echo' };
    const [one, other, third] = [wire, copy, own].map(article);
    const pair: [string, string] = [one!.id, other!.id];
    const none = { same: [], notSame: [], copies: [], notCopies: [] };
    expect(collapseVoices([one!, other!], { ...none, notCopies: [pair] })).toHaveLength(2);
    expect(collapseVoices([one!, third!], { ...none, copies: [[third!.id, one!.id]] })).toHaveLength(1);
  });

  it('is the same whatever the order of the others', () => {
    const copy = { ...wire, address: 'https://city-echo.test/a1', outlet: 'City Echo' };
    const [one, other, third] = [wire, copy, own].map(article);
    expect(collapseVoices([one!, other!, third!])).toEqual(collapseVoices([one!, third!, other!]));
  });
});

describe('first publishers', () => {
  it('takes the credited agency, then the declared original, then the earliest', () => {
    const later = { ...wire, address: 'https://late.test/1', outlet: 'Late', day: '2031-05-08' };
    expect(voicesOf(wire, { ...later, wireCredit: 'AP' }).voices[0]!.likelyFirst).toEqual({
      name: 'Associated Press',
      article: null,
      reason: 'credited',
    });
    const { articles, voices } = voicesOf(
      { ...wire, day: '2031-05-09' },
      { ...later, original: wire.address },
    );
    expect(voices[0]!.likelyFirst).toEqual({
      name: 'Valley Courier',
      article: articles[0]!.id,
      reason: 'linked',
    });
    expect(voicesOf(later, wire).voices[0]!.likelyFirst.reason).toBe('earliest');
  });
});
