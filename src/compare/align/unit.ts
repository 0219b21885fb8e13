import type { ArticlePart, Span } from '../../model/article';
import type { Claim, Entity, Quantity, TimeValue } from '../../model/claim';
import lightWordList from './data/light-words.en.json';
import { conceptsOf, rootOf } from './vocabulary';

const lightWords = new Set(lightWordList.flatMap((word) => [word, rootOf(word)]));

export const isLightWord = (word: string): boolean => lightWords.has(word) || lightWords.has(rootOf(word));

/** A content word of a text with its root and place. */
export interface Word extends Span {
  root: string;
  capital: boolean;
}

const wordPattern = /[\p{L}\p{N}](?:[\p{L}\p{N}]|['’.](?=[\p{L}\p{N}]))*/gu;
const numeralPattern = /^[\d.]+$/;

/** Content words of `text` in order; function words, weekdays, months and bare numerals are left out. */
export function contentWords(text: string, offset = 0): Word[] {
  const words: Word[] = [];
  for (const found of text.matchAll(wordPattern)) {
    const lower = found[0].toLowerCase();
    if (lightWords.has(lower) || numeralPattern.test(lower)) continue;
    const root = rootOf(lower.replace(/\.$/, ''));
    if (root.length === 0 || lightWords.has(root)) continue;
    const start = offset + found.index;
    words.push({ root, capital: found[0] !== lower, start, end: start + found[0].length });
  }
  return words;
}

const lightVerbs = new Set(
  'be have do get make take come go say tell add report announce state note give see use put keep let seem become'
    .split(' ')
    .map((word) => rootOf(word)),
);

export interface UnitPredicate {
  root: string;
  light: boolean;
  negated: boolean;
}

/** What is compared: one clause or one whole sentence, reduced to what it talks about. */
export interface Unit extends Span {
  part: ArticlePart;
  /** Position in `Analysis.sentences`. */
  sentence: number;
  text: string;
  words: Word[];
  /** Distinct roots, each once. */
  roots: string[];
  rootSet: ReadonlySet<string>;
  concepts: Set<string>;
  predicates: UnitPredicate[];
  subjectRoots: Set<string>;
  entities: Entity[];
  quantities: Quantity[];
  times: TimeValue[];
  quoted: boolean;
  negated: boolean;
  background: boolean;
  claims: Claim[];
}

const predicatesOf = (claims: readonly Claim[]): UnitPredicate[] =>
  claims.flatMap((claim) =>
    claim.predicates.map(({ lemma, negated }) => {
      const root = rootOf(lemma.toLowerCase());
      return { root, light: lightVerbs.has(root), negated };
    }),
  );

const inside = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

const distinctSpans = <T extends Span>(items: readonly T[]): T[] => {
  const seen = new Set<string>();
  return items.filter(({ start, end }) => {
    const key = `${start}-${end}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

/** Builds the unit for a range of an article part from the claims that lie in it. */
export function makeUnit(
  whole: string,
  span: Span,
  part: ArticlePart,
  sentence: number,
  claims: Claim[],
): Unit {
  const text = whole.slice(span.start, span.end);
  const words = contentWords(text, span.start);
  const rootSet = new Set(words.map((word) => word.root));
  const roots = [...rootSet];
  const subject = claims.find((claim) => claim.subject !== null)?.subject ?? null;
  return {
    start: span.start,
    end: span.end,
    part,
    sentence,
    text,
    words,
    roots,
    rootSet,
    concepts: new Set(roots.flatMap((root) => conceptsOf(root))),
    predicates: predicatesOf(claims),
    subjectRoots: new Set(subject ? words.filter((word) => inside(word, subject)).map((w) => w.root) : []),
    entities: distinctSpans(claims.flatMap((claim) => claim.entities)),
    quantities: distinctSpans(claims.flatMap((claim) => claim.quantities)),
    times: distinctSpans(claims.flatMap((claim) => claim.times)),
    quoted: claims.length > 0 && claims.every((claim) => claim.insideQuotation),
    negated: claims.some((claim) => claim.negated),
    background: claims.length > 0 && claims.every((claim) => claim.background),
    claims,
  };
}
