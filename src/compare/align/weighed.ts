import type { Lexicon } from './lexicon';
import { numbersOf, type UnitNumbers } from './numbers';
import type { Profile } from './profile';
import type { Rarity } from './rarity';
import { type Standings, standingsOf } from './standings';
import type { Unit } from './unit';

/** Words of the sentences before and after. */
export interface Surroundings {
  roots: Int32Array;
  concepts: Int32Array;
  sum: number;
}

const noConcepts = new Int32Array(0);

/** What the alignment asks of few units, by numbers of the lexicon. */
export interface UnitDetails {
  predicates: Int32Array;
  isKnownAction: boolean;
  subject: Int32Array;
  entities: Int32Array;
}

const numbered = <Item>(items: Iterable<Item>, numberOf: (item: Item) => number): Int32Array =>
  Int32Array.from([...items].map(numberOf));

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
    const lexicon: Lexicon = this.article.rarity.lexicon;
    const number = (root: string): number => lexicon.root(root);
    const doing = unit.predicates.filter(({ light }) => !light);
    const predicates = numbered(doing, ({ root }) => number(root));
    this.#details = {
      predicates,
      isKnownAction: predicates.some((root) => lexicon.conceptsOf(root).length > 0),
      subject: numbered(unit.subjectRoots, number),
      entities: numbered(unit.entities, (entity) => lexicon.entity(entity)),
    };
    return this.#details;
  }
}

/** An article made ready for comparison within one story. */
export class WeighedArticle {
  readonly sentences: readonly Weighed[];
  /** Where its words stand. */
  readonly standings: Standings;
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
    for (const clauses of profile.clauses)
      for (const unit of clauses) numbersOf(unit, profile, rarity.lexicon);
    rarity.coverLexicon();
    this.anchoring = Math.min(1, (sentences.length - 1) / 5);
    this.last = Math.max(1, sentences.length - 1);
    this.sentences = sentences.map((unit, at) => new Weighed(unit, numbers[at] as UnitNumbers, this, at));
    this.standings = standingsOf(numbers, rarity.lexicon);
  }

  clausesOf(at: number): readonly Weighed[] {
    const known = this.#clauses[at];
    if (known) return known;
    const sentence = this.sentences[at] as Weighed;
    const { profile, rarity } = this;
    const made = (profile.clauses[at] ?? []).map((unit) =>
      unit === sentence.unit
        ? sentence
        : new Weighed(unit, numbersOf(unit, profile, rarity.lexicon), this, at),
    );
    this.#clauses[at] = made;
    return made;
  }

  surroundingsOf(at: number): Surroundings {
    const known = this.#surroundings[at];
    if (known) return known;
    const set = new Set<number>();
    for (const neighbour of [this.sentences[at - 1], this.sentences[at + 1]]) {
      if (neighbour) for (const root of neighbour.numbers.roots) set.add(root);
    }
    let sum = 0;
    for (const root of set) sum += this.rarity.weights[root] as number;
    const made = { roots: Int32Array.from([...set]), concepts: noConcepts, sum };
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
