import type { SentencePair, UnitPair } from '../align/align';
import { scoreWithoutNumbers } from '../align/score';
import { headSimilarity, type QuantityRelation, relateQuantities } from '../align/values';
import { kept } from '../kept';
import type { QuantityCandidate } from './guard-signs';
import { type QuantityItem, quantityItems } from './quantity-items';
import type { PairContext } from './rows';

/** Two quantities of one sort, with how their clauses align and how their values relate. */
export interface QuantityPair extends QuantityCandidate {
  relation: QuantityRelation;
  head: number;
  /** Alignment of the sentences with the numbers themselves left out. */
  about: number;
}

/** Sentences and clauses are aligned when a pair is asked for them: most are told apart by what the numbers say. */
class AlignedQuantities implements QuantityPair {
  oneSide = false;
  #pair: UnitPair | null = null;

  constructor(
    readonly a: QuantityItem,
    readonly b: QuantityItem,
    readonly itemsA: readonly QuantityItem[],
    readonly itemsB: readonly QuantityItem[],
    readonly relation: QuantityRelation,
    readonly head: number,
    private readonly context: PairContext,
  ) {}

  get pair(): UnitPair {
    this.#pair ??= this.findPair();
    return this.#pair;
  }

  private findPair(): UnitPair {
    // Partners, as all pairs of quantities are, have an alignment.
    const sentences = this.context.pairOf(this.a.sentence.sentence, this.b.sentence.sentence) as SentencePair;
    return sentences.clauses.score > sentences.score ? sentences.clauses : sentences;
  }

  get about(): number {
    return scoreWithoutNumbers(this.pair.features);
  }
}

function bySentence(items: readonly QuantityItem[]): Map<number, QuantityItem[]> {
  const found = new Map<number, QuantityItem[]>();
  for (const item of items) {
    const { sentence } = item.sentence;
    const own = found.get(sentence);
    if (own) own.push(item);
    else found.set(sentence, [item]);
  }
  return found;
}

/** All quantities of two articles that can answer one question, each with each; found once for all rules. */
export const quantityPairs = kept((context: PairContext): readonly AlignedQuantities[] => {
  const itemsA = quantityItems(context.a);
  const itemsB = quantityItems(context.b);
  const there = bySentence(itemsB);
  const pairs: AlignedQuantities[] = [];
  for (const [sentence, own] of bySentence(itemsA)) {
    const others = context.partnersOf(sentence).flatMap((partner) => there.get(partner) ?? []);
    for (const a of own) {
      for (const b of others) {
        const relation = relateQuantities(a.quantity, b.quantity);
        if (relation === 'other') continue;
        const isCount = a.quantity.kind === 'count' || a.quantity.kind === 'ordinal';
        const head = isCount ? headSimilarity(a.quantity, b.quantity) : 1;
        if (head > 0) pairs.push(new AlignedQuantities(a, b, itemsA, itemsB, relation, head, context));
      }
    }
  }
  return pairs;
});
