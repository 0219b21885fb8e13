import { addDays } from './days';
import type { SentenceReading } from './reading';

/** Days before the report from which on a dated event is another one, told as background. */
const backgroundDays = 60;

/**
 * Whether a sentence tells another, earlier event: it names a day, month or year that ended long before the
 * report. A relative period ("the past year") says nothing of the kind.
 */
export function isBackground(sentence: SentenceReading, reference: string | null): boolean {
  if (!reference) return false;
  const limit = addDays(reference, -backgroundDays);
  const dated = sentence.times.filter(
    (time) => time.to !== null && time.relation !== 'since' && time.grain !== 'vague',
  );
  if (dated.length === 0) return false;
  return dated.every((time) => time.to! < limit);
}
