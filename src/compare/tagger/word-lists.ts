import type { RawToken, Token } from '../claims/tokens';
import type { WordClass } from './word-classes';

/** A tagger made of closed word classes, verb forms and endings, for languages without a learned table. */
export interface WordLists {
  /** Words of the closed classes, parted by blanks. */
  closed: Partial<Record<WordClass, string>>;
  /** Base form, then its forms: "sagen sagt sagte sagten gesagt". */
  verbs: readonly string[];
  auxiliaries: readonly string[];
  /** Endings of lower-case words, tried in order. */
  endings: readonly (readonly [RegExp, WordClass])[];
  /** Class of a lower-case word nothing else is known of. */
  otherwise: WordClass;
  /** Class of a capitalised word that is not the first of its sentence. */
  capitalised(tokens: readonly RawToken[], at: number): WordClass;
  /** Base form of a noun: "Häuser" stays, "barcos" to "barco". */
  singular(lower: string): string;
}

const formsOf = (rows: readonly string[]): Map<string, string> =>
  new Map(
    rows.flatMap((row) => {
      const [base = '', ...forms] = row.split(' ');
      return [base, ...forms].map((form) => [form, base] as const);
    }),
  );

/** Classes and base forms by lists and endings. */
export function createWordListTagger(lists: WordLists): {
  tag(tokens: readonly RawToken[]): Token[];
  isCommonWord(lower: string): boolean;
} {
  const verbs = formsOf(lists.verbs);
  const auxiliaries = formsOf(lists.auxiliaries);
  const closed = new Map<string, WordClass>();
  for (const [wordClass, words] of Object.entries(lists.closed) as [WordClass, string][]) {
    for (const word of words.split(' ')) closed.set(word, wordClass);
  }
  const classOf = (tokens: readonly RawToken[], at: number): WordClass => {
    const { text } = tokens[at]!;
    const lower = text.toLowerCase();
    if (/^\d/.test(text)) return 'NUM';
    if (!/\p{L}/u.test(text)) return 'PUNCT';
    const known =
      closed.get(lower) ?? (auxiliaries.has(lower) ? 'AUX' : verbs.has(lower) ? 'VERB' : undefined);
    const capital = /^\p{Lu}/u.test(text);
    if (known && (!capital || at === 0 || known !== 'VERB')) return known;
    if (capital && at > 0) return lists.capitalised(tokens, at);
    const ending = capital ? undefined : lists.endings.find(([pattern]) => pattern.test(lower));
    if (ending) return ending[1];
    return capital ? lists.capitalised(tokens, at) : lists.otherwise;
  };
  return {
    tag: (tokens) =>
      tokens.map(({ text, start, end }, at): Token => {
        const wordClass = classOf(tokens, at);
        const lower = text.toLowerCase();
        const verb =
          wordClass === 'AUX' ? auxiliaries.get(lower) : wordClass === 'VERB' ? verbs.get(lower) : undefined;
        const lemma = verb ?? (wordClass === 'NOUN' ? lists.singular(lower) : lower);
        return { text, start, end, lower, wordClass, lemma };
      }),
    isCommonWord: (lower) => closed.has(lower) || verbs.has(lower) || auxiliaries.has(lower),
  };
}
