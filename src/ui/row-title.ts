import type { ProvenRow, ProvenValue } from './proof';

/**
 * What a row is called: the thing in question, or, where the comparison found no name for it (a whole statement
 * that several make), the words of the first article themselves.
 */
export function titleOf({ row, values }: ProvenRow): { words: string; verbatim: boolean } {
  const label = row.label.trim();
  if (label !== '' && row.kind !== 'statement') return { words: label, verbatim: false };
  const first = values[0];
  const words = label || first?.value.label.trim() || first?.quotes[0]?.words || '';
  return { words, verbatim: true };
}

/** A value as short as an axis needs it: the number where it stands in the label, the label where it was converted. */
export function axisLabel({ value }: ProvenValue, written: string): string {
  const digits = value.label.replace(/[^\d]/g, '');
  const plain = written.replace(/[^\d]/g, '');
  if (digits === '' || plain === '' || digits.includes(plain)) return written;
  return value.label;
}
