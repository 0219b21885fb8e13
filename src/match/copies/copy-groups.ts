import type { Article } from '../../model/article';
import { type MatchCorrections, pairSet } from '../corrections';
import { type CopyLink, copyLink, copyThreshold } from './copy-score';
import { CopyText } from './copy-text';
import { agencyName, creditedTo } from './credits';
import { textGroups } from './text-groups';

/**
 * Texts read lately: the same articles are asked for again with every neighbour. By the article itself and not by its
 * id, for a page that is read again may have another text.
 */
const texts = new Map<Article, CopyText>();
const rememberedTexts = 100;

export function rememberedCopyText(article: Article): CopyText {
  const known = texts.get(article);
  if (known) return known;
  const made = new CopyText(article);
  if (texts.size >= rememberedTexts) texts.delete(texts.keys().next().value!);
  texts.set(article, made);
  return made;
}

/** Reads an article before its copies are looked for, while whoever decides its story waits for the disk. */
export function readForCopies(article: Article): void {
  rememberedCopyText(article);
  creditedTo(article);
}

/** Pairs judged lately: the members of a story are asked about again from each of them. */
const links = new WeakMap<CopyText, WeakMap<CopyText, CopyLink | null>>();

/** How likely two articles are one text; null when they are plainly two. */
export function linkBetween(left: Article, right: Article): CopyLink | null {
  const [one, other] = [rememberedCopyText(left), rememberedCopyText(right)];
  const known = links.get(one) ?? new WeakMap<CopyText, CopyLink | null>();
  links.set(one, known);
  const before = known.get(other);
  if (before !== undefined) return before;
  const reversed = links.get(other)?.get(one);
  const made = reversed === undefined ? copyLink(one, other) : turned(reversed);
  known.set(other, made);
  return made;
}

/** The same link seen from the other text. */
const turned = (link: CopyLink | null): CopyLink | null =>
  link && {
    ...link,
    openings: { leftInRight: link.openings.rightInLeft, rightInLeft: link.openings.leftInRight },
  };

/** A credit line shared, or one text declaring the other its original, makes likeness likelier to be copying. */
const creditEvidence = 1;
const declaredEvidence = 3;

const logit = (probability: number): number => Math.log(probability / (1 - probability));
const logistic = (value: number): number => 1 / (1 + Math.exp(-value));

/** `copy` declares that its text came from `other`. */
export const declaresOriginal = (copy: Article, other: Article): boolean =>
  copy.original !== null &&
  (copy.original.value === other.address.raw || copy.original.value === other.address.canonical);

function credited(left: Article, right: Article): number {
  if (declaresOriginal(left, right) || declaresOriginal(right, left)) return declaredEvidence;
  const [one, other] = [creditedTo(left), creditedTo(right)];
  const names = [left, right].map((article) => agencyName(article.outlet.value));
  const same = one !== null && (one === other || one === names[1]);
  return same || (other !== null && other === names[0]) ? creditEvidence : 0;
}

/** One pair that was looked at. */
export interface ScoredPair {
  left: number;
  right: number;
  link: CopyLink;
  /** With credits taken into account. */
  probability: number;
}

/** Scores every pair of articles; pairs that are plainly two texts are left out. */
function scoreCopies(articles: readonly Article[]): ScoredPair[] {
  const pairs: ScoredPair[] = [];
  for (let left = 0; left < articles.length; left++) {
    for (let right = left + 1; right < articles.length; right++) {
      const link = linkBetween(articles[left]!, articles[right]!);
      if (!link) continue;
      const evidence = credited(articles[left]!, articles[right]!);
      pairs.push({ left, right, link, probability: logistic(logit(link.probability) + evidence) });
    }
  }
  return withoutDigests(articles.length, pairs);
}

/** A page that is at least half the other text, and the other half of it, is a version of it and no digest of it. */
const wholePart = 0.5;

/** A text whose opening is in a page by this much is one of the page's sources. */
const openingTaken = 0.6;

/**
 * A digest holds the openings of several articles and is nobody's copy: links to a page that has the openings of two
 * or more others which have nothing to do with one another are void.
 */
export function withoutDigests(count: number, pairs: readonly ScoredPair[]): ScoredPair[] {
  const sources: number[][] = Array.from({ length: count }, () => []);
  const linked = new Set<string>();
  for (const { left, right, link } of pairs) {
    // Two versions of one text may share few whole sentences, but never next to nothing.
    linked.add(`${left} ${right}`);
    if (link.openings.leftInRight >= openingTaken) sources[right]!.push(left);
    if (link.openings.rightInLeft >= openingTaken) sources[left]!.push(right);
  }
  const related = (left: number, right: number) =>
    linked.has(left < right ? `${left} ${right}` : `${right} ${left}`);
  const isDigest = (own: readonly number[]): boolean =>
    own.some((one) => own.some((other) => other !== one && !related(one, other)));
  const digests = new Set(sources.flatMap((own, at) => (isDigest(own) ? [at] : [])));
  return pairs.filter(({ left, right, link }) => {
    if (!digests.has(left) && !digests.has(right)) return true;
    // A merge of two reports is mostly one of them and stays its copy; a digest is little of each.
    return link.features.sentencesLess >= wholePart;
  });
}

/** The reader's word outweighs every probability. */
const forced = 1_000;

/**
 * Groups of positions that carry one text, each in order.
 * @param elsewhere stored articles near by that are of other stories: a page that has its sentences from several of
 *   them is a digest
 */
export function copyGroups(
  articles: readonly Article[],
  corrections?: MatchCorrections,
  elsewhere: readonly Article[] = [],
): number[][] {
  const isCopy = pairSet(corrections?.copies);
  const isNoCopy = pairSet(corrections?.notCopies);
  const count = articles.length;
  const probabilities = new Map<number, number>();
  for (const { left, right, probability } of scoreCopies([...articles, ...elsewhere])) {
    if (right < count) probabilities.set(left * count + right, probability);
  }
  const probability = (left: number, right: number): number => {
    const [one, other] = [articles[left]!.id, articles[right]!.id];
    if (isNoCopy(one, other)) return -forced * count;
    if (isCopy(one, other)) return forced;
    return probabilities.get(Math.min(left, right) * count + Math.max(left, right)) ?? 0;
  };
  const lengths = articles.map((article) => rememberedCopyText(article).words.length);
  return textGroups(lengths, probability, copyThreshold);
}
