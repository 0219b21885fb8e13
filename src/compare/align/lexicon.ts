import type { Entity } from '../../model/claim';
import { formOf, isSameEntity } from './names';
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
const noLetters = -1;
const noInitials = -2;
/** More names than a lexicon ever holds: two of them make one number. */
const mostNames = 2 ** 26;

/** Beyond so many decided pairs of names they are decided anew. */
const mostDecided = 100_000;

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
  /** Of each name what could make it the same as another: its key, its sound, its letters and its initials. */
  private readonly marks = new Numbering();
  private readonly keys: number[] = [];
  private readonly sounds: number[] = [];
  private readonly letters: number[] = [];
  private readonly initials: number[] = [];
  private readonly decided = new Map<number, boolean>();

  /** How many roots have a number. */
  get size(): number {
    return this.roots.size;
  }

  get conceptCount(): number {
    return this.concepts.size;
  }

  get nameCount(): number {
    return this.entities.length;
  }

  /** A name by its number, as it was met first. */
  nameAt(number: number): Entity {
    return this.entities[number] as Entity;
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
    for (let at = 0; at < here.length; at += 1) {
      if (there.includes(here[at] as number)) return synonymSimilarity;
    }
    return 0;
  }

  /** How like a root is to the one of several that is most like it. */
  highestSimilarity(root: number, others: Int32Array): number {
    let highest = 0;
    for (let at = 0; at < others.length; at += 1) {
      const similarity = this.similarity(root, others[at] as number);
      if (similarity > highest) highest = similarity;
    }
    return highest;
  }

  entity(entity: Entity): number {
    const number = this.names.of(`${entity.key}|${entity.name}`);
    if (number < this.entities.length) return number;
    const { sound, letters, initials } = formOf(entity.name);
    // An empty mark is like no other: those of two names, and of letters and initials, must not meet.
    const mark = (text: string, none: number): number => (text === '' ? none : this.marks.of(text));
    this.entities.push(entity);
    this.keys.push(this.marks.of(`key ${entity.key}`));
    this.sounds.push(mark(sound, -1 - number));
    this.letters.push(mark(letters, noLetters));
    this.initials.push(mark(initials, noInitials));
    return number;
  }

  /** As `isSameEntity`. */
  isSameName(left: number, right: number): boolean {
    if (left === right || this.keys[left] === this.keys[right]) return true;
    const { letters, initials, sounds } = this;
    if (letters[left] === initials[right] || initials[left] === letters[right]) return true;
    return sounds[left] === sounds[right] && this.decide(Math.min(left, right), Math.max(left, right));
  }

  private decide(low: number, high: number): boolean {
    const pair = high * mostNames + low;
    let same = this.decided.get(pair);
    if (same === undefined) {
      same = isSameEntity(this.entities[low] as Entity, this.entities[high] as Entity);
      if (this.decided.size >= mostDecided) this.decided.clear();
      this.decided.set(pair, same);
    }
    return same;
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
