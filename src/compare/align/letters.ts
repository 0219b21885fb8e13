import { isLetterOrNumber, sizeAt } from '../../text/character-classes';
import type { Unit } from './unit';

const gramLength = 4;
/** Grams of a text beyond these are not looked at: each count fits into sixteen bits, half the memory to look up in. */
const mostCounted = 0xffff;
const blank = 0x20;

/** A power of two: room for the grams of some articles. */
const leastSlots = 1 << 14;
/** Of each slot: the first two UTF-16 units of a gram, the other two, and the number of the gram, counted from 1. */
const slotSize = 4;

/** Numbers runs of four UTF-16 units by their two halves, which is exact and makes no string of any of them. */
class GramNumbering {
  private table = new Int32Array(leastSlots * slotSize);
  private gramCount = 0;
  private counts = new Uint16Array(1024);
  private counted: Int32Array = new Int32Array(0);

  get size(): number {
    return this.gramCount;
  }

  /** Where the slot begins that holds a gram, or the free one where it belongs. */
  private slotOf(first: number, second: number): number {
    const { table } = this;
    const last = table.length - 1;
    const hash = Math.imul(first ^ Math.imul(second, 0x85ebca6b), 0x9e3779b1);
    let slot = ((hash >>> 13) * slotSize) & last;
    while (table[slot + 2] !== 0 && (table[slot] !== first || table[slot + 1] !== second)) {
      slot = (slot + slotSize) & last;
    }
    return slot;
  }

  private number(first: number, second: number): number {
    const slot = this.slotOf(first, second);
    const known = this.table[slot + 2] as number;
    if (known > 0) return known - 1;
    this.gramCount += 1;
    this.put(slot, first, second, this.gramCount);
    if (this.gramCount * 2 * slotSize > this.table.length) this.grow();
    return this.gramCount - 1;
  }

  private put(slot: number, first: number, second: number, number: number): void {
    this.table[slot] = first;
    this.table[slot + 1] = second;
    this.table[slot + 2] = number;
  }

  private grow(): void {
    const { table } = this;
    this.table = new Int32Array(table.length * 2);
    for (let slot = 0; slot < table.length; slot += slotSize) {
      if (table[slot + 2] === 0) continue;
      const first = table[slot] as number;
      const second = table[slot + 1] as number;
      this.put(this.slotOf(first, second), first, second, table[slot + 2] as number);
    }
  }

  /** The grams of a text in order, repeated ones too. */
  of(text: Uint16Array): Int32Array {
    const grams = new Int32Array(Math.min(mostCounted, Math.max(0, text.length - gramLength + 1)));
    for (let at = 0; at < grams.length; at += 1) {
      const first = ((text[at] as number) << 16) | (text[at + 1] as number);
      const second = ((text[at + 2] as number) << 16) | (text[at + 3] as number);
      grams[at] = this.number(first, second);
    }
    return grams;
  }

  isCounted(grams: Int32Array): boolean {
    return this.counted === grams;
  }

  /** How often each gram stands in a text, by number of the gram. Valid until it is asked about another text. */
  countsOf(grams: Int32Array): Uint16Array {
    if (this.counted === grams) return this.counts;
    const { counted } = this;
    if (this.counts.length < this.size) this.counts = new Uint16Array(this.size * 2);
    else for (let at = 0; at < counted.length; at += 1) this.counts[counted[at] as number] = 0;
    const { counts } = this;
    for (let at = 0; at < grams.length; at += 1) counts[grams[at] as number]! += 1;
    this.counted = grams;
    return counts;
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

let plainText = new Uint16Array(1024);

/** A text in lower case, with one blank for all that is neither letter nor digit. Valid until the next is asked for. */
function plain(text: string): Uint16Array {
  const lower = text.toLowerCase();
  if (plainText.length < lower.length + 2) plainText = new Uint16Array(lower.length * 2 + 2);
  const made = plainText;
  made[0] = blank;
  let length = 1;
  for (let at = 0; at < lower.length; ) {
    const size = sizeAt(lower, at);
    if (isLetterOrNumber(lower, at)) {
      for (let unit = 0; unit < size; unit += 1) made[length++] = lower.charCodeAt(at + unit);
    } else if (made[length - 1] !== blank) made[length++] = blank;
    at += size;
  }
  if (made[length - 1] !== blank) made[length++] = blank;
  return made.subarray(0, length);
}

function readLetters(text: string, numbering: GramNumbering): Letters {
  const grams = numbering.of(plain(text));
  const counts = numbering.countsOf(grams);
  let square = 0;
  // Each gram is met as often as it counts, which squares the count.
  for (let at = 0; at < grams.length; at += 1) square += counts[grams[at] as number] as number;
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
