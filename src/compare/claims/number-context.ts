import type { NumberLanguage } from '../languages/language';
import type { Token } from './tokens';

/** What a reader of numbers is given of a sentence. */
export interface NumberContext {
  tokens: readonly Token[];
  numbers: NumberLanguage;
  /** Tokens inside a time expression are no quantities. */
  isTime(at: number): boolean;
}
