import type { PageMark } from '../../messages/page-calls';
import { normalise, type PageText, rangeOf } from './page-text';

/** Trailing and leading blanks matter at the seam with the sentence only, so they are dropped. */
const endsWith = (text: string, words: string): boolean => text.trimEnd().endsWith(words);
const startsWith = (text: string, words: string): boolean => text.trimStart().startsWith(words);

const visible = (range: Range): boolean => {
  const element = range.startContainer.parentElement;
  // jsdom and old browsers cannot say; then it counts as visible.
  return element?.checkVisibility?.({ visibilityProperty: true }) ?? true;
};

interface Candidate {
  start: number;
  end: number;
}

function occurrences(text: string, words: string): Candidate[] {
  const found: Candidate[] = [];
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    found.push({ start, end: start + words.length });
  }
  return found;
}

/** Whether the words around an occurrence are those around the sentence; no words known means none are asked for. */
function fits(text: string, { start, end }: Candidate, before: string, after: string): boolean {
  const reach = 80;
  const left = text.slice(Math.max(0, start - before.length - reach), start);
  const right = text.slice(end, end + after.length + reach);
  return (before === '' || endsWith(left, before)) && (after === '' || startsWith(right, after));
}

const atBoundary = (
  text: string,
  { start, end }: Candidate,
  mark: { before: string; after: string },
): boolean =>
  (mark.before !== '' || start === 0 || text[start - 1] === '\n') &&
  (mark.after !== '' || end === text.length || text[end] === '\n');

/**
 * Finds a sentence by its exact words and the words on both sides. Where the article's paragraph ends the
 * sentence has no neighbour: then a block of the page must end there too, or the sentence must stand on the
 * page only once. Two places that fit equally are none: a wrong mark is worse than a missing one.
 */
export function findMark(page: PageText, mark: Pick<PageMark, 'exact' | 'before' | 'after'>): Range | null {
  const exact = normalise(mark.exact);
  if (exact === '') return null;
  const around = { before: normalise(mark.before), after: normalise(mark.after) };
  const fitting = occurrences(page.text, exact).filter((place) =>
    fits(page.text, place, around.before, around.after),
  );
  const ranges = (places: Candidate[]): Range[] =>
    places.flatMap(({ start, end }) => rangeOf(page, start, end) ?? []).filter(visible);
  const all = ranges(fitting);
  if (all.length <= 1) return all[0] ?? null;
  const bounded = ranges(fitting.filter((place) => atBoundary(page.text, place, around)));
  return bounded.length === 1 ? (bounded[0] ?? null) : null;
}
