import { noEntry } from './chains';
import { type FeatureName, featureNames, noFeatures } from './feature-names';
import { slack } from './guesses';
import { letterLikeness } from './letters';
import { Places } from './places';
import type { Rarity } from './rarity';
import { bias, weightOf } from './score';
import { signTable } from './traits';
import { synonymSimilarity } from './vocabulary';
import type { Weighed, WeighedArticle } from './weighed';

/** Rare words two sentences must share before they are looked at more closely; two plain words or one rare one. */
export const leastSharedWeight = 0.35;
export const sharedConcept = 0.2;

/** What a sentence can have in common with each sentence of another article. */
export interface BoundRow {
  /** The most the evidence for each pair can be, with what rounding takes; minus infinity where there is no pair. */
  most: Float32Array;
  /** The first sentence that shares enough to be a partner, or -1. */
  firstPartner: number;
  /** Highest weight of the words shared with any one partner. */
  mostShared: number;
  /** 1 where the letters of the pair are known and their say stands in `most`. */
  lettered: Uint8Array;
}

/** More pairs of a story are not remembered at once, 9 bytes each: texts of book length must not fill the memory. */
const mostPairs = 8_000_000;

/** Lists over the sentences of one article, laid out anew for each sentence of the other. */
class Sheet {
  exact = new Float64Array(0);
  soft = new Float64Array(0);
  softBack = new Float64Array(0);
  anchors = new Float64Array(0);
  nameAnchors = new Float64Array(0);
  partner = new Float64Array(0);
  context = new Float64Array(0);
  /** The root of the sentence, counted from 1, that was found last in each sentence there. */
  found = new Int32Array(0);

  clear(width: number): void {
    if (this.exact.length < width) {
      for (const key of [
        'exact',
        'soft',
        'softBack',
        'anchors',
        'nameAnchors',
        'partner',
        'context',
      ] as const) {
        this[key] = new Float64Array(width * 2);
      }
      this.found = new Int32Array(width * 2);
      return;
    }
    this.exact.fill(0, 0, width);
    this.soft.fill(0, 0, width);
    this.softBack.fill(0, 0, width);
    this.anchors.fill(0, 0, width);
    this.nameAnchors.fill(0, 0, width);
    this.context.fill(0, 0, width);
    this.found.fill(0, 0, width);
  }
}

/** The most some features, each between 0 and 1, can add to the evidence. */
const mostOf = (names: readonly FeatureName[]): number =>
  names.reduce((sum, name) => sum + Math.max(0, weightOf(name)), 0);

/** What all comparisons of one story share to work bounds out in. */
export class BoundDesk {
  readonly sheet = new Sheet();
  readonly places: Places;
  /** Weights of the features that the walk over the words makes known. */
  readonly weights = {
    ...noFeatures(),
    ...Object.fromEntries(featureNames.map((name) => [name, weightOf(name)])),
    context: mostOf(['context']),
    missing: mostOf(['missing']),
  };
  /** The most the rest can add: in any case, and where both sentences have names, times or numbers. */
  readonly open =
    bias() +
    mostOf(['sharedMass', 'topicShare', 'predicate', 'predicateConflict', 'subject', 'sequence', 'letters']);
  readonly signs = signTable({ ...this.weights, names: mostOf(['entities', 'entityConflict']) });
  readonly times = mostOf(['timeSame', 'timeApart']);
  readonly numbers = mostOf(['numberSame', 'numberDiffers']);
  readonly numberTelling = mostOf(['numberTelling']);

  private readonly holders = new Set<BoundRows>();
  private held = 0;

  constructor(
    { lexicon }: Rarity,
    private readonly most = mostPairs,
  ) {
    this.places = new Places(lexicon);
  }

  /** Makes room for the pairs of one more row: when there is none, all rows of the story are forgotten. */
  makeRoom(rows: BoundRows, pairs: number): void {
    if (this.held + pairs > this.most) {
      for (const holder of this.holders) holder.forget();
      this.holders.clear();
      this.held = 0;
    }
    this.holders.add(rows);
    this.held += pairs;
  }
}

