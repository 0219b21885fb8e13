import { type Columns, columnsOf } from './columns';
import { letterLikeness } from './letters';
import { Limits } from './limits';
import { Places } from './places';
import type { Rarity } from './rarity';
import { Sheet } from './sheet';
import { synonymSimilarity } from './vocabulary';
import type { Weighed, WeighedArticle } from './weighed';

/** Rare words two sentences must share before they are looked at more closely; two plain words or one rare one. */
export const leastSharedWeight = 0.35;
export const sharedConcept = 0.2;

/** The sentences of all other articles of the story that share enough with one sentence to be its partners. */
export interface BoundRow {
  /** The column of each partner, ascending: by article, and within an article in text order. */
  columns: Int32Array;
  /** The most the evidence for each pair can be, with what rounding takes. */
  most: Float32Array;
  /** What of the pair is known beside its words and stands in `most`. */
  known: Uint8Array;
  /** How alike the letters of each pair are, as far as that is known. */
  likeness: Float64Array | null;
  /** Where the partners of each article begin; those of the last end where the one after it begins. */
  starts: Int32Array;
  /** Highest weight of the words shared with any one partner, by article. */
  mostShared: Float64Array;
}

/** What is known of a pair beside its words: each step holds those before. */
const nothingMore = 0;
const numbersAndTimes = 1;
const letters = 2;

/** More partners of a story are not remembered at once, up to 17 bytes each: texts of book length must not fill the memory. */
const mostPartners = 4_000_000;

/**
 * Upper bounds of the evidence for the pairs of a sentence with all sentences of all other articles of its story, found
 * by one walk over its words: what shares no word is never met, and of the rest nearly all are told to be no pair
 * without a closer look. What the words say is exact; the words around are taken at the most they can share, the rest
 * at its most telling.
 */
export class StoryBounds {
  private readonly limits = new Limits();
  private readonly places: Places;
  private readonly articles: WeighedArticle[] = [];
  private columns: Columns | null = null;
  private sheet = new Sheet(0);
  private rows: (BoundRow | undefined)[] = [];
  private held = 0;

  constructor(
    private readonly rarity: Rarity,
    private readonly most = mostPartners,
  ) {
    this.places = new Places(rarity.lexicon);
  }

  /** Takes an article into the story and gives its place there. Rows known by then are forgotten. */
  join(article: WeighedArticle): number {
    const place = this.articles.indexOf(article);
    if (place >= 0) return place;
    this.columns = null;
    this.forget();
    return this.articles.push(article) - 1;
  }

  private forget(): void {
    this.rows = [];
    this.held = 0;
  }

  private get laidOut(): Columns {
    if (this.columns) return this.columns;
    const made = columnsOf(this.articles, this.rarity.lexicon);
    this.columns = made;
    this.sheet = new Sheet(made.count);
    return made;
  }

  /** The column of the first sentence of the article at a place. */
  offsetOf(place: number): number {
    return this.laidOut.offsets[place] as number;
  }

  /** The partners of a sentence. When there is no more room all rows of the story are forgotten, to be made anew. */
  rowOf(place: number, at: number): BoundRow {
    const column = this.offsetOf(place) + at;
    const known = this.rows[column];
    if (known) return known;
    const made = this.read(place, at);
    this.held += made.columns.length;
    if (this.held > this.most) this.forget();
    this.rows[column] = made;
    return made;
  }

  /**
   * Puts what a pair says in the place of the most it could say, the cheapest first, as long as the evidence can be
   * `enough`. False when it cannot; otherwise its letters are known.
   */
  reaches(row: BoundRow, entry: number, left: Weighed, right: Weighed, enough: number): boolean {
    const { most, known } = row;
    if (known[entry] === nothingMore && (most[entry] as number) >= enough) {
      known[entry] = numbersAndTimes;
      most[entry]! += this.limits.numbersAndTimes(left, right);
    }
    if (known[entry] === numbersAndTimes && (most[entry] as number) >= enough) {
      known[entry] = letters;
      const likeness = letterLikeness(left.unit, right.unit);
      row.likeness ??= new Float64Array(most.length);
      row.likeness[entry] = likeness;
      most[entry]! += this.limits.lettersAt(likeness);
    }
    return (most[entry] as number) >= enough;
  }

  /** Weight of those of some words that stand in each sentence, by column. Valid until it is asked again. */
  weigh(roots: ArrayLike<number>): Float64Array {
    const columns = this.laidOut;
    const { asked } = this.sheet;
    asked.fill(0);
    this.addWeights(columns, roots, asked);
    return asked;
  }

  private addWeights({ roots: entries }: Columns, roots: ArrayLike<number>, sums: Float64Array): void {
    const { from, column } = entries;
    const { weights } = this.rarity;
    for (let each = 0; each < roots.length; each += 1) {
      const root = roots[each] as number;
      const weight = weights[root] as number;
      const end = from[root + 1] as number;
      for (let entry = from[root] as number; entry < end; entry += 1)
        sums[column[entry] as number]! += weight;
    }
  }

