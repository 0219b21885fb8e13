import type { Casualty } from '../../model/claim';
import type { NumberLanguage } from '../languages/language';
import type { NumberContext } from './number-context';
import type { Token } from './tokens';

/** What the first telling word says happened. */
export const casualtyOf = (words: readonly Token[], numbers: NumberLanguage): Casualty | null => {
  for (const token of words) {
    for (const kind of ['killed', 'injured', 'missing', 'arrested', 'displaced', 'rescued'] as const) {
      if (numbers.casualties[kind].has(token.lower) || numbers.casualties[kind].has(token.lemma)) return kind;
    }
  }
  return null;
};

const predicateClasses = new Set(['VERB', 'ADJ', 'AUX', 'ADV', 'PART']);

/** Where what is said of the counted ends: "24 people AND wounded 200 others" is another predicate. */
const endsPredicate = (token: Token): boolean =>
  /^[,;:.]$/.test(token.text) || ['NUM', 'NOUN', 'CCONJ'].includes(token.wordClass);

/** Verbs said of the counted, over a phrase in between: "two people FROM THE VILLAGE were hurt". */
const predicateAfter = (tokens: readonly Token[], to: number): Token[] => {
  let start = to;
  if (tokens[to]?.wordClass === 'ADP') {
    while (
      start < to + 7 &&
      tokens[start] &&
      !['AUX', 'VERB', 'PUNCT', 'CCONJ'].includes(tokens[start]!.wordClass)
    )
      start++;
    if (tokens[start]?.wordClass !== 'AUX') start = to;
  }
  const end = tokens.findIndex((token, at) => at >= start && endsPredicate(token));
  return tokens
    .slice(start, Math.min(end < 0 ? tokens.length : end, start + 6))
    .filter((token) => predicateClasses.has(token.wordClass));
};

/** "Neun Menschen sind am Samstag bei einem Brand getötet worden": the verb that closes the auxiliary's bracket. */
const closingVerbs = (tokens: readonly Token[], to: number): Token[] => {
  if (tokens[to]?.wordClass !== 'AUX') return [];
  const end = tokens.findIndex(
    ({ text, wordClass }, at) => at >= to && (/^[,;:.]$/.test(text) || wordClass === 'CCONJ'),
  );
  const clause = tokens.slice(to, end < 0 ? tokens.length : end);
  return clause.slice(-2).filter(({ wordClass }) => wordClass === 'VERB');
};

/**
 * What happened to the counted: the head itself ("24 dead"), a participle or verb right after ("24 people
 * were killed"), or the verb before with nothing between ("killing 24 people", "killed at least 24").
 */
export const casualtyAround = (context: NumberContext, from: number, to: number): Casualty | null => {
  const { tokens, numbers } = context;
  if (tokens.slice(from, to).some(({ lemma }) => numbers.charges?.has(lemma))) return null;
  const inside = casualtyOf(tokens.slice(from, to), numbers);
  if (inside) return inside;
  const passive = casualtyOf(predicateAfter(tokens, to), numbers);
  if (passive) return passive;
  const closing = numbers.verbBracket ? casualtyOf(closingVerbs(tokens, to), numbers) : null;
  if (closing) return closing;
  const before = tokens.slice(Math.max(0, from - 3), from);
  // "A clerk died and two men were flown out": what stands before the joining word is told of others.
  const joined = before.findLastIndex(({ wordClass }) => wordClass === 'CCONJ');
  return casualtyOf(
    before.slice(joined + 1).filter((token) => token.wordClass === 'VERB' || token.wordClass === 'NOUN'),
    numbers,
  );
};