/**
 * Upper bounds of the evidence for all pairs of two articles' sentences, found by one walk over the words of each
 * sentence: what shares no word is never met, and of the rest nearly all are told to be no pair without a closer look.
 * What the words say is exact; the words around are taken at the most they can share, the rest at its most telling.
 */
export class BoundRows {
  private rows: (BoundRow | undefined)[] = [];
  private shared: (Float32Array | undefined)[] = [];
  private readonly width: number;

  constructor(
    private readonly left: WeighedArticle,
    private readonly right: WeighedArticle,
    private readonly desk: BoundDesk,
  ) {
    this.width = right.sentences.length;
  }

  of(at: number): BoundRow {
    const known = this.rows[at];
    if (known) return known;
    this.desk.makeRoom(this, this.width);
    const made = this.read(at);
    this.rows[at] = made;
    return made;
  }

  /** Rows are worked out anew when they are asked for again. */
  forget(): void {
    this.rows = [];
    this.shared = [];
  }

  /** Puts the letters of a pair in the place of the most they could say. */
  letter(at: number, other: number): void {
    const row = this.of(at);
    if (row.lettered[other] === 1) return;
    row.lettered[other] = 1;
    const left = this.left.sentences[at] as Weighed;
    const right = this.right.sentences[other] as Weighed;
    const { letters } = this.desk.weights;
    row.most[other]! += letters * letterLikeness(left.unit, right.unit) - Math.max(0, letters);
  }

  private read(at: number): BoundRow {
    const { width } = this;
    const sentence = this.left.sentences[at] as Weighed;
    this.walkRoots(sentence);
    this.walkConcepts(sentence);
    this.addContext(at);
    const { exact, partner, soft } = this.desk.sheet;
    const most = new Float32Array(width).fill(Number.NEGATIVE_INFINITY);
    const hasNumbers = sentence.unit.quantities.length > 0;
    let firstPartner = noEntry;
    let mostShared = 0;
    for (let other = 0; other < width; other += 1) {
      if ((partner[other] as number) < leastSharedWeight) continue;
      if (firstPartner === noEntry) firstPartner = other;
      if ((exact[other] as number) > mostShared) mostShared = exact[other] as number;
      if (soft[other] === 0 && !(hasNumbers && this.right.traits.kinds[other] !== 0)) continue;
      most[other] = this.boundOf(at, other);
    }
    return { most, firstPartner, mostShared, lettered: new Uint8Array(width) };
  }

  /** The most the neighbours of sentences can share: a word that two neighbours of one have is counted twice. */
  private addContext(at: number): void {
    const { sheet } = this.desk;
    const last = this.width - 1;
    for (const row of [this.sharedBy(at - 1), this.sharedBy(at + 1)]) {
      if (!row) continue;
      for (let other = 0; other < last; other += 1) {
        sheet.context[other]! += row[other + 1] as number;
        sheet.context[other + 1]! += row[other] as number;
      }
    }
  }

  /** Words of the sentence in each sentence there, with their synonyms. */
  private walkRoots({ numbers }: Weighed): void {
    const { left, right } = this;
    this.desk.sheet.clear(this.width);
    const { exact, soft, anchors, nameAnchors, found } = this.desk.sheet;
    const { byRoot, byConcept, sentence, uses, capital, conceptSentence } = right.standings;
    const { weights, lexicon } = left.rarity;
    const anchor = Math.min(left.anchoring, right.anchoring);
    for (let at = 0; at < numbers.roots.length; at += 1) {
      const root = numbers.roots[at] as number;
      const weight = weights[root] as number;
      for (let entry = byRoot.first(root); entry !== noEntry; entry = byRoot.after(entry)) {
        const other = sentence[entry] as number;
        exact[other]! += weight;
        soft[other]! += weight;
        found[other] = at + 1;
        const worth = anchor / ((numbers.uses[at] as number) * (uses[entry] as number));
        if (numbers.capitals[at] === 1 && capital[entry] === 1) nameAnchors[other]! += worth;
        else anchors[other]! += worth;
      }
      const concepts = lexicon.conceptsOf(root);
      for (let each = 0; each < concepts.length; each += 1) {
        let entry = byConcept.first(concepts[each] as number);
        for (; entry !== noEntry; entry = byConcept.after(entry)) {
          const other = conceptSentence[entry] as number;
          if (found[other] === at + 1) continue;
          found[other] = at + 1;
          soft[other]! += weight * synonymSimilarity;
        }
      }
    }
  }

