import type { TimeGrain } from '../../model/claim';
import type { CalendarLanguage, NumberLanguage } from '../languages/language';
import type { Token } from './tokens';

/** What a date expression says, before relation and part of the period are added. */
export interface ReadDate {
  to: number;
  from: string | null;
  until: string | null;
  grain: TimeGrain;
  weekday: number | null;
  explicit: boolean;
  partOfDay: readonly [number, number] | null;
}

export interface DateContext {
  tokens: readonly Token[];
  calendar: CalendarLanguage;
  numbers: NumberLanguage;
  /** ISO day relative words are resolved against, or null. */
  reference: string | null;
  /** Whether the clause around a token speaks of the future. */
  isFuture(at: number): boolean;
}

/** A token in lower case, '' beyond the ends. */
export const bare = (token: Token | undefined): string => token?.lower ?? '';

/** A reading that ends before `to`. */
export const read = (
  to: number,
  range: readonly [string, string] | null,
  grain: TimeGrain,
  extra: Partial<ReadDate> = {},
): ReadDate => ({
  to,
  from: range?.[0] ?? null,
  until: range?.[1] ?? null,
  grain,
  weekday: null,
  explicit: false,
  partOfDay: null,
  ...extra,
});

/** Day of a month, 1 to 31, with or without an ordinal ending. */
export const dayNumber = (token: Token | undefined): number | null => {
  const digits = /^(\d{1,2})(?:st|nd|rd|th|º|er)?$/i.exec(token?.text ?? '')?.[1];
  const value = digits ? Number(digits) : 0;
  return value >= 1 && value <= 31 ? value : null;
};

/** A year of four digits, 1500 to 2099. */
export const yearNumber = (token: Token | undefined): number | null => {
  const value = /^(?:1[5-9]|20)\d{2}$/.test(token?.text ?? '') ? Number(token?.text) : 0;
  return value > 0 ? value : null;
};
