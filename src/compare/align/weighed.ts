import type { Entity } from '../../model/claim';
import { numbersOf, type UnitNumbers } from './numbers';
import type { Profile } from './profile';
import type { Rarity } from './rarity';
import type { Unit, UnitPredicate } from './unit';

/** Words of the sentences before and after. */
export interface Surroundings {
  roots: Int32Array;
  concepts: Int32Array;
  sum: number;
}

const noWords = new Int32Array(0);

let marks = new Int32Array(0);
let lastMark = 0;

/** Words of two lists, each once, in order; both hold no word twice. */
function distinct(first: Int32Array, second: Int32Array, size: number): Int32Array {
  if (marks.length < size || lastMark === 0x7fffffff) {
    marks = new Int32Array(size * 2);
    lastMark = 0;
  }
  lastMark += 1;
  for (let at = 0; at < first.length; at += 1) marks[first[at] as number] = lastMark;
  const both = new Int32Array(first.length + second.length);
  both.set(first);
  let count = first.length;
  for (let at = 0; at < second.length; at += 1) {
    const word = second[at] as number;
    if (marks[word] !== lastMark) both[count++] = word;
  }
  return both.slice(0, count);
}

/** What the alignment asks of few units, by numbers of the lexicon. */
export interface UnitDetails {
  predicates: Int32Array;
  isKnownAction: boolean;
  subject: Int32Array;
  entities: Int32Array;
  /** 1 for each of `entities` that is a country or people. */
  nationalities: Uint8Array;
}

/** A unit within one story: what of it depends on how rare the story's words are, and where it stands. */
export class Weighed {
  /** Weights of all roots together. */
  readonly sum: number;
  #details: UnitDetails | null = null;

  constructor(
    readonly unit: Unit,
    readonly numbers: UnitNumbers,
    readonly article: WeighedArticle,
    /** Place of its sentence in `Profile.sentences`. */
    readonly at: number,
  ) {
    const { roots } = numbers;
    const { weights } = article.rarity;
    let sum = 0;
    for (let place = 0; place < roots.length; place += 1) sum += weights[roots[place] as number] as number;
    this.sum = sum;
  }

  /** Place in the article, 0 the lead to 1. */
  get position(): number {
    return this.at / this.article.last;
  }

  get details(): UnitDetails {
    if (this.#details) return this.#details;
    const { unit } = this;
    const { lexicon } = this.article.rarity;
    const doing = unit.predicates.filter(({ light }) => !light);
    const predicates = new Int32Array(doing.length);
    let isKnownAction = false;
    for (let at = 0; at < doing.length; at += 1) {
      const root = lexicon.root((doing[at] as UnitPredicate).root);
      predicates[at] = root;
      isKnownAction ||= lexicon.conceptsOf(root).length > 0;
    }
    const entities = new Int32Array(unit.entities.length);
    const nationalities = new Uint8Array(unit.entities.length);
    for (let at = 0; at < entities.length; at += 1) {
      const entity = unit.entities[at] as Entity;
      entities[at] = lexicon.entity(entity);
      if (entity.kind === 'nationality') nationalities[at] = 1;
    }
    const subject = Int32Array.from([...unit.subjectRoots].map((root) => lexicon.root(root)));
    this.#details = { predicates, isKnownAction, subject, entities, nationalities };
    return this.#details;
  }
}

/** An article made ready for comparison within one story. */
export class WeighedArticle {
  readonly sentences: readonly Weighed[];
  /** 1 for each root and for each concept that stands anywhere in it. */
  private readonly roots: Uint8Array;
  private readonly concepts: Uint8Array;
  /** How much "used once" means: nothing in a text of one sentence, all in one of six. */
  readonly anchoring: number;
  /** Place of the last sentence, or 1 in a text of one. */
  readonly last: number;
  readonly #clauses: (readonly Weighed[] | undefined)[] = [];
  readonly #surroundings: (Surroundings | undefined)[] = [];

  constructor(
    readonly profile: Profile,
    readonly rarity: Rarity,
  ) {
    const { sentences } = profile;
    const numbers = sentences.map((unit) => numbersOf(unit, profile, rarity.lexicon));
    rarity.coverLexicon();
    this.anchoring = Math.min(1, (sentences.length - 1) / 5);
    this.last = Math.max(1, sentences.length - 1);
    this.sentences = sentences.map((unit, at) => new Weighed(unit, numbers[at] as UnitNumbers, this, at));
    this.roots = new Uint8Array(rarity.lexicon.size);
    this.concepts = new Uint8Array(rarity.lexicon.conceptCount);
    for (const each of numbers) {
      for (const root of each.roots) this.roots[root] = 1;
      for (const concept of each.concepts) this.concepts[concept] = 1;
    }
  }

  clausesOf(at: number): readonly Weighed[] {
    const known = this.#clauses[at];
    if (known) return known;
    const sentence = this.sentences[at] as Weighed;
    const { profile, rarity } = this;
    const clauses = profile.clausesOf(at);
    const numbers = clauses.map((unit) => numbersOf(unit, profile, rarity.lexicon));
    // A clause may hold a root no sentence has, where a cut word reads differently.
    rarity.coverLexicon();
    const made = clauses.map((unit, place) =>
      unit === sentence.unit ? sentence : new Weighed(unit, numbers[place] as UnitNumbers, this, at),
    );
    this.#clauses[at] = made;
    return made;
  }

  hasRoot(root: number): boolean {
    return this.roots[root] === 1;
  }

  /** Whether a word that shares a concept with the root stands anywhere. */
  hasSynonym(root: number): boolean {
    const concepts = this.rarity.lexicon.conceptsOf(root);
    for (let at = 0; at < concepts.length; at += 1) {
      if (this.concepts[concepts[at] as number] === 1) return true;
    }
    return false;
  }

  surroundingsOf(at: number): Surroundings {
    const known = this.#surroundings[at];
    if (known) return known;
    const before = this.sentences[at - 1]?.numbers.roots ?? noWords;
    const after = this.sentences[at + 1]?.numbers.roots ?? noWords;
    const roots = distinct(before, after, this.rarity.lexicon.size);
    let sum = 0;
    for (let each = 0; each < roots.length; each += 1)
      sum += this.rarity.weights[roots[each] as number] as number;
    const made = { roots, concepts: noWords, sum };
    this.#surroundings[at] = made;
    return made;
  }
}

const prepared = new WeakMap<Rarity, Map<Profile, WeighedArticle>>();

/** An article within a story, made ready once. */
export function weighedArticle(profile: Profile, rarity: Rarity): WeighedArticle {
  const byProfile = prepared.get(rarity) ?? new Map<Profile, WeighedArticle>();
  prepared.set(rarity, byProfile);
  const known = byProfile.get(profile);
  if (known) return known;
  const made = new WeighedArticle(profile, rarity);
  byProfile.set(profile, made);
  return made;
}
