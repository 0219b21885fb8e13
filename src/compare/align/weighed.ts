import type { Entity } from '../../model/claim';
import { type Letters, lettersOf } from './letters';
import { type Bits, bitsOf, type Lexicon } from './lexicon';
import type { Profile } from './profile';
import type { Unit } from './unit';

/** Words of the sentences before and after. */
export interface Surroundings {
  roots: Int32Array;
  set: Bits;
  sum: number;
}

/** What is needed of a unit again and again, computed once per story; words are numbers of its lexicon. */
export interface Weighed {
  unit: Unit;
  lexicon: Lexicon;
  roots: Int32Array;
  set: Bits;
  sum: number;
  /** The roots in order as the text has them. */
  words: Int32Array;
  concepts: Int32Array;
  conceptSet: Bits;
  names: Bits;
  predicates: Int32Array;
  isKnownAction: boolean;
  subject: Int32Array;
  entities: Int32Array;
  letters: Letters;
  surroundings: Surroundings;
  /** In how many sentences of its article each root stands. */
  frequency: Int32Array;
  /** How much "used once" means: nothing in a text of one sentence, all in one of six. */
  anchoring: number;
  /** Place in the article, 0 the lead to 1. */
  position: number;
}

export interface WeighedSentence {
  sentence: Weighed;
  clauses: Weighed[];
}

type Place = Pick<Weighed, 'surroundings' | 'frequency' | 'anchoring' | 'position'>;

function weigh(unit: Unit, place: Place, lexicon: Lexicon): Weighed {
  const number = (root: string): number => lexicon.root(root);
  const roots = Int32Array.from(unit.roots, number);
  let sum = 0;
  for (const root of roots) sum += lexicon.weight(root);
  const concepts = Int32Array.from(unit.concepts, (name) => lexicon.concept(name));
  const predicates = Int32Array.from(
    unit.predicates.filter(({ light }) => !light),
    ({ root }) => number(root),
  );
  const capitals = unit.words.filter(({ capital }) => capital).map(({ root }) => number(root));
  return {
    unit,
    lexicon,
    roots,
    sum,
    words: Int32Array.from(unit.words, ({ root }) => number(root)),
    concepts,
    predicates,
    isKnownAction: predicates.some((root) => lexicon.conceptsOf(root).length > 0),
    subject: Int32Array.from(unit.subjectRoots, number),
    entities: Int32Array.from(unit.entities, (entity: Entity) => lexicon.entity(entity)),
    letters: lettersOf(unit),
    set: bitsOf(roots, lexicon.size),
    conceptSet: bitsOf(concepts, lexicon.conceptCount),
    names: bitsOf(capitals, lexicon.size),
    ...place,
  };
}

function surroundingsOf(neighbours: readonly Unit[], lexicon: Lexicon): Surroundings {
  const distinct = new Set<number>();
  for (const { roots } of neighbours) for (const root of roots) distinct.add(lexicon.root(root));
  let sum = 0;
  for (const root of distinct) sum += lexicon.weight(root);
  return { roots: Int32Array.from(distinct), set: bitsOf(distinct, lexicon.size), sum };
}

function frequencyOf({ frequency, clauses }: Profile, lexicon: Lexicon): Int32Array {
  // Clauses may hold roots their sentence has not, where a cut word reads differently.
  for (const views of clauses) for (const { roots } of views) for (const root of roots) lexicon.root(root);
  for (const root of frequency.keys()) lexicon.root(root);
  const counts = new Int32Array(lexicon.size).fill(1);
  for (const [root, count] of frequency) counts[lexicon.root(root)] = count;
  return counts;
}

/** The sentences and clauses of an article made ready for comparison within one story. */
export function weighSentences(profile: Profile, lexicon: Lexicon): WeighedSentence[] {
  const { sentences } = profile;
  const frequency = frequencyOf(profile, lexicon);
  const anchoring = Math.min(1, (sentences.length - 1) / 5);
  return sentences.map((unit, at) => {
    const neighbours = [sentences[at - 1], sentences[at + 1]].filter((other) => other !== undefined);
    const surroundings = surroundingsOf(neighbours, lexicon);
    const position = at / Math.max(1, sentences.length - 1);
    const place = { surroundings, frequency, anchoring, position };
    const sentence = weigh(unit, place, lexicon);
    const clauses = (profile.clauses[at] ?? []).map((clause) =>
      clause === unit ? sentence : weigh(clause, place, lexicon),
    );
    return { sentence, clauses };
  });
}
