import type { Quantity } from '../../model/claim';
import type { Lexicon } from './lexicon';
import type { Profile } from './profile';
import type { Unit } from './unit';
import { distinctness } from './values';

/** The words of a unit as numbers of a lexicon. Nothing in it depends on the story the unit is compared in. */
export interface UnitNumbers {
  lexicon: Lexicon;
  /** Distinct roots in the order of `Unit.roots`. */
  roots: Int32Array;
  /** In how many sentences of the article each of `roots` stands. */
  uses: Int32Array;
  /** 1 for each of `roots` that is written with a capital somewhere in the unit. */
  capitals: Uint8Array;
  /** The roots of all words in the order of the text. */
  words: Int32Array;
  concepts: Int32Array;
  /** The kinds of its quantities, one bit each, and the most telling of them (`distinctness`). */
  kinds: number;
  distinctness: number;
  /** Whether it has times of an event (bit 1) and of a report (bit 2). */
  times: number;
}

const kindBits = new Map<Quantity['kind'], number>();

/** A bit for each kind of quantity. */
function kindBit(kind: Quantity['kind']): number {
  const known = kindBits.get(kind);
  if (known !== undefined) return known;
  const made = 1 << kindBits.size;
  kindBits.set(kind, made);
  return made;
}

const eventTime = 1;
const reportTime = 2;

function distinctConcepts(roots: Int32Array, lexicon: Lexicon): Int32Array {
  const concepts: number[] = [];
  for (const root of roots) {
    for (const concept of lexicon.conceptsOf(root)) if (!concepts.includes(concept)) concepts.push(concept);
  }
  return Int32Array.from(concepts);
}

function read(unit: Unit, { frequency }: Profile, lexicon: Lexicon): UnitNumbers {
  const { roots: names, words: written } = unit;
  // `Int32Array.from` goes through an iterator, which costs more than the rest.
  const roots = new Int32Array(names.length);
  const uses = new Int32Array(names.length);
  for (let at = 0; at < names.length; at += 1) {
    const name = names[at] as string;
    roots[at] = lexicon.root(name);
    // A clause may hold a root its sentence has not, where a cut word reads differently.
    uses[at] = frequency.get(name) ?? 1;
  }
  const words = new Int32Array(written.length);
  const capitals = new Uint8Array(names.length);
  for (let at = 0; at < written.length; at += 1) {
    const word = written[at] as Unit['words'][number];
    const number = lexicon.root(word.root);
    words[at] = number;
    if (word.capital) capitals[roots.indexOf(number)] = 1;
  }
  let kinds = 0;
  let telling = 0;
  for (const quantity of unit.quantities) {
    kinds |= kindBit(quantity.kind);
    telling = Math.max(telling, distinctness(quantity));
  }
  let times = 0;
  for (const { report } of unit.times) times |= report ? reportTime : eventTime;
  const concepts = distinctConcepts(roots, lexicon);
  return { lexicon, roots, uses, capitals, words, concepts, kinds, distinctness: telling, times };
}

/** The numbers of a unit of an article, read once a lexicon. */
export function numbersOf(unit: Unit, profile: Profile, lexicon: Lexicon): UnitNumbers {
  if (unit.numbers?.lexicon === lexicon) return unit.numbers;
  const made = read(unit, profile, lexicon);
  unit.numbers = made;
  return made;
}
