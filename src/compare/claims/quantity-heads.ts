import type { NumberLanguage } from '../languages/language';
import type { Token } from './tokens';

/** What a number counts: the noun phrase after it. Positions are tokens, `to` exclusive. */
export interface Head {
  at: number;
  to: number;
  lemma: string;
  modifiers: string[];
  /** "two of the three": the number is a part of what follows. */
  part: boolean;
}

const nominal = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM']);
const determiners = new Set(['DET', 'PRON']);
const longestHeadPhrase = 7;

const isPreNominalVerb = (tokens: readonly Token[], at: number, first: boolean): boolean => {
  const token = tokens[at]!;
  return (
    token.wordClass === 'VERB' &&
    first &&
    /(?:ed|ing|en)$/.test(token.lower) &&
    tokens[at + 1]?.wordClass === 'NOUN'
  );
};

/**
 * The head of the number that ends before `at`: last noun of the phrase that follows, over "of the" and
 * "more". `isTime` tells tokens that belong to a time expression, which end the phrase.
 */
export function readHead(
  tokens: readonly Token[],
  at: number,
  isTime: (at: number) => boolean,
  numbers: NumberLanguage,
): Head | null {
  let position = at;
  let part = false;
  const modifiers: string[] = [];
  if (numbers.of.has(tokens[position]?.lower ?? '')) {
    part = true;
    position++;
    while (tokens[position] && determiners.has(tokens[position]!.wordClass)) position++;
  }
  while (numbers.additional.has(tokens[position]?.lower ?? '')) {
    modifiers.push(tokens[position]!.lower);
    position++;
  }
  const start = position;
  let last = -1;
  while (position < tokens.length && position - start < longestHeadPhrase && !isTime(position)) {
    const token = tokens[position]!;
    const hyphen = token.text === '-' && tokens[position + 1]?.start === token.end;
    // "26% of the company's staff": what is counted stands behind the owner.
    if (
      part &&
      last === position - 1 &&
      /^'s?$/.test(token.text) &&
      nominal.has(tokens[position + 1]?.wordClass ?? '')
    ) {
      position++;
      continue;
    }
    if (!nominal.has(token.wordClass) && !hyphen && !isPreNominalVerb(tokens, position, position === start))
      break;
    if (token.wordClass === 'NUM' && position > start) break;
    if (token.wordClass === 'NOUN' || token.wordClass === 'PROPN') last = position;
    position++;
  }
  // "24 dead", "200 injured": a state stands for the people in it, unless a noun follows ("12 injured men").
  if (last < 0 && numbers.countedStates.has(tokens[start]?.lower ?? '')) last = start;
  if (last < 0) {
    const others = modifiers.length > 0 && tokens[start - 1] ? start - 1 : -1;
    if (others < 0) return null;
    return {
      at: others,
      to: others + 1,
      lemma: tokens[others]!.lemma,
      modifiers: modifiers.slice(0, -1),
      part,
    };
  }
  for (let index = start; index < last; index++)
    if (!/^(?:-|'s?)$/.test(tokens[index]!.text)) modifiers.push(tokens[index]!.lower);
  return { at: last, to: last + 1, lemma: tokens[last]!.lemma, modifiers, part };
}

/** Position where a bound or approximation before `at` begins, and what it says. */
export interface Qualifier {
  start: number;
  bound: 'exact' | 'at-least' | 'more-than' | 'at-most' | 'less-than';
  approximate: boolean;
}

/** "at least about", "up to", "nearly" before the number, read leftwards. */
export function qualifierBefore(tokens: readonly Token[], at: number, numbers: NumberLanguage): Qualifier {
  const found: Qualifier = { start: at, bound: 'exact', approximate: false };
  for (let round = 0; round < 3; round++) {
    const before = tokens[found.start - 1];
    if (!before) break;
    const words = tokens
      .slice(Math.max(0, found.start - 4), found.start)
      .map((token) => token.lower)
      .join(' ');
    const phrase = numbers.bounds.find(([text]) => words === text || words.endsWith(` ${text}`));
    if (phrase && found.bound === 'exact') {
      found.bound = phrase[1];
      found.start -= phrase[0].split(' ').length;
    } else if (numbers.approximate.has(before.lower) && !found.approximate) {
      found.approximate = true;
      found.start--;
    } else if (
      numbers.articles.has(before.lower) &&
      numbers.approximate.has(tokens[found.start - 2]?.lower ?? '')
    ) {
      found.start--;
    } else break;
  }
  return found;
}

/** "or more", "or so" after the number; `to` is where it ends. */
export function qualifierAfter(
  tokens: readonly Token[],
  at: number,
  numbers: NumberLanguage,
): { to: number; means: 'at-least' | 'at-most' | 'approximate' } | null {
  for (const [phrase, means] of numbers.boundsAfter) {
    const length = phrase.split(' ').length;
    if (
      tokens
        .slice(at, at + length)
        .map((token) => token.lower)
        .join(' ') === phrase
    )
      return { to: at + length, means };
  }
  return null;
}

/**
 * "26 miles north of the town of Tarn": the place a distance is measured from, as a scope; '' when there is none. "From a
 * ridge near Tarn" is measured from the ridge.
 */
export function distanceScope(tokens: readonly Token[], at: number, numbers: NumberLanguage): string {
  let position = at;
  while (position < at + 3 && numbers.directionWords.has(tokens[position]?.lower ?? '')) position++;
  if (!numbers.awayWords.has(tokens[position]?.lower ?? '')) return '';
  position++;
  while (tokens[position] && !/^\p{Lu}/u.test(tokens[position]!.text) && position < at + 6) {
    const { wordClass, lower } = tokens[position]!;
    if (wordClass === 'ADP' ? !numbers.of.has(lower) : !['DET', 'ADJ', 'NOUN'].includes(wordClass)) return '';
    position++;
  }
  const names: string[] = [];
  while (tokens[position] && /^\p{Lu}/u.test(tokens[position]!.text) && names.length < 3) {
    names.push(tokens[position]!.lower);
    position++;
  }
  return names.length > 0 ? `distance:${names.join(' ')}` : '';
}

/** "a population of 200,000", "200,000 residents": what the number says about its head; '' when nothing. */
export function scopeAround(
  tokens: readonly Token[],
  from: number,
  to: number,
  numbers: NumberLanguage,
): string {
  const inhabited = tokens
    .slice(Math.max(0, from - 4), from)
    .some((token) => numbers.homeWords.has(token.lower));
  if (inhabited && numbers.inhabitants.has(tokens[to - 1]?.lower ?? '')) return 'population';
  for (let at = from - 1; at >= Math.max(0, from - 5); at--) {
    const token = tokens[at]!;
    if (token.text === ',' || (token.wordClass === 'VERB' && at < from - 2)) break;
    if (numbers.scopes.has(token.lemma)) return token.lemma;
  }
  for (let at = to; at <= Math.min(tokens.length - 1, to + 1); at++) {
    if (numbers.scopes.has(tokens[at]!.lemma) && tokens[at]!.wordClass === 'NOUN') return tokens[at]!.lemma;
  }
  return '';
}
