import type { Lexicon } from './lexicon';
import type { UnitNumbers } from './numbers';

/** Words to be laid out. */
export type Held = Pick<UnitNumbers, 'roots' | 'concepts'>;

/**
 * One unit at a time laid out by the numbers of its words, so that any word of another unit is looked up in one
 * step. Laying out costs a write a word; sets kept for each unit would cost memory for the whole lexicon each.
 */
export class Places {
  private roots = new Int32Array(0);
  private concepts = new Uint8Array(0);
  private held: Held | null = null;

  constructor(private readonly lexicon: Lexicon) {}

  hold(unit: Held): void {
    if (this.held === unit) return;
    this.clear();
    const { roots, concepts } = unit;
    for (let at = 0; at < roots.length; at += 1) this.roots[roots[at] as number] = at + 1;
    for (let at = 0; at < concepts.length; at += 1) this.concepts[concepts[at] as number] = 1;
    this.held = unit;
  }

  private clear(): void {
    if (this.roots.length < this.lexicon.size || this.concepts.length < this.lexicon.conceptCount) {
      this.roots = new Int32Array(this.lexicon.size * 2);
      this.concepts = new Uint8Array(this.lexicon.conceptCount * 2);
    } else if (this.held) {
      const { roots, concepts } = this.held;
      for (let at = 0; at < roots.length; at += 1) this.roots[roots[at] as number] = 0;
      for (let at = 0; at < concepts.length; at += 1) this.concepts[concepts[at] as number] = 0;
    }
  }

  /** Place of a root among the roots of the unit held, counted from 1; 0 when it is not there. */
  of(root: number): number {
    return this.roots[root] as number;
  }

  hasConcept(concept: number): boolean {
    return this.concepts[concept] === 1;
  }

  /** Whether a concept is the first of several that the unit held has. */
  isFirstHeld(concepts: Int32Array, concept: number): boolean {
    for (let at = 0; at < concepts.length; at += 1) {
      const each = concepts[at] as number;
      if (this.concepts[each] === 1) return each === concept;
    }
    return false;
  }
}
