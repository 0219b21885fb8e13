import { describe, expect, it } from 'vitest';
import { citations, collapseVoices, countSources, creditsOf } from '../../src/match';
import { textGroups } from '../../src/match/copies/text-groups';
import { wordsOf } from '../../src/model/article';
import { article, type Draft } from './stories';

const bridge = [
  'The old rope bridge over the Tarn gorge gave way on Tuesday evening while a wedding party was crossing, sending eleven people into the river below, the mayor of Ostrel said.',
  'Nine of them were pulled out by fishermen within minutes. Two men, a cousin of the bride and a hired musician, were still missing at nightfall.',
  '“We heard a crack like a rifle shot and then nothing but screaming,” said Ilda Marrow, who keeps the toll house at the eastern end.',
  'Inspectors had asked for the ropes to be replaced in March, but the council put the work off until after the harvest for want of money.',
  'The crossing is the only way between the two halves of the valley that does not take a day, and some three hundred children use it to reach their school.',
  'A ferry will run from Thursday, the council said, and a steel span promised eight years ago is to be built next spring.',
];

const wire: Draft = {
  address: 'https://valley-courier.test/bridge',
  outlet: 'Valley Courier',
  headline: 'Eleven fall into river as rope bridge gives way in Ostrel',
  day: '2031-05-06',
  paragraphs: bridge,
};

const own: Draft = {
  address: 'https://coast-mail.test/ostrel',
  outlet: 'Coast Mail',
  headline: 'Wedding guests thrown into gorge',
  day: '2031-05-07',
  paragraphs: [
    'Divers searched the Tarn through the night for two wedding guests who vanished when the footbridge at Ostrel tore loose.',
    '“We heard a crack like a rifle shot and then nothing but screaming,” the toll keeper, Ilda Marrow, told this newspaper.',
    'Our reporter counted four broken strands on the western anchor. A carpenter who repaired it last autumn said he had warned that the timber there was rotten through.',
    'Relatives gathered at the chapel, where the bride’s father thanked the boatmen and refused to speak of blame.',
    'The provincial engineer is due on Friday. Similar bridges at Holm and Varre have been shut until he has looked at them.',
  ],
};

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

describe('credit lines', () => {
  const credits = (paragraphs: string[], more: Partial<Draft> = {}) =>
    creditsOf(article({ ...wire, ...more, paragraphs })).map(({ name, kind }) => `${kind} ${name}`);

  it.each([
    [['OSTREL (AP) — A bridge fell.', 'More.'], 'wire Associated Press'],
    [['OSTREL, May 6 (Reuters) - A bridge fell.', 'More.'], 'wire Reuters'],
    [['A bridge fell.', 'Source: AFP'], 'wire AFP'],
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

  it('does not take a speaker for a medium', () => {
    const one = article({
      ...wire,
      paragraphs: ['Ilda Marrow reported the damage to the council, the mayor said.'],
    });
    expect(citations([one])).toEqual([]);
  });
});
