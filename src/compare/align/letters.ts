import { isLetterOrNumber, sizeAt } from '../../text/character-classes';
import type { Unit } from './unit';

const gramLength = 4;
const charactersAtOnce = 0x10000;

/** Pairs of the first 256 characters, which are nearly all pairs in Latin script, are looked up without hashing. */
const latin = 256;

/** Numbers runs of four UTF-16 units by their two halves, which is exact and makes no string of any of them. */
class GramNumbering {
  private readonly latinHalves = new Int32Array(latin * latin).fill(-1);
  private readonly halves = new Map<number, number>();
  private halfCount = 0;
  private readonly wholes = new Map<number, number>();
  private counts = new Int32Array(1024);
  private counted: Int32Array = new Int32Array(0);

  get size(): number {
    return this.wholes.size;
  }

  private half(first: number, second: number): number {
    const isLatin = first < latin && second < latin;
    const key = isLatin ? first * latin + second : first * charactersAtOnce + second;
    const known = isLatin ? this.latinHalves[key] : this.halves.get(key);
    if (known !== undefined && known >= 0) return known;
    const next = this.halfCount;
    this.halfCount += 1;
    if (isLatin) this.latinHalves[key] = next;
    else this.halves.set(key, next);
    return next;
  }

  private whole(first: number, second: number): number {
    const key = first * charactersAtOnce + second;
    const known = this.wholes.get(key);
    if (known !== undefined) return known;
    const next = this.wholes.size;
    this.wholes.set(key, next);
    return next;
  }

  /** The grams of a text in order, repeated ones too. */
  of(text: string): Int32Array {
    const grams = new Int32Array(Math.max(0, text.length - gramLength + 1));
    const halves = new Int32Array(Math.max(0, text.length - 1));
    for (let at = 0; at < halves.length; at += 1) {
      halves[at] = this.half(text.charCodeAt(at), text.charCodeAt(at + 1));
    }
    for (let at = 0; at < grams.length; at += 1) {
      grams[at] = this.whole(halves[at] as number, halves[at + 2] as number);
    }
    return grams;
  }

  /** How often each gram stands in a text, by number of the gram. Valid until it is asked about another text. */
  countsOf(grams: Int32Array): Int32Array {
    if (this.counted === grams) return this.counts;
    for (const gram of this.counted) this.counts[gram] = 0;
    if (this.counts.length < this.size) this.counts = new Int32Array(this.size * 2);
    for (const gram of grams) this.counts[gram] = (this.counts[gram] as number) + 1;
    this.counted = grams;
    return this.counts;
  }
}

/** The four-letter grams of a text, each as often as it stands there, and their length as a vector. */
export interface Letters {
  numbering: GramNumbering;
  grams: Int32Array;
  length: number;
}

/** News of one language has some tens of thousands; beyond this other languages have come and numbers start anew. */
const mostGrams = 200_000;

let current = new GramNumbering();
const known = new WeakMap<Unit, Letters>();

/** Lower case, and one blank for all that is neither letter nor digit. */
function plain(text: string): string {
  const lower = text.toLowerCase();
  let made = ' ';
  let at = 0;
  while (at < lower.length) {
    const from = at;
    while (at < lower.length && isLetterOrNumber(lower, at)) at += sizeAt(lower, at);
    if (at > from) made += `${lower.slice(from, at)} `;
    else at += 1;
  }
  return made.length > 1 ? made : '  ';
}

function readLetters(text: string, numbering: GramNumbering): Letters {
  const grams = numbering.of(plain(text));
  const counts = numbering.countsOf(grams);
  let square = 0;
  // Each gram is met as often as it counts, which squares the count.
  for (const gram of grams) square += counts[gram] as number;
  return { numbering, grams, length: Math.sqrt(square) };
}

/** The letters of a unit, read once as long as their numbers hold. */
function lettersOf(unit: Unit): Letters {
  const before = known.get(unit);
  if (before && before.numbering === current) return before;
  if (current.size > mostGrams) current = new GramNumbering();
  const letters = readLetters(unit.text, current);
  known.set(unit, letters);
  return letters;
}

/** Cosine of the grams of two units. */
export function letterLikeness(a: Unit, b: Unit): number {
  const left = lettersOf(a);
  const right = lettersOf(b);
  // Numbers started anew between the two readings: they must be of one numbering to be compared.
  const here = left.numbering === right.numbering ? left : readLetters(a.text, current);
  const counts = here.numbering.countsOf(here.grams);
  let dot = 0;
  for (const gram of right.grams) dot += counts[gram] as number;
  return dot / (here.length * right.length || 1);
}