  private read(place: number, at: number): BoundRow {
    const columns = this.laidOut;
    const { articles, limits, sheet } = this;
    const { sentences } = articles[place] as WeighedArticle;
    const own = (columns.offsets[place] as number) + at;
    const sentence = sentences[at] as Weighed;
    sheet.clear();
    this.walkRoots(columns, sentence);
    this.walkConcepts(columns, sentence);
    const before = at > 0 ? this.sharedBy(columns, sentences[at - 1] as Weighed, own - 1) : sheet.nothing;
    const after =
      at + 1 < sentences.length
        ? this.sharedBy(columns, sentences[at + 1] as Weighed, own + 1)
        : sheet.nothing;
    const { exact, partner, found, bounds } = sheet;
    const starts = new Int32Array(articles.length + 1);
    const mostShared = new Float64Array(articles.length);
    let count = 0;
    for (let other = 0; other < articles.length; other += 1) {
      starts[other] = count;
      if (other === place) continue;
      const first = columns.offsets[other] as number;
      const end = first + (articles[other] as WeighedArticle).sentences.length;
      for (let column = first; column < end; column += 1) {
        if ((partner[column] as number) < leastSharedWeight) continue;
        if ((exact[column] as number) > (mostShared[other] as number)) {
          mostShared[other] = exact[column] as number;
        }
        const context =
          (before[column - 1] as number) +
          (before[column + 1] as number) +
          (after[column - 1] as number) +
          (after[column + 1] as number);
        // What was found is not needed any more: partners are put in its place, never ahead of what is read.
        found[count] = column;
        bounds[count] = limits.boundOf(columns.traits, sheet, own, column, context);
        count += 1;
      }
    }
    starts[articles.length] = count;
    return {
      columns: found.slice(0, count),
      most: bounds.slice(0, count),
      known: new Uint8Array(count),
      likeness: null,
      starts,
      mostShared,
    };
  }

  /** Weight of the words each sentence shares with a neighbour: a word that two neighbours have is counted twice. */
  private sharedBy(columns: Columns, neighbour: Weighed, column: number): Float64Array {
    const shared = this.sheet.neighbour(column);
    if (shared.column === column) return shared.sums;
    shared.sums.fill(0);
    shared.column = column;
    this.addWeights(columns, neighbour.numbers.roots, shared.sums);
    return shared.sums;
  }

  /** Words of the sentence in each other one, with their synonyms. */
  private walkRoots(columns: Columns, { numbers }: Weighed): void {
    const { exact, anchors, nameAnchors, found } = this.sheet;
    const { from, column, share, capital } = columns.roots;
    const { weights, lexicon } = this.rarity;
    const { roots, uses, capitals } = numbers;
    for (let at = 0; at < roots.length; at += 1) {
      const root = roots[at] as number;
      const weight = weights[root] as number;
      const ownShare = 1 / (uses[at] as number);
      const isCapital = capitals[at] === 1;
      const end = from[root + 1] as number;
      for (let entry = from[root] as number; entry < end; entry += 1) {
        const other = column[entry] as number;
        exact[other]! += weight;
        const worth = ownShare * (share[entry] as number);
        if (isCapital && capital[entry] === 1) nameAnchors[other]! += worth;
        else anchors[other]! += worth;
      }
      const concepts = lexicon.conceptsOf(root);
      if (concepts.length === 0) continue;
      for (let entry = from[root] as number; entry < end; entry += 1) found[column[entry] as number] = at + 1;
      this.walkSynonyms(columns, concepts, at + 1, weight * synonymSimilarity);
    }
  }

  /** Adds what a word brings by synonyms to all sentences that have not the word itself, marked with its number. */
  private walkSynonyms(
    { concepts: entries }: Columns,
    concepts: Int32Array,
    mark: number,
    worth: number,
  ): void {
    const { synonyms, found } = this.sheet;
    const { from, column } = entries;
    for (let each = 0; each < concepts.length; each += 1) {
      const concept = concepts[each] as number;
      const end = from[concept + 1] as number;
      for (let entry = from[concept] as number; entry < end; entry += 1) {
        const other = column[entry] as number;
        if (found[other] === mark) continue;
        found[other] = mark;
        synonyms[other]! += worth;
      }
    }
  }

  /** Synonyms there of words of the sentence, and how many concepts are shared. */
  private walkConcepts({ concepts: entries }: Columns, { numbers }: Weighed): void {
    const { places, sheet } = this;
    const { exact, softBack, partner } = sheet;
    const { from, column, root: roots } = entries;
    const { weights, lexicon } = this.rarity;
    places.hold(numbers);
    softBack.set(exact);
    partner.set(exact);
    for (let at = 0; at < numbers.concepts.length; at += 1) {
      const concept = numbers.concepts[at] as number;
      let last = -1;
      const end = from[concept + 1] as number;
      for (let entry = from[concept] as number; entry < end; entry += 1) {
        const other = column[entry] as number;
        if (other !== last) partner[other]! += sharedConcept;
        last = other;
        const root = roots[entry] as number;
        if (places.of(root) > 0) continue;
        const concepts = lexicon.conceptsOf(root);
        if (concepts.length > 1 && !places.isFirstHeld(concepts, concept)) continue;
        softBack[other]! += (weights[root] as number) * synonymSimilarity;
      }
    }
  }
}
