import type { ProvenRow, ProvenValue } from './proof';

/** The label with the capitals it has in a quoted sentence: rules compare in small letters. */
function asWritten(label: string, values: readonly ProvenValue[]): string {
  for (const { words } of values.flatMap(({ quotes }) => quotes)) {
    const at = words.toLowerCase().indexOf(label.toLowerCase());
    // A name keeps its capitals; a word that only opens its sentence does not become one.
    if (at > 0) return words.slice(at, at + label.length);
  }
  return label;
}

/** A part of a sentence that does not begin it is shown to be a part. */
const asPart = (part: string, sentence: string): string =>
  sentence.trim().indexOf(part) > 0 ? `… ${part}` : part;

/**
 * What a row is called: the thing in question, or, where the comparison found no name for it (a whole statement
 * that several make), the words of the first article themselves.
 */
export function titleOf({ row, values }: ProvenRow): { words: string; verbatim: boolean } {
  const label = row.label.trim();
  if (label !== '' && row.kind !== 'statement') return { words: asWritten(label, values), verbatim: false };
  const first = values[0];
  const sentence = first?.quotes[0]?.words ?? '';
  const words = label || first?.value.label.trim() || sentence;
  return { words: asPart(words, sentence), verbatim: true };
}

/** Whether a title says too little to stand alone: "time", "soldiers". */
export const isBare = (title: string): boolean => !/\s/.test(title);

/** A value as short as an axis needs it: the number where it stands in the label, the label where it was converted. */
export function axisLabel({ value }: ProvenValue, written: string): string {
  const digits = value.label.replace(/[^\d]/g, '');
  const plain = written.replace(/[^\d]/g, '');
  if (digits === '' || plain === '' || digits.includes(plain)) return written;
  return value.label;
}
