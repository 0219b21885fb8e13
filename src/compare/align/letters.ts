import { isLetterOrNumber, sizeAt } from '../../text/character-classes';
import type { Unit } from './unit';

const gramLength = 4;
const charactersAtOnce = 0x10000;

/** A power of two: room for the grams of one article. */
const leastSlots = 1 << 14;

/** Pairs of the first 256 characters, which are nearly all pairs in Latin script, are looked up without hashing. */
const latin = 256;

/** Numbers runs of four UTF-16 units by their two halves, which is exact and makes no string of any of them. */
class GramNumbering {
  private readonly latinHalves = new Int32Array(latin * latin).fill(-1);
  private readonly halves = new Map<number, number>();
  private halfCount = 0;
  /** A table open at each place: the two halves of a gram and its number, counted from 1. */
  private firsts = new Int32Array(leastSlots);
  private seconds = new Int32Array(leastSlots);
  private numbers = new Int32Array(leastSlots);
  private gramCount = 0;
  private counts = new Int32Array(1024);
  private counted: Int32Array = new Int32Array(0);

  get size(): number {
    return this.gramCount;
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

  /** The slot that holds a gram, or the free one where it belongs. */
  private slotOf(first: number, second: number): number {
    const last = this.numbers.length - 1;
    let slot = (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 7;
    for (slot &= last; this.numbers[slot] !== 0; slot = (slot + 1) & last) {
      if (this.firsts[slot] === first && this.seconds[slot] === second) return slot;
    }
    return slot;
  }

  private whole(first: number, second: number): number {
    const slot = this.slotOf(first, second);
    const known = this.numbers[slot] as number;
    if (known > 0) return known - 1;
    this.put(slot, first, second, this.gramCount + 1);
    this.gramCount += 1;
    if (this.gramCount * 2 > this.numbers.length) this.grow();
    return this.gramCount - 1;
  }

  private put(slot: number, first: number, second: number, number: number): void {
    this.firsts[slot] = first;
    this.seconds[slot] = second;
    this.numbers[slot] = number;
  }

  private grow(): void {
    const { firsts, seconds, numbers } = this;
    const size = numbers.length * 2;
    [this.firsts, this.seconds, this.numbers] = [
      new Int32Array(size),
      new Int32Array(size),
      new Int32Array(size),
    ];
    for (let at = 0; at < numbers.length; at += 1) {
      if (numbers[at] === 0) continue;
      const first = firsts[at] as number;
      const second = seconds[at] as number;
      this.put(this.slotOf(first, second), first, second, numbers[at] as number);
    }
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

  isCounted(grams: Int32Array): boolean {
    return this.counted === grams;
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
  if (unit.letters?.numbering === current) return unit.letters;
  if (current.size > mostGrams) current = new GramNumbering();
  const letters = readLetters(unit.text, current);
  unit.letters = letters;
  return letters;
}

/** Cosine of the grams of two units. */
export function letterLikeness(a: Unit, b: Unit): number {
  const left = lettersOf(a);
  const right = lettersOf(b);
  // Numbers started anew between the two readings: they must be of one numbering to be compared.
  const here = left.numbering === right.numbering ? left : readLetters(a.text, current);
  // Counting is dearer than looking up: the one counted last stays counted.
  const isCounted = here.numbering.isCounted(right.grams);
  const counts = here.numbering.countsOf(isCounted ? right.grams : here.grams);
  const { grams } = isCounted ? here : right;
  let dot = 0;
  for (let at = 0; at < grams.length; at += 1) dot += counts[grams[at] as number] as number;
  return dot / (here.length * right.length || 1);
}
