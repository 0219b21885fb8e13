import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnalysedVoice, comparePair, compareVoices } from '../../src/compare';
import { type Article, wordsOf } from '../../src/model/article';
import type { Comparison, Evidence } from '../../src/model/comparison';
import { type ArticleSketch, analysed, ferryStory } from './articles';
import { sketch } from './random-articles';

const voices = (sketches: readonly ArticleSketch[]): AnalysedVoice[] =>
  sketches.map((each, at) => ({ voice: `voice-${at}`, ...analysed(each) }));

const compareAll = (all: readonly AnalysedVoice[]): Comparison =>
  compareVoices({ subject: all[0]!, others: all.slice(1) });

const evidenceIn = (comparison: Comparison): Evidence[] => [
  ...comparison.rows.flatMap((row) => row.values.flatMap((value) => value.evidence)),
  ...comparison.onlyHere.map(({ evidence }) => evidence),
  ...comparison.leftOut.flatMap(({ evidence }) => evidence),
];

function expectProof(comparison: Comparison, articles: readonly Article[]): void {
  for (const { quote, marks } of evidenceIn(comparison)) {
    const article = articles.find(({ id }) => id === quote.article);
    expect(article).toBeDefined();
    const words = wordsOf(article!, quote.part, quote);
    expect(words).not.toBeNull();
    expect(words).toBe(words!.trim());
    for (const mark of marks) {
      expect(mark.start).toBeGreaterThanOrEqual(quote.start);
      expect(mark.end).toBeLessThanOrEqual(quote.end);
      expect(wordsOf(article!, quote.part, mark)).not.toBeNull();
    }
  }
}

describe('the proof rule', () => {
  it('holds for every row of random articles', () => {
    fc.assert(
      fc.property(fc.array(sketch, { minLength: 2, maxLength: 4 }), (sketches) => {
        const all = voices(sketches);
        const comparison = compareAll(all);
        expectProof(
          comparison,
          all.map(({ article }) => article),
        );
        for (const row of comparison.rows) {
          expect(row.values.length).toBeGreaterThanOrEqual(row.verdict === 'agree' ? 1 : 2);
          const count = row.values.flatMap((value) => value.evidence).length;
          expect(count).toBeGreaterThanOrEqual(2);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives byte-equal output for the same input, whatever the order of the voices', () => {
    fc.assert(
      fc.property(fc.array(sketch, { minLength: 3, maxLength: 4 }), (sketches) => {
        const all = voices(sketches);
        const first = JSON.stringify(compareAll(all));
        const [subject, ...others] = voices(sketches);
        const again = JSON.stringify(compareVoices({ subject: subject!, others: others.reverse() }));
        expect(again).toBe(first);
      }),
      { numRuns: 30 },
    );
  });

  it('names the same pairs from either side', () => {
    const sides = (a: number, b: number) => [`${a}`, `${b}`];
    fc.assert(
      fc.property(sketch, sketch, (left, right) => {
        const [a, b] = [analysed(left), analysed(right)];
        const there = comparePair(a, b).map((row) =>
          [row.verdict, row.kind, ...sides(row.a.sentence, row.b.sentence)].join(),
        );
        const back = comparePair(b, a).map((row) =>
          [row.verdict, row.kind, ...sides(row.b.sentence, row.a.sentence)].join(),
        );
        expect(back.sort()).toEqual(there.sort());
      }),
      { numRuns: 60 },
    );
  });

  it('finds no difference between an article and itself', () => {
    fc.assert(
      fc.property(sketch, (each) => {
        const rows = comparePair(analysed(each), analysed({ ...each, outlet: 'copy' }));
        expect(rows.filter(({ verdict }) => verdict !== 'agree')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('finds one changed number, and nothing else', () => {
    const original = ferryStory[0]!;
    const changed = {
      ...original,
      outlet: 'changed',
      paragraphs: original.paragraphs.map((paragraph) =>
        paragraph.replace('212 passengers', '231 passengers'),
      ),
    };
    const rows = comparePair(analysed(original), analysed(changed));
    expect(
      rows.filter(({ verdict }) => verdict !== 'agree').map(({ a, b }) => `${a.value} / ${b.value}`),
    ).toEqual(['212 passengers / 231 passengers']);
  });
});

describe('across voices', () => {
  const all = voices(ferryStory);
  const comparison = compareAll(all);

  it('puts one line per value and counts voices', () => {
    const row = comparison.rows.find(({ values }) => values.some(({ label }) => label.includes('187')));
    expect(row?.verdict).toBe('differ');
    expect(row?.values.map(({ label, evidence }) => [label, evidence.length])).toEqual([
      ['212 passengers', 2],
      ['187 passengers', 1],
    ]);
  });

  it('says what is left out here only when two voices have it', () => {
    const sentences = comparison.leftOut.map(({ evidence }) => {
      const { quote } = evidence[0]!;
      return wordsOf(all.find(({ article }) => article.id === quote.article)!.article, quote.part, quote);
    });
    expect(sentences.some((words) => words?.startsWith('Divers found a crack'))).toBe(true);
    for (const { evidence } of comparison.leftOut) {
      expect(new Set(evidence.map(({ voice }) => voice)).size).toBeGreaterThanOrEqual(2);
    }
  });

  it('says what is only here', () => {
    const { article } = all[0]!;
    const only = comparison.onlyHere.map(({ evidence: { quote } }) => wordsOf(article, quote.part, quote));
    expect(only).toContain('The coast guard commander praised the volunteers of the Tarn lifeboat station.');
    expect(only.some((words) => words?.includes('212 passengers'))).toBe(false);
  });

  it('takes nothing from the silence of a text that looks cut', () => {
    const [first, ...others] = ferryStory;
    const cut = compareAll(voices([{ ...first!, cut: true }, ...others]));
    expect(cut.leftOut).toEqual([]);
    const cutOthers = compareAll(voices([first!, ...others.map((other) => ({ ...other, cut: true }))]));
    expect(cutOthers.denominator.voices).toBe(0);
    expect(cutOthers.denominator.cut).toHaveLength(2);
    expect(cutOthers.onlyHere).toEqual([]);
  });
});
