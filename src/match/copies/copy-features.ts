import { type KeySet, sharedCount } from '../key-set';
import { alignment } from './alignment';
import { commonSubsequence } from './common-subsequence';
import { type CopyText, openingWords, sequenceAt } from './copy-text';

/** Share of the smaller and of the larger set that both have. */
function containment(left: KeySet, right: KeySet): { more: number; less: number } {
  const shared = sharedCount(left, right);
  const small = Math.min(left.size, right.size);
  const large = Math.max(left.size, right.size);
  return { more: small > 0 ? shared / small : 0, less: large > 0 ? shared / large : 0 };
}

/**
 * Share of a text's words that stand in sentences of which the other text has half the three-word sequences.
 * Quotations are left out: a sentence is judged by what stands outside.
 */
function sentenceCoverage(text: CopyText, other: CopyText): number {
  const others = other.threes;
  let covered = 0;
  let total = 0;
  for (const { words, threes } of text.sentenceThrees) {
    total += words;
    let found = 0;
    for (let at = 0; at < threes.length; at++) if (others.has(threes[at]!)) found++;
    if (found * 2 >= threes.length) covered += words;
  }
  return total > 0 ? covered / total : 0;
}

/** Longest common subsequence of content stems, as a share of the shorter opening; bounded to 160 by 400 stems. */
function commonOrder(left: CopyText, right: CopyText): number {
  const [short, long] = left.stems.length <= right.stems.length ? [left, right] : [right, left];
  const rows = short.stems.subarray(0, 160);
  const columns = long.stems.subarray(0, 400);
  if (rows.length === 0) return 0;
  return commonSubsequence(rows, columns) / rows.length;
}

/** Share of the three-word sequences of a text's opening that stand anywhere in another text. */
export function openingIn(text: CopyText, other: CopyText): number {
  const { threes } = other;
  const end = Math.min(openingWords, text.hashes.length) - 3;
  let found = 0;
  for (let at = 0; at <= end; at++) if (threes.has(sequenceAt(text.hashes, at, 3))) found++;
  return end >= 0 ? found / (end + 1) : 0;
}

/**
 * Two independent reports of one event reach these shares at the most, whatever they have in common; a light rewrite,
 * in which hardly a run of words is left whole, is told by going beyond.
 */
const independentRetold = 0.55;
const independentFound = 0.6;
const independentContained = 0.3;

/** Features of a possible copy, by name; symmetric. Reasons and weights stand in `data/copy-weights.json`. */
export function copyFeatures(left: CopyText, right: CopyText) {
  const fives = containment(left.fives, right.fives);
  const unquoted = containment(left.unquotedFives, right.unquotedFives);
  const stems = containment(left.stemSet, right.stemSet);
  const pairs = containment(left.stemPairs, right.stemPairs);
  const sentences = [sentenceCoverage(left, right), sentenceCoverage(right, left)];
  const openings = containment(left.opening, right.opening);
  const aligned = [alignment(left, right), alignment(right, left)] as const;
  const lead =
    aligned[0].whole - aligned[1].whole ||
    aligned[0].found - aligned[1].found ||
    aligned[0].ordered - aligned[1].ordered;
  const more = lead >= 0 ? aligned[0] : aligned[1];
  const less = more === aligned[0] ? aligned[1] : aligned[0];
  const lengths = [left.words.length, right.words.length];
  return {
    fivesMore: fives.more,
    fivesLess: fives.less,
    unquotedFivesMore: unquoted.more,
    unquotedFivesLess: unquoted.less,
    sentencesMore: Math.max(...sentences),
    sentencesLess: Math.min(...sentences),
    lengthRatio: Math.min(...lengths) / Math.max(1, ...lengths),
    opening: openings.more,
    stemsMore: stems.more,
    stemsLess: stems.less,
    stemPairsMore: pairs.more,
    stemPairsLess: pairs.less,
    numbersLess: containment(left.numbers, right.numbers).less,
    commonOrder: commonOrder(left, right),
    alignedMore: more.found,
    alignedLess: less.found,
    retoldMore: more.whole,
    retoldLess: less.whole,
    inOrder: more.ordered,
    retoldBeyond: Math.max(0, less.whole - independentRetold),
    foundBeyond: Math.max(0, less.found - independentFound),
    containedBeyond: Math.max(0, unquoted.more - independentContained),
  };
}

export type CopyFeatures = ReturnType<typeof copyFeatures>;
