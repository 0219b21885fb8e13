import type { Token } from '../text/words';

/** Capitalised for other reasons than being a name, in the languages that capitalise only names. */
const notNames = new Set(
  `the a an in on at for but and he it she they we i this that these those there when while after before as if or so
  not no its his her their our my your you by with from to of mr mrs ms dr monday tuesday wednesday thursday friday
  saturday sunday january february march april may june july august september october november december jan feb mar
  apr jun jul aug sept sep oct nov dec am pm est edt pst gmt read more share click photo photos video update updated
  published posted copyright rights reserved related story stories news el la los las un una en de por con le les il
  elle dans et der die das ein eine und`
    .split(/\s+/)
    .filter(Boolean),
);

function isCapital(letter: string): boolean {
  const code = letter.charCodeAt(0);
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  return letter !== letter.toLowerCase() && letter === letter.toUpperCase();
}

/** Between two words: the end of a sentence, a break inside one, or nothing that parts a name. */
function breakBetween(text: string, from: number, to: number): 'sentence' | 'phrase' | 'none' {
  if (to - from === 1) return 'none';
  const gap = text.slice(from, to);
  if (/\n/.test(gap) || /[!?…]/.test(gap)) return 'sentence';
  if (/\.["”’)\]]*\s/.test(gap)) return 'sentence';
  return /^[.\s&-]*$/.test(gap) ? 'none' : 'phrase';
}

/** "J. Smith", "Mr. Smith", "St. Louis": the stop after these ends no sentence. */
const abbreviation = /^(?:[a-z]|mr|mrs|ms|dr|st|sen|rep|gov|gen|col|lt|sgt|capt|prof|rev|jr|sr|no|vs)$/;

interface SentenceBounds {
  start: number;
  end: number;
}

function sentenceBounds(text: string, words: Token[]): SentenceBounds[] {
  const bounds: SentenceBounds[] = [];
  let start = 0;
  for (let at = 1; at <= words.length; at++) {
    const previous = words[at - 1]!;
    const ended =
      at === words.length ||
      (breakBetween(text, previous.end, words[at]!.start) === 'sentence' &&
        !abbreviation.test(previous.word));
    if (!ended) continue;
    bounds.push({ start, end: at });
    start = at;
  }
  return bounds;
}

/** Headlines In Title Case and SHOUTED lines capitalise everything and so tell no names. */
function tellsNames(text: string, words: Token[], bounds: SentenceBounds): boolean {
  const count = bounds.end - bounds.start;
  if (count <= 3) return true;
  let capitals = 0;
  for (let at = bounds.start; at < bounds.end; at++) if (isCapital(text[words[at]!.start]!)) capitals++;
  return capitals / count <= 0.7;
}

/**
 * Capitalised words and runs of them with their counts: "york" and "new york". A word that only ever opens a
 * sentence is no name. Scripts without capitals give none.
 */
export function namesIn(text: string, words: Token[]): Map<string, number> {
  const inside = new Map<string, number>();
  const opening = new Map<string, number>();
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const bounds of sentenceBounds(text, words)) {
    if (!tellsNames(text, words, bounds)) continue;
    let run: string[] = [];
    const endRun = () => {
      if (run.length > 1) count(inside, run.join(' '));
      run = [];
    };
    for (let at = bounds.start; at < bounds.end; at++) {
      const token = words[at]!;
      if (at > bounds.start && breakBetween(text, words[at - 1]!.end, token.start) !== 'none') endRun();
      const word = token.word.endsWith("'s") ? token.word.slice(0, -2) : token.word;
      if (!isCapital(text[token.start]!) || word.length < 2 || notNames.has(word)) {
        endRun();
        continue;
      }
      count(at === bounds.start ? opening : inside, word);
      run.push(word);
    }
    endRun();
  }
  for (const [word, uses] of opening) {
    if (inside.has(word)) inside.set(word, inside.get(word)! + uses);
  }
  return inside;
}
