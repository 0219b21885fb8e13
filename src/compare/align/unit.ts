import type { ArticlePart, Span } from '../../model/article';
import type { Claim, Entity, Quantity, TimeValue } from '../../model/claim';
import { isLetterOrNumber, sizeAt } from '../../text/character-classes';
import { keptByWord } from '../../text/kept-by-word';
import lightWordList from './data/light-words.en.json';
import type { Letters } from './letters';
import type { UnitNumbers } from './numbers';
import { conceptsOf, rootOf } from './vocabulary';

const lightWords = new Set(lightWordList.flatMap((word) => [word, rootOf(word)]));

export const isLightWord = (word: string): boolean => lightWords.has(word) || lightWords.has(rootOf(word));

/** A content word of a text with its root and place. */
export interface Word extends Span {
  root: string;
  capital: boolean;
}

interface WordForm {
  root: string;
  capital: boolean;
}

function readForm(written: string): WordForm | null {
  const lower = written.toLowerCase();
  if (lightWords.has(lower) || /^[\d.]+$/.test(lower)) return null;
  const root = rootOf(lower);
  if (root.length === 0 || lightWords.has(root)) return null;
  return { root, capital: written !== lower };
}

/** Root and case of a word as written; null for function words and bare numerals. */
const formOf = keptByWord(readForm, 50_000);

/** An apostrophe or point between two letters or digits belongs to the word. */
const isJoint = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return (code === 0x27 || code === 0x2019 || code === 0x2e) && isLetterOrNumber(text, at + 1);
};

/** Content words of `text` in order; function words, weekdays, months and bare numerals are left out. */
export function contentWords(text: string, offset = 0): Word[] {
  const words: Word[] = [];
  let at = 0;
  while (at < text.length) {
    if (!isLetterOrNumber(text, at)) {
      at += 1;
      continue;
    }
    const from = at;
    while (at < text.length && (isLetterOrNumber(text, at) || isJoint(text, at))) at += sizeAt(text, at);
    const form = formOf(text.slice(from, at));
    if (form) words.push({ root: form.root, capital: form.capital, start: offset + from, end: offset + at });
  }
  return words;
}

const lightVerbs = new Set(
  'be have do get make take come go say tell add report announce state note give see use put keep let seem become'
    .split(' ')
    .map((word) => rootOf(word)),
);

/** Verbs that tell no action by themselves; `root` as `rootOf` gives it. */
export const isLightVerb = (root: string): boolean => lightVerbs.has(root);

export interface UnitPredicate {
  root: string;
  light: boolean;
  negated: boolean;
}

const predicatesOf = (claims: readonly Claim[]): UnitPredicate[] =>
  claims.flatMap((claim) =>
    claim.predicates.map(({ lemma, negated }) => {
      const root = rootOf(lemma.toLowerCase());
      return { root, light: lightVerbs.has(root), negated };
    }),
  );

const inside = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

/** The items of all claims, each range once: the first of it that is met. */
function distinctSpans<T extends Span>(
  claims: readonly Claim[],
  itemsOf: (claim: Claim) => readonly T[],
): T[] {
  const found: T[] = [];
  for (const claim of claims) {
    for (const item of itemsOf(claim)) {
      if (!found.some(({ start, end }) => start === item.start && end === item.end)) found.push(item);
    }
  }
  return found;
}

/** Up to this many words a list is searched faster than a set is made. */
const fewWords = 48;

function distinctRoots(words: readonly Word[]): string[] {
  if (words.length > fewWords) return [...new Set(words.map(({ root }) => root))];
  const roots: string[] = [];
  for (const { root } of words) if (!roots.includes(root)) roots.push(root);
  return roots;
}

/** What is compared: one clause or one whole sentence, reduced to what it talks about. */
export class Unit implements Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Distinct roots, each once. */
  readonly roots: string[];
  readonly predicates: UnitPredicate[];
  readonly entities: Entity[];
  readonly quantities: Quantity[];
  readonly times: TimeValue[];
  readonly quoted: boolean;
  readonly negated: boolean;
  readonly background: boolean;
  /** Kept here by `numbersOf` and `letters.ts`: a weak map of all units is dear to collect garbage from. */
  numbers: UnitNumbers | null = null;
  letters: Letters | null = null;
  // Asked of few units, and dearer than the rest.
  #rootSet: ReadonlySet<string> | null = null;
  #concepts: ReadonlySet<string> | null = null;
  #subjectRoots: ReadonlySet<string> | null = null;

  /**
   * @param sentence position in `Analysis.sentences`
   * @param words the content words of the range
   * @param claims the claims that lie in the range
   */
  constructor(
    whole: string,
    { start, end }: Span,
    readonly part: ArticlePart,
    readonly sentence: number,
    readonly words: Word[],
    readonly claims: Claim[],
  ) {
    this.start = start;
    this.end = end;
    this.text = whole.slice(start, end);
    this.roots = distinctRoots(words);
    this.predicates = predicatesOf(claims);
    this.entities = distinctSpans(claims, (claim) => claim.entities);
    this.quantities = distinctSpans(claims, (claim) => claim.quantities);
    this.times = distinctSpans(claims, (claim) => claim.times);
    this.quoted = claims.length > 0 && claims.every((claim) => claim.insideQuotation);
    this.negated = claims.some((claim) => claim.negated);
    this.background = claims.length > 0 && claims.every((claim) => claim.background);
  }

  get rootSet(): ReadonlySet<string> {
    this.#rootSet ??= new Set(this.roots);
    return this.#rootSet;
  }

  get concepts(): ReadonlySet<string> {
    this.#concepts ??= new Set(this.roots.flatMap((root) => conceptsOf(root)));
    return this.#concepts;
  }

  get subjectRoots(): ReadonlySet<string> {
    if (this.#subjectRoots) return this.#subjectRoots;
    const subject = this.claims.find((claim) => claim.subject !== null)?.subject ?? null;
    const words = subject ? this.words.filter((word) => inside(word, subject)) : [];
    this.#subjectRoots = new Set(words.map(({ root }) => root));
    return this.#subjectRoots;
  }
}

export const bothHaveNumbers = (left: Unit, right: Unit): boolean =>
  left.quantities.length > 0 && right.quantities.length > 0;
