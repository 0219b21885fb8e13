import type { Span } from '../../model/article';
import { isLetterOrNumber, sizeAt } from '../../text/character-classes';

/** A word of a sentence as it is compared; `don't` gives two, the second of them "not". */
export interface SentenceWord extends Span {
  text: string;
  capital: boolean;
}

/** Words of one sentence that stand in the place of words of another. Either side may be empty, never both. */
export interface WordChange {
  left: SentenceWord[];
  right: SentenceWord[];
  /** Equal words right before and after, up to the next change; `Infinity` at the end of a sentence. */
  before: number;
  after: number;
}

export interface WordChanges {
  same: number;
  changes: WordChange[];
}

const contraction = /^(\p{L}+?)n['’]t$/u;
const fullForms: Record<string, string> = { ca: 'can', wo: 'will', sha: 'shall' };

const joints = new Set(".,:'’-");
const currencies = new Set('$£€');

/** Where the word ends that begins at `at`: marks between two letters or digits and a percent sign belong to it. */
function endOfWord(text: string, at: number): number {
  let end = at;
  while (
    isLetterOrNumber(text, end) ||
    (joints.has(text.charAt(end)) && end > at && isLetterOrNumber(text, end + 1))
  ) {
    end += sizeAt(text, end);
  }
  return text.charAt(end) === '%' ? end + 1 : end;
}

function wordsAt(text: string, start: number, end: number, offset: number): SentenceWord[] {
  const written = text.slice(start, end);
  const lower = written.toLowerCase();
  const span = { start: offset + start, end: offset + end, capital: /^\p{Lu}/u.test(written) };
  const negated = /t$/.test(lower) ? contraction.exec(lower)?.[1] : undefined;
  if (negated === undefined) return [{ ...span, text: lower.replace(/’/g, "'").replace(/['’]s$/, '') }];
  return [
    { ...span, text: fullForms[negated] ?? negated },
    { ...span, text: 'not', capital: false },
  ];
}

/** Words of a sentence that stands at `offset`, with contracted negations taken apart. */
export function sentenceWords(text: string, offset: number): SentenceWord[] {
  const words: SentenceWord[] = [];
  for (let at = 0; at < text.length; ) {
    if (!isLetterOrNumber(text, at)) {
      at += sizeAt(text, at);
      continue;
    }
    const end = endOfWord(text, at);
    const start = currencies.has(text.charAt(at - 1)) ? at - 1 : at;
    words.push(...wordsAt(text, start, end, offset));
    at = end;
  }
  return words;
}

/** Lengths of the longest common subsequences of the ends of two lists, from each pair of places on. */
function commonLengths(left: readonly SentenceWord[], right: readonly SentenceWord[]): Uint16Array {
  const width = right.length + 1;
  const table = new Uint16Array((left.length + 1) * width);
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      table[i * width + j] =
        left[i]?.text === right[j]?.text
          ? (table[(i + 1) * width + j + 1] as number) + 1
          : Math.max(table[(i + 1) * width + j] as number, table[i * width + j + 1] as number);
    }
  }
  return table;
}

/** What was changed between two sentences, word for word, by their longest common subsequence. */
export function wordChanges(left: readonly SentenceWord[], right: readonly SentenceWord[]): WordChanges {
  const table = commonLengths(left, right);
  const width = right.length + 1;
  const changes: WordChange[] = [];
  let run = Number.POSITIVE_INFINITY;
  let open: WordChange | null = null;
  let [i, j] = [0, 0];
  const change = (): WordChange => {
    if (open === null) {
      open = { left: [], right: [], before: run, after: 0 };
      const last = changes.at(-1);
      if (last) last.after = run;
      changes.push(open);
    }
    return open;
  };
  while (i < left.length || j < right.length) {
    const [here, there] = [left[i], right[j]];
    if (here && there && here.text === there.text) {
      run = open === null ? run + 1 : 1;
      open = null;
      i += 1;
      j += 1;
    } else if (
      here &&
      (!there || (table[(i + 1) * width + j] as number) >= (table[i * width + j + 1] as number))
    ) {
      change().left.push(here);
      i += 1;
    } else if (there) {
      change().right.push(there);
      j += 1;
    }
  }
  const last = changes.at(-1);
  if (last) last.after = Number.POSITIVE_INFINITY;
  return { same: table[0] ?? 0, changes };
}
