import type { Entity } from '../../model/claim';
import { isSameEntity } from './names';
import type { Rarity } from './rarity';
import { conceptsOf, synonymSimilarity } from './vocabulary';

/** A set of small whole numbers as bits. */
export type Bits = Uint32Array;

export function bitsOf(members: Iterable<number>, size: number): Bits {
  const bits = new Uint32Array((size >>> 5) + 1);
  for (const member of members) bits[member >>> 5] = (bits[member >>> 5] ?? 0) | (1 << (member & 31));
  return bits;
}

export const hasBit = (bits: Bits, member: number): boolean => {
  const at = member >>> 5;
  return at < bits.length && ((bits[at] as number) & (1 << (member & 31))) !== 0;
};

/** A number for each string met, counted from 0. */
class Numbering {
  private readonly numbers = new Map<string, number>();

  get size(): number {
    return this.numbers.size;
  }

  of(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const next = this.numbers.size;
    this.numbers.set(text, next);
    return next;
  }
}

const none = new Int32Array(0);

/** More names than this are compared one by one instead of keeping a table of all pairs. */
const mostNamesInTable = 2048;

/**
 * The words and names of one story as numbers. Every sentence is compared with every other one, and
 * numbers are compared, counted and looked up many times faster than strings.
 */
export class Lexicon {
  private readonly roots = new Numbering();
  private readonly concepts = new Numbering();
  private readonly conceptsByRoot: Int32Array[] = [];
  private readonly weights: number[] = [];
  private readonly topical: boolean[] = [];
  private readonly names = new Numbering();
  private readonly entities: Entity[] = [];
  private readonly namePairs: Uint8Array[] = [];

  constructor(private readonly rarity: Rarity) {}

  get size(): number {
    return this.roots.size;
  }

  get conceptCount(): number {
    return this.concepts.size;
  }

  root(root: string): number {
    const id = this.roots.of(root);
    if (id < this.weights.length) return id;
    this.weights.push(this.rarity.weight(root));
    this.topical.push(this.rarity.topicality(root) > 0.5);
    const names = conceptsOf(root);
    this.conceptsByRoot.push(
      names.length === 0 ? none : Int32Array.from(names, (name) => this.concepts.of(name)),
    );
    return id;
  }

  concept(name: string): number {
    return this.concepts.of(name);
  }

  conceptsOf(root: number): Int32Array {
    return this.conceptsByRoot[root] ?? none;
  }

  weight(root: number): number {
    return this.weights[root] as number;
  }

  isTopical(root: number): boolean {
    return this.topical[root] as boolean;
  }

  /** As `rootSimilarity` of the vocabulary. */
  similarity(left: number, right: number): number {
    if (left === right) return 1;
    const here = this.conceptsOf(left);
    if (here.length === 0) return 0;
    const there = this.conceptsOf(right);
    for (const concept of here) if (there.includes(concept)) return synonymSimilarity;
    return 0;
  }

  entity(entity: Entity): number {
    const id = this.names.of(`${entity.key}|${entity.name}`);
    if (id === this.entities.length) this.entities.push(entity);
    return id;
  }

  /** As `isSameEntity`; each pair of names of the story is decided once. */
  isSameName(left: number, right: number): boolean {
    if (left === right) return true;
    const [low, high] = left < right ? [left, right] : [right, left];
    const decide = () => isSameEntity(this.entities[low] as Entity, this.entities[high] as Entity);
    if (high >= mostNamesInTable) return decide();
    let row = this.namePairs[high];
    if (!row) {
      row = new Uint8Array(high);
      this.namePairs[high] = row;
    }
    if (row[low] === 0) row[low] = decide() ? 2 : 1;
    return row[low] === 2;
  }
}

const lexicons = new WeakMap<Rarity, Lexicon>();

/** The lexicon of a story, which lives as long as its statistics. */
export function lexiconOf(rarity: Rarity): Lexicon {
  const known = lexicons.get(rarity);
  if (known) return known;
  const made = new Lexicon(rarity);
  lexicons.set(rarity, made);
  return made;
}
