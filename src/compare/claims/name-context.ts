import type { NameLanguage } from '../languages/language';

/** What is known of the whole article when names are read. */
export interface NameContext {
  names: NameLanguage;
  /** Words the article also writes in lower case: no names at the start of a sentence or in a headline. */
  inLowerCase: ReadonlySet<string>;
  /** Words the article capitalises inside a sentence. */
  inCapitals: ReadonlySet<string>;
  /** Days, months and number words: capitals make no names of them. */
  isNoName(lower: string): boolean;
  isCommonWord(lower: string): boolean;
}
