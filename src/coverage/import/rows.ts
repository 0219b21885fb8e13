/** A file as the reader chose it; a browser's `File` is one. */
export interface ImportSource {
  name: string;
  size: number;
  stream(): ReadableStream<Uint8Array>;
}

/** Facts a file gives beside the text; everything is checked again when an article is made of it. */
export interface RowFacts {
  address?: string;
  outlet?: string;
  authors?: string[];
  published?: string;
  language?: string;
  /** ISO instant at which the reader saved it. */
  savedAt?: string;
}

/** One row of a file before it becomes an article: what it is, and nothing decided yet. */
export type RawRow =
  | ({ kind: 'html'; label: string; html: string } & RowFacts)
  | ({ kind: 'text'; label: string; text: string } & RowFacts)
  | { kind: 'link'; label: string; address: string }
  | { kind: 'note'; label: string; address: string; note: string }
  | { kind: 'set-aside'; label: string; reason: SetAsideReason };

/** Why a row is not taken: each has its sentence in the interface. */
const setAsideReasons = [
  'no-address',
  'no-text',
  'not-json',
  'not-an-article',
  'not-html',
  'too-large',
  'damaged',
  'not-in-library',
  'unknown-format',
] as const;

export type SetAsideReason = (typeof setAsideReasons)[number];

/** A row with its place in the file, counted from 1, and how far the file has been read. */
export interface PositionedRow {
  position: number;
  row: RawRow;
  bytes: number;
}

/** Characters of one row that are read; longer ones are set aside as too large. */
export const rowLimit = 20_000_000;

export const isWebAddress = (value: unknown): value is string =>
  typeof value === 'string' && /^https?:\/\//i.test(value.trim()) && URL.canParse(value.trim());

/** A string of some length, or undefined: for fields of records of unknown make. */
export const filledText = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() ? value.trim() : undefined;

/** An ISO instant of a date in any of the forms exports use, seconds since the epoch included. */
export function instantOf(value: unknown): string | undefined {
  const seconds = typeof value === 'number' || (typeof value === 'string' && /^\d{9,11}$/.test(value));
  const date = new Date(seconds ? Number(value) * 1000 : String(value ?? ''));
  return Number.isNaN(date.getTime()) || value === null || value === undefined
    ? undefined
    : date.toISOString();
}

/** Leaves out what is undefined, as optional fields want it. */
export const facts = (given: { [Name in keyof RowFacts]: RowFacts[Name] | undefined }): RowFacts =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as RowFacts;
