import type { EntityKind } from '../../model/claim';
import type { NameLanguage } from '../languages/language';
import type { NameContext } from './name-context';
import type { Token } from './tokens';

const sayingVerb = /^(?:say|tell|write|argue|add|claim|insist|explain|note|warn|ask|announce|reply)$/;

/** A word without the full stop of an abbreviation. */
export const plain = (token: Token): string => token.lower.replace(/\.$/, '');

/** Titles before a name, written with it ("President Dell") or in lower case ("mayor Dell"). */
export const splitRole = (
  tokens: readonly Token[],
  from: number,
  end: number,
  names: NameLanguage,
): { from: number; role: string | null; roleFrom: number } => {
  let at = from;
  while (at < end && (names.titles.has(plain(tokens[at]!)) || isQualifierOfTitle(tokens, at, end, names)))
    at++;
  if (
    at > from &&
    names.titles.has(plain(tokens[at - 1]!)) &&
    !names.organisationWords.has(plain(tokens[at]!))
  ) {
    return {
      from: at,
      role: tokens
        .slice(from, at)
        .map((token) => token.lower)
        .join(' '),
      roleFrom: from,
    };
  }
  let before = from - 1;
  const words: string[] = [];
  while (before >= 0 && words.length < 5) {
    const token = tokens[before]!;
    const title = names.titles.has(plain(token));
    const inside = words.length > 0 && ['NOUN', 'ADJ', 'PROPN'].includes(token.wordClass);
    if (!title && !inside) break;
    words.unshift(token.lower);
    before--;
  }
  const titled = words.length > 0 && names.titles.has(words.at(-1)!.replace(/\.$/, ''));
  return { from, role: titled ? words.join(' ') : null, roleFrom: titled ? before + 1 : from };
};

const isQualifierOfTitle = (
  tokens: readonly Token[],
  at: number,
  end: number,
  names: NameLanguage,
): boolean => {
  if (!names.nations.has(tokens[at]!.lower) && !names.organisationWords.has(plain(tokens[at]!))) return false;
  return tokens.slice(at + 1, end).some((token) => names.titles.has(plain(token)));
};

/** Kind of a name by its words, what stands before it and the verb after it. */
export const kindOf = (
  tokens: readonly Token[],
  from: number,
  end: number,
  role: string | null,
  context: NameContext,
): EntityKind => {
  const { names } = context;
  const words = tokens.slice(from, end + 1);
  if (role) return 'person';
  if (words.some((token) => names.organisationWords.has(plain(token)))) return 'organisation';
  if (words.some((token) => names.placeWords.has(plain(token))) || names.directionWords.has(words[0]!.lower))
    return 'place';
  if (words.length === 1 && /^\p{Lu}{2,6}$/u.test(words[0]!.text)) return 'organisation';
  const before = tokens[from - 1]?.lower ?? '';
  const after = tokens[end + 1];
  if (names.placePrepositions.has(before) && !(/^(?:of|to|from)$/.test(before) && words.length > 1))
    return 'place';
  if (after?.wordClass === 'VERB' && sayingVerb.test(after.lemma)) return 'person';
  const namesOnly = words.every(
    (token) =>
      /^\p{Lu}[\p{Ll}'’-]+\p{L}*$/u.test(token.text) ||
      /^\p{Lu}\.$/u.test(token.text) ||
      names.particles.has(token.lower),
  );
  return words.length >= 2 && words.length <= 4 && namesOnly ? 'person' : 'unknown';
};

/** Position of a title inside a run of capitals that is followed by a name, or -1. */
export const titleInside = (
  tokens: readonly Token[],
  from: number,
  end: number,
  names: NameLanguage,
): number => {
  for (let at = from + 1; at < end; at++) {
    const title = names.titles.has(plain(tokens[at]!)) && !names.organisationWords.has(plain(tokens[at]!));
    const before = tokens[at - 1]!;
    const partOfTitle = names.titles.has(plain(before)) || names.organisationWords.has(plain(before));
    if (title && !partOfTitle && !names.nations.has(before.lower)) return at;
  }
  return -1;
};
