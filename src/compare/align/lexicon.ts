import type { Entity } from '../../model/claim';
import { isSameEntity } from './names';
import { conceptsOf, synonymSimilarity } from './vocabulary';

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

  /** The number of a string met before. */
  known(text: string): number | undefined {
    return this.numbers.get(text);
  }
}

const none = new Int32Array(0);

/** More names than this are compared one by one instead of keeping a table of all pairs. */
const mostNamesInTable = 2048;

/**
 * Words and names as numbers, the same from story to story. Every sentence is compared with every other one, and
 * numbers are compared, counted and looked up many times faster than strings.
 */
export class Lexicon {
  private readonly roots = new Numbering();
  private readonly concepts = new Numbering();
  private readonly conceptsByRoot: Int32Array[] = [];
  private readonly names = new Numbering();
  private readonly entities: Entity[] = [];
  private readonly namePairs: Uint8Array[] = [];

  /** How many roots have a number. */
  get size(): number {
    return this.roots.size;
  }

  get conceptCount(): number {
    return this.concepts.size;
  }

  root(root: string): number {
    const number = this.roots.of(root);
    if (number < this.conceptsByRoot.length) return number;
    const names = conceptsOf(root);
    this.conceptsByRoot.push(
      names.length === 0 ? none : Int32Array.from(names, (name) => this.concepts.of(name)),
    );
    return number;
  }

  knownRoot(root: string): number | undefined {
    return this.roots.known(root);
  }

  conceptsOf(root: number): Int32Array {
    return this.conceptsByRoot[root] ?? none;
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
    const number = this.names.of(`${entity.key}|${entity.name}`);
    if (number === this.entities.length) this.entities.push(entity);
    return number;
  }

  /** As `isSameEntity`; each pair of names is decided once. */
  isSameName(left: number, right: number): boolean {
    if (left === right) return true;
    const low = Math.min(left, right);
    const high = Math.max(left, right);
    if (high >= mostNamesInTable) return this.decide(low, high);
    const row = this.namePairs[high] ?? this.addNameRow(high);
    if (row[low] === 0) row[low] = this.decide(low, high) ? 2 : 1;
    return row[low] === 2;
  }

  private decide(low: number, high: number): boolean {
    return isSameEntity(this.entities[low] as Entity, this.entities[high] as Entity);
  }

  private addNameRow(high: number): Uint8Array {
    const row = new Uint8Array(high);
    this.namePairs[high] = row;
    return row;
  }

  /** Whether a name is among others. */
  hasName(names: Int32Array, name: number): boolean {
    for (let at = 0; at < names.length; at += 1) if (this.isSameName(name, names[at] as number)) return true;
    return false;
  }
}

/** Some thousand articles have as many roots; beyond it numbers start anew, so that memory stays bounded. */
const mostRoots = 60_000;

let current = new Lexicon();

/** The lexicon for a story that begins: the one of the stories before while it has room. */
export function lexiconWithRoom(): Lexicon {
  if (current.size > mostRoots) current = new Lexicon();
  return current;
}