  /** Synonyms there of words of the sentence, and how many concepts are shared. */
  private walkConcepts({ numbers }: Weighed): void {
    const { sheet, places } = this.desk;
    const { exact, softBack, partner } = sheet;
    const { byConcept, conceptSentence, conceptRoot } = this.right.standings;
    const { weights } = this.left.rarity;
    places.hold(numbers);
    for (let other = 0; other < this.width; other += 1) {
      softBack[other] = exact[other] as number;
      partner[other] = exact[other] as number;
    }
    for (let at = 0; at < numbers.concepts.length; at += 1) {
      const concept = numbers.concepts[at] as number;
      let last = noEntry;
      for (let entry = byConcept.first(concept); entry !== noEntry; entry = byConcept.after(entry)) {
        const other = conceptSentence[entry] as number;
        if (other !== last) partner[other]! += sharedConcept;
        last = other;
        const root = conceptRoot[entry] as number;
        if (places.of(root) > 0 || !this.isFirstShared(root, concept)) continue;
        softBack[other]! += (weights[root] as number) * synonymSimilarity;
      }
    }
  }

  /** Whether a concept is the first of a word's that the sentence has: the word counts once. */
  private isFirstShared(root: number, concept: number): boolean {
    for (const each of this.left.rarity.lexicon.conceptsOf(root)) {
      if (this.desk.places.hasConcept(each)) return each === concept;
    }
    return false;
  }

  /** Weight of the words each sentence there shares with the one at a place; null beyond either end. */
  private sharedBy(at: number): Float32Array | null {
    const sentence = this.left.sentences[at];
    if (!sentence) return null;
    const known = this.shared[at];
    if (known) return known;
    const made = new Float32Array(this.width);
    this.right.weigh(sentence.numbers.roots, made);
    this.shared[at] = made;
    return made;
  }

  /** Written out, for it is worked out for every pair that shares a word; the features are those of `setWords`. */
  private boundOf(at: number, other: number): number {
    const { sheet, weights: w } = this.desk;
    const { traits: here } = this.left;
    const { traits: there } = this.right;
    const exact = sheet.exact[other] as number;
    const soft = sheet.soft[other] as number;
    const softBack = sheet.softBack[other] as number;
    const sumA = here.sums[at] as number;
    const sumB = there.sums[other] as number;
    const around = (here.surroundings[at] as number) * (there.surroundings[other] as number);
    let sum = this.desk.open + (w.exact * exact) / Math.sqrt(sumA * sumB || 1);
    sum += w.context * Math.min(1, (sheet.context[other] as number) / Math.sqrt(around || 1) + slack);
    sum += w.contained * Math.min(1, exact / Math.max(0.3, Math.min(sumA, sumB)));
    sum += (w.soft * (soft + softBack)) / (sumA + sumB || 1);
    sum += w.softBest * Math.max(soft / (sumA || 1), softBack / (sumB || 1));
    sum += w.missing * Math.min(1, Math.max(0, sumA - soft) / 2);
    sum += w.anchors * Math.min(1, (sheet.anchors[other] as number) / 4);
    sum += w.nameAnchors * Math.min(1, (sheet.nameAnchors[other] as number) / 2);
    sum += w.position * Math.abs((here.positions[at] as number) - (there.positions[other] as number));
    sum += w.shortness * (1 - Math.min(here.lengths[at] as number, there.lengths[other] as number));
    sum += this.desk.signs[(here.signs[at] as number) * 16 + (there.signs[other] as number)] as number;
    if (((here.times[at] as number) & (there.times[other] as number)) !== 0) sum += this.desk.times;
    if (((here.kinds[at] as number) & (there.kinds[other] as number)) !== 0) {
      const telling = Math.min(here.distinctness[at] as number, there.distinctness[other] as number);
      sum += this.desk.numbers + this.desk.numberTelling * telling;
    }
    return sum + slack;
  }
}
