import { describe, expect, it } from 'vitest';
import { type AnalysedVoice, compareVoices } from '../../../src/compare';
import type { Evidence } from '../../../src/model/comparison';
import { type ArticleSketch, analysed } from '../articles';

const filler = [
  'The island of Tarn is known for its lighthouse and its seabirds.',
  'Ferries have crossed the sound between the islands for ninety years.',
];

const sketch = (outlet: string, paragraphs: string[]): ArticleSketch => ({
  outlet,
  published: '2031-05-03',
  paragraphs: [...paragraphs, ...filler],
});

const story = [
  sketch('one', [
    'A ferry ran aground off Port Ellery on Saturday, injuring nine people.',
    'Nine passengers were injured when the ferry struck a sandbank, the coast guard said.',
  ]),
  sketch('two', [
    'A ferry ran aground off Port Ellery on Saturday, injuring 23 people.',
    'Investigator Karla Venn said the steering had been repaired in Lundmark in March.',
    'Twenty-three passengers were injured when the ferry struck a sandbank, the coast guard said.',
  ]),
  sketch('three', [
    'A ferry ran aground off Port Ellery on Saturday, injuring 23 people.',
    'The steering had been repaired in Lundmark in March, investigator Karla Venn said.',
    'Twenty-three passengers were injured when the ferry struck a sandbank, the coast guard said.',
  ]),
];

const voices: AnalysedVoice[] = story.map((each) => ({ voice: each.outlet, ...analysed(each) }));
const [subject, ...others] = voices as [AnalysedVoice, ...AnalysedVoice[]];
const comparison = compareVoices({ subject, others });

const words = ({ quote: { article, start, end } }: Evidence): string =>
  voices.find((voice) => voice.article.id === article)?.article.text.slice(start, end) ?? '';

describe('what is left out', () => {
  it('is a fact at least two other voices tell, with a sentence of each', () => {
    const told = comparison.leftOut.map(({ evidence }) => evidence.map(words));
    expect(told).toContainEqual([
      'The steering had been repaired in Lundmark in March, investigator Karla Venn said.',
      'Investigator Karla Venn said the steering had been repaired in Lundmark in March.',
    ]);
    for (const { evidence } of comparison.leftOut) {
      expect(new Set(evidence.map(({ voice }) => voice)).size).toBeGreaterThanOrEqual(2);
    }
  });

  it('is no sentence whose figure already stands in a row against this article', () => {
    const differing = comparison.rows.filter(({ verdict, certain }) => certain && verdict !== 'agree');
    expect(differing.length).toBeGreaterThan(0);
    const shown = new Set(
      differing.flatMap(({ values }) => values.flatMap(({ evidence }) => evidence.map(words))),
    );
    for (const { evidence } of comparison.leftOut) {
      for (const each of evidence) expect(shown).not.toContain(words(each));
    }
  });

  it('is what a sentence tells beside a disputed figure', () => {
    const lead = (count: string, rest: string): string =>
      `A ferry ran aground off Port Ellery on Saturday, injuring ${count} people${rest}.`;
    const towed =
      ', and was towed to the shipyard at Lundmark by the tug Brann with a broken rudder and flooded cabins';
    const two = analysed(sketch('four', [lead('23', towed)]));
    const three = analysed(sketch('five', [lead('23', towed), 'The coast guard opened an inquiry.']));
    const [four, five] = [
      { voice: 'four', ...two },
      { voice: 'five', ...three },
    ];
    const here = { voice: 'one', ...analysed(sketch('one', [lead('nine', '')])) };
    const { rows, leftOut } = compareVoices({ subject: here, others: [four, five] });
    expect(rows.map(({ verdict }) => verdict)).toContain('differ');
    expect(leftOut.map(({ evidence }) => evidence.length)).toEqual([2]);
  });

  it('marks the places, figures and days both sentences tell and this article has not', () => {
    const steering = comparison.leftOut.find(({ evidence }) => words(evidence[0]!).includes('steering'));
    const marked = steering!.evidence.map(({ quote, marks }) =>
      marks.map(({ start, end }) =>
        voices.find(({ article }) => article.id === quote.article)!.article.text.slice(start, end),
      ),
    );
    expect(marked.map((each) => each.toSorted())).toEqual([
      ['Lundmark', 'in March'],
      ['Lundmark', 'in March'],
    ]);
  });

  it('stands first where it is certain, and each sentence once', () => {
    const report = (outlet: string, ...paragraphs: string[]): AnalysedVoice => ({
      voice: outlet,
      ...analysed(sketch(outlet, paragraphs)),
    });
    const lead = 'A ferry ran aground off Port Ellery on Saturday, injuring nine people.';
    const two = report(
      'six',
      lead,
      'Investigator Karla Venn said the steering had been repaired in Lundmark in March.',
      'Passengers of the ferry slept in a school after it ran aground.',
    );
    const three = report(
      'seven',
      lead,
      'The steering had been repaired in Lundmark in March, investigator Karla Venn said.',
      'Passengers of the ferry were given beds at a school in Port Ellery.',
    );
    const { leftOut } = compareVoices({ subject: report('eight', lead), others: [two, three] });
    expect(leftOut.map(({ certain }) => certain)).toEqual([true, false]);
    const sentences = leftOut.flatMap(({ evidence }) => evidence.map(({ quote }) => JSON.stringify(quote)));
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it('is less certain where it opens a text, for that is what every article is about', () => {
    const [two, three] = [
      'Investigator Karla Venn said the steering had been repaired in Lundmark in March.',
      'The steering had been repaired in Lundmark in March, investigator Karla Venn said.',
    ];
    const lead = 'A ferry ran aground off Port Ellery on Saturday, injuring nine people.';
    const certain = (...texts: string[][]): boolean[] => {
      const [here, ...rest] = texts.map((paragraphs, at) => ({
        voice: `voice-${at}`,
        ...analysed(sketch(`outlet-${at}`, paragraphs)),
      }));
      return compareVoices({ subject: here!, others: rest }).leftOut.map((each) => each.certain);
    };
    expect(certain([lead], [lead, two], [lead, three])).toEqual([true]);
    expect(certain([lead], [two, lead], [lead, three])).toEqual([false]);
  });

  it('is nothing for the articles that tell it', () => {
    const [, two, ...rest] = voices as [AnalysedVoice, AnalysedVoice, ...AnalysedVoice[]];
    expect(compareVoices({ subject: two, others: [subject, ...rest] }).leftOut).toEqual([]);
  });
});
