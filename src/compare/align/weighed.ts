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

/** As `Int32Array.from`, without its iterator, which costs more than the rest of weighing. */
function numbersOf<Item>(items: readonly Item[], numberOf: (item: Item) => number): Int32Array {
  const numbers = new Int32Array(items.length);
  for (let at = 0; at < items.length; at += 1) numbers[at] = numberOf(items[at] as Item);
  return numbers;
}

function capitalsOf({ words }: Unit, numbers: Int32Array, size: number): Bits {
  const capitals: number[] = [];
  for (let at = 0; at < words.length; at += 1) if (words[at]?.capital) capitals.push(numbers[at] as number);
  return bitsOf(capitals, size);
}

function weigh(unit: Unit, place: Place, lexicon: Lexicon): Weighed {
  const number = (root: string): number => lexicon.root(root);
  const roots = numbersOf(unit.roots, number);
  const words = numbersOf(unit.words, ({ root }) => number(root));
  let sum = 0;
  for (const root of roots) sum += lexicon.weight(root);
  const concepts = numbersOf([...unit.concepts], (name) => lexicon.concept(name));
  const doing = unit.predicates.filter(({ light }) => !light);
  const predicates = numbersOf(doing, ({ root }) => number(root));
  const { surroundings, frequency, anchoring, position } = place;
  return {
    unit,
    lexicon,
    roots,
    sum,
    words,
    concepts,
    predicates,
    isKnownAction: predicates.some((root) => lexicon.conceptsOf(root).length > 0),
    subject: numbersOf([...unit.subjectRoots], number),
    entities: numbersOf(unit.entities, (entity) => lexicon.entity(entity)),
    letters: lettersOf(unit),
    set: bitsOf(roots, lexicon.size),
    conceptSet: bitsOf(concepts, lexicon.conceptCount),
    names: capitalsOf(unit, words, lexicon.size),
    surroundings,
    frequency,
    anchoring,
    position,
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
