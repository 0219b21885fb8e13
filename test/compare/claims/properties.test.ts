import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, longestText } from '../../../src/compare/claims';
import type { Article, ArticlePart, Span } from '../../../src/model/article';
import { articleOf } from './reading';

const pieces = [
  'At least 24 people were killed',
  'about 11,000 dockers',
  'said Mara Dell, the mayor',
  'on Oct. 8, 2031',
  'the U.S. survey office',
  '“We saw the dam crack',
  'nobody came,” she said',
  '"It burned"',
  "the workers' union",
  'according to',
  'did not deny that',
  'U.S.',
  '5.6-magnitude',
  '$13.2bn',
  '40 to 60 %',
  'Prof. A. B. Cole',
  'at 17:06 GMT',
  '— Tomas Lessel',
  'Police: two held',
  '3-1',
  '«»',
  "''",
  '``so',
  '…',
  '8.',
  '١٢',
  '𝒳 👩‍🚒',
  'e\u0301tude',
];

const sentence = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 12 })), {
    minLength: 1,
    maxLength: 8,
  })
  .chain((words) => fc.constantFrom('.', '!', '?', '', '."', '.”', ':').map((end) => words.join(' ') + end));

const articles = fc
  .record({
    paragraphs: fc.array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
    headline: sentence,
    day: fc.constantFrom(null, '2031-10-18', '2032-02-29'),
    language: fc.constantFrom('en', 'de', 'es', 'fi'),
  })
  .map(({ paragraphs, headline, day, language }) =>
    articleOf(paragraphs.map((sentences) => sentences.join(' ').replace(/\n\n+/g, ' ')).join('\n\n'), {
      headline,
      day,
      language,
    }),
  );

const partOf = (article: Article, part: ArticlePart): string =>
  part === 'headline' ? article.headline.value : article.text;

const inside = (inner: Span, outer: Span): boolean =>
  Number.isInteger(inner.start) &&
  inner.start >= outer.start &&
  inner.end <= outer.end &&
  inner.start < inner.end;

describe('every span', () => {
  it('lies inside its sentence, and every sentence inside its part', () => {
    fc.assert(
      fc.property(articles, (article) => {
        const analysis = analyse(article);
        for (const { part, ...span } of analysis.sentences) {
          expect(inside(span, { start: 0, end: partOf(article, part).length })).toBe(true);
        }
        for (const claim of analysis.claims) {
          const own = analysis.sentences[claim.sentence]!;
          expect(own.part).toBe(claim.part);
          const spans = [
            claim,
            ...claim.predicates,
            ...(claim.subject ? [claim.subject] : []),
            ...claim.quantities.flatMap((quantity) => [quantity, quantity.figure]),
            ...claim.times,
            ...claim.entities,
          ];
          for (const span of spans) expect(inside(span, own), JSON.stringify(span)).toBe(true);
        }
        for (const { part, sentence: index, source, cue, content } of analysis.attributions) {
          const own = analysis.sentences[index]!;
          expect(inside(source, own) && inside(cue, own)).toBe(true);
          expect(inside(content, { start: 0, end: partOf(article, part).length })).toBe(true);
        }
        for (const quotation of analysis.quotations) {
          expect(inside(quotation, analysis.sentences[quotation.sentence]!)).toBe(true);
          expect(partOf(article, quotation.part).slice(quotation.start, quotation.end)).toBe(quotation.text);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('holds the words of its part: sentences lose nothing but white space', () => {
    fc.assert(
      fc.property(articles, (article) => {
        const analysis = analyse(article);
        const kept = analysis.sentences
          .filter(({ part }) => part === 'text')
          .map(({ start, end }) => article.text.slice(start, end));
        expect(kept.join('').replace(/\s/g, '')).toBe(article.text.replace(/\s/g, ''));
      }),
      { numRuns: 80 },
    );
  });
});

describe('analysis', () => {
  it('is the same for the same article', () => {
    fc.assert(
      fc.property(articles, (article) => {
        expect(JSON.stringify(analyse(article))).toBe(JSON.stringify(analyse(structuredClone(article))));
      }),
      { numRuns: 40 },
    );
  });

  it('survives being stored as JSON', () => {
    const analysis = analyse(articleOf('Mara Dell said on Friday that 24 people were killed in Harrow.'));
    expect(JSON.parse(JSON.stringify(analysis))).toEqual(analysis);
  });

  it('numbers claims in order', () => {
    const { claims } = analyse(
      articleOf('The dam cracked on Monday. The bridge fell into the river. Nobody was hurt in Harrow.'),
    );
    expect(claims.map((claim) => claim.index)).toEqual(claims.map((_claim, index) => index));
    expect(claims.length).toBeGreaterThanOrEqual(3);
  });

  it('reads a very long text up to its limit and says from where on it did not', () => {
    const paragraph = 'The harbour police counted 24 boats in the port of Harrow on Monday. ';
    const article = articleOf(Array.from({ length: 3000 }, () => paragraph.trim()).join('\n\n'));
    expect(article.text.length).toBeGreaterThan(longestText);
    const analysis = analyse(article);
    expect(analysis.analysedUntil).toBeGreaterThan(longestText * 0.9);
    expect(analysis.analysedUntil).toBeLessThanOrEqual(longestText);
    expect(Math.max(...analysis.sentences.map(({ end }) => end))).toBeLessThanOrEqual(longestText);
  });

  it('takes an empty text and a text without letters', () => {
    expect(analyse(articleOf('')).claims).toEqual([]);
    expect(analyse(articleOf('12 — 13 …')).quotations).toEqual([]);
  });
});
