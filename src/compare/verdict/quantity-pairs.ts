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

/** What two numbers must have in common to be compared at all; what is counted is no unit. */
const unitOf = ({ quantity: { kind, unit } }: QuantityItem): string =>
  kind === 'count' ? kind : `${kind}|${unit}`;

/** All quantities of two articles that can answer one question, each with each; found once for all rules. */
export const quantityPairs = kept((context: PairContext): readonly AlignedQuantities[] => {
  const itemsA = quantityItems(context.a);
  const itemsB = quantityItems(context.b);
  const byUnit = new Map<string, QuantityItem[]>();
  for (const item of itemsB) {
    const unit = unitOf(item);
    const alike = byUnit.get(unit);
    if (alike) alike.push(item);
    else byUnit.set(unit, [item]);
  }
  const pairs: AlignedQuantities[] = [];
  for (const a of itemsA) {
    for (const b of byUnit.get(unitOf(a)) ?? []) {
      const relation = relateQuantities(a.quantity, b.quantity);
      if (relation === 'other') continue;
      const isCount = a.quantity.kind === 'count' || a.quantity.kind === 'ordinal';
      const head = isCount ? headSimilarity(a.quantity, b.quantity) : 1;
      if (head === 0) continue;
      if (!context.arePartners(a.sentence.sentence, b.sentence.sentence)) continue;
      pairs.push(new AlignedQuantities(a, b, itemsA, itemsB, relation, head, context));
    }
  }
  return pairs;
});
