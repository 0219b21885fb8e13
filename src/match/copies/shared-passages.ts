import type { Article } from '../../model/article';
import { firstPerson } from '../../text/first-person';
import { stopWords } from '../../text/stop-words';
import { termOf } from '../../text/words';
import { type CopyText, sequenceAt } from './copy-text';
import { creditsOf } from './credits';

/** A text and the words of it that may show whose they are. */
export interface Reading {
  article: Article;
  text: CopyText;
  /**
   * 1 for words that stand for nothing when shared: quotations, with marks or in the first person, and lines of credit.
   */
  setAside: Uint8Array;
}

/** Words of one text found again in another: positions in both and how many. */
export interface Run {
  left: number;
  right: number;
  length: number;
}

const seedLength = 5;

/** Places of one sequence that are looked at: a text that says one thing a thousand times must not cost a thousandfold. */
const placesTried = 8;

/**
 * Two reporters who have never seen each other's text meet in a title, a charge, an address of a dozen words; in a run of
 * this many, or in a whole sentence of so many, hardly ever. Of 370 pairs of independent reports of one event 26 share a
 * run of twelve words outside quotation marks, six one of fifteen, and of these three are quoted without marks.
 */
const tellingRun = 15;
const tellingSentence = 10;

/** Once one such run is there, shorter ones are of the same making; and several of them are as telling together. */
export const leastRun = 8;
const tellingTogether = 25;

/** Of these words so many must be neither names nor figures nor words of every text ("Maj. A B, Capt. C D and Capt. E F"). */
const leastPlain = 5;
const furtherPlain = 4;

/** Beyond this share of words that say something, a run is a list of names, or a post in another language. */
const mostSaying = 0.8;

/** A post shown in a text (its address, the name of an account), and the lines of law under a text. */
const notTheirs =
  /pic\.twitter\.com|(?:^|[\s(])@\w|copyright|©|all rights reserved|not be (?:published|reproduced)/i;

/** Whose words a text's words are. */
export function readingOf(article: Article, text: CopyText): Reading {
  const setAside = Uint8Array.from(text.quoted);
  const own = firstPerson(article.language.value);
  for (let at = 0; at + 1 < text.sentences.length; at++) {
    const [start, end] = [text.sentences[at]!, text.sentences[at + 1]!];
    if (start === end) continue;
    const said = article.text.slice(text.words[start]!.start, text.words[end - 1]!.end);
    let speaks = notTheirs.test(said);
    for (let word = start; word < end && !speaks; word++) {
      speaks = text.quoted[word] === 0 && own.has(text.words[word]!.word);
    }
    if (speaks) setAside.fill(1, start, end);
  }
  for (const { span } of creditsOf(article)) {
    if (!span) continue;
    text.words.forEach((word, at) => {
      if (word.start >= span.start && word.end <= span.end) setAside[at] = 1;
    });
  }
  return { article, text, setAside };
}

/** Where each sequence of words begins in a text. */
function placesOf({ hashes }: CopyText): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (let at = 0; at + seedLength <= hashes.length; at++) {
    const sequence = sequenceAt(hashes, at, seedLength);
    const known = places.get(sequence);
    if (!known) places.set(sequence, [at]);
    else if (known.length < placesTried) known.push(at);
  }
  return places;
}

/** Runs of the same words, each as long as it goes, in the order of the left text (greedy string tiling; Wise, 1993). */
function sameRuns(left: CopyText, right: CopyText): Run[] {
  const places = placesOf(right);
  const runs: Run[] = [];
  for (let at = 0; at + seedLength <= left.hashes.length; ) {
    let longest: Run | null = null;
    for (const place of places.get(sequenceAt(left.hashes, at, seedLength)) ?? []) {
      let length = 0;
      while (
        at + length < left.hashes.length &&
        place + length < right.hashes.length &&
        left.hashes[at + length] === right.hashes[place + length]
      )
        length++;
      if (!longest || length > longest.length) longest = { left: at, right: place, length };
    }
    if (longest && longest.length >= seedLength) runs.push(longest);
    at += Math.max(1, longest?.length ?? 0);
  }
  return runs;
}

interface RunWords {
  /** Words not set aside in either text; of these, those that say something, and those that are no names and figures. */
  words: number;
  saying: number;
  plain: number;
}

/** Languages that capitalise every noun: capitals tell no names there. */
const capitalNouns = new Set(['de', 'lb']);

function wordsOfRun(left: Reading, right: Reading, run: Run): RunWords {
  const language = left.article.language.value;
  const name = capitalNouns.has(language) ? /^\d/ : /^[\p{Lu}\d]/u;
  const counts = { words: 0, saying: 0, plain: 0 };
  for (let offset = 0; offset < run.length; offset++) {
    const at = run.left + offset;
    if (left.setAside[at] === 1 || right.setAside[run.right + offset] === 1) continue;
    counts.words++;
    const { start, word } = left.text.words[at]!;
    if (termOf(word, language) === '') continue;
    counts.saying++;
    if (!name.test(left.article.text[start]!)) counts.plain++;
  }
  return counts;
}

/** Whether a run holds a whole sentence of enough words that are not set aside. */
function holdsSentence({ text, setAside }: Reading, run: Run): boolean {
  for (let at = 0; at + 1 < text.sentences.length; at++) {
    const [start, end] = [text.sentences[at]!, text.sentences[at + 1]!];
    if (start < run.left || end > run.left + run.length || end - start < tellingSentence) continue;
    let words = 0;
    for (let word = start; word < end; word++) words += 1 - setAside[word]!;
    if (words >= tellingSentence) return true;
  }
  return false;
}

/**
 * Runs of words that two texts have in common and that show one to be made with the other at hand, or both with a third,
 * in the order of the left; none where all they share is what two reports of one event share anyway: quotations, names
 * and titles, set phrases.
 */
export function sharedRuns(left: Reading, right: Reading): Run[] {
  const hasStopWords = stopWords(left.article.language.value).size > 0;
  const told = sameRuns(left.text, right.text)
    .map((run) => ({ run, ...wordsOfRun(left, right, run) }))
    .filter(
      ({ words, saying, plain }) =>
        words >= leastRun && plain >= furtherPlain && (!hasStopWords || saying <= words * mostSaying),
    );
  const tellsAlone = told.some(
    ({ run, words, plain }) =>
      plain >= leastPlain && (words >= tellingRun || (words >= tellingSentence && holdsSentence(left, run))),
  );
  const together = told.reduce((sum, { words }) => sum + words, 0);
  return tellsAlone || (told.length > 1 && together >= tellingTogether) ? told.map(({ run }) => run) : [];
}
