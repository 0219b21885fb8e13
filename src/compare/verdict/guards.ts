import { headSimilarity } from '../align/values';
import { kept } from '../kept';
import { answerOtherQuestions } from './guard-scopes';
import {
  addUp,
  countsDoer,
  flows,
  isAddition,
  isConversion,
  isDone,
  isOrdinal,
  isOtherSum,
  isPart,
  isPlanned,
  knowsBoth,
  largestRatio,
  modelSize,
  namesKind,
  nationalities,
  otherBearer,
  otherDay,
  otherQuake,
  type QuantityCandidate,
  sizeAnchor,
} from './guard-signs';
import type { QuantityItem } from './quantity-items';

export interface Guard {
  name: string;
  /** True when the two numbers may not be set against each other. */
  blocks(candidate: QuantityCandidate): boolean;
}

/** The digits of a figure as written. */
const digitsOf = kept(({ text }: QuantityItem): string => text.replace(/[^\d.,]+/g, ''));

/**
 * A misplaced point ("1.2 miles", "12 miles" deep) or another unit ("200 feet", "200 metres") is just what a reader wants
 * to see, however far apart the values are.
 */
const isMisread = (a: QuantityItem, b: QuantityItem): boolean =>
  a.quantity.kind === 'measure' &&
  ((a.quantity.scope !== '' && a.quantity.scope === b.quantity.scope) || digitsOf(a) === digitsOf(b));

/**
 * Why two different numbers are no contradiction. Each stands for a class of false rows met while reading
 * articles that were not tuned on; precision comes before recall, so any one of them suffices.
 */
const differGuards: readonly Guard[] = [
  { name: 'vague', blocks: ({ a, b }) => a.quantity.vague || b.quantity.vague },
  {
    name: 'value-known-elsewhere',
    blocks: ({ a, b, itemsA, itemsB, oneSide }) =>
      knowsBoth(a, itemsB, oneSide) || knowsBoth(b, itemsA, oneSide),
  },
  { name: 'conversion', blocks: ({ a, b }) => isConversion(a) || isConversion(b) },
  {
    name: 'forecast',
    // "expects revenue of $70 billion this year", "$3.5 billion in revenue so far": sums of two spans of time.
    blocks: ({ a, b }) => flows.has(a.quantity.scope) && isPlanned(a) !== isPlanned(b),
  },
  { name: 'doer-counted', blocks: countsDoer },
  { name: 'parts-add-up', blocks: ({ a, b }) => addUp(a, b) },
  {
    name: 'kind-or-count',
    blocks: ({ a, b }) => ['count', 'duration'].includes(a.quantity.kind) && namesKind(a) !== namesKind(b),
  },
  { name: 'other-sum', blocks: isOtherSum },
  { name: 'ordinal', blocks: ({ a, b }) => isOrdinal(a) !== isOrdinal(b) || a.quantity.kind === 'ordinal' },
  { name: 'other-casualties', blocks: ({ a, b }) => a.casualty !== b.casualty },
  { name: 'background', blocks: ({ a, b }) => a.background !== b.background },
  {
    name: 'part-of-whole',
    blocks: ({ a, b }) => isPart(a) !== isPart(b) || a.quantity.whole !== b.quantity.whole,
  },
  { name: 'addition', blocks: ({ a, b }) => isAddition(a) !== isAddition(b) },
  { name: 'scope', blocks: ({ a, b }) => a.quantity.scope !== b.quantity.scope },
  {
    name: 'ratio',
    blocks: ({ a, b }) =>
      !isMisread(a, b) &&
      Math.max(a.quantity.low, b.quantity.low) >
        (a.quantity.kind === 'count' ? largestRatio.count : largestRatio.other) *
          Math.max(a.quantity.kind === 'count' ? 1 : 0.01, Math.min(a.quantity.low, b.quantity.low)),
  },
  {
    name: 'nationality',
    blocks: ({ a, b }) => {
      const left = nationalities(a);
      const right = nationalities(b);
      return left.length > 0 && right.length > 0 && !left.some((key) => right.includes(key));
    },
  },
  {
    name: 'planned-or-done',
    blocks: ({ a, b }) =>
      a.quantity.kind === 'count' && isPlanned(a) !== isPlanned(b) && (isDone(a) || isDone(b)),
  },
  { name: 'other-day', blocks: otherDay },
  { name: 'other-question', blocks: ({ a, b }) => answerOtherQuestions(a, b) },
  { name: 'other-quake', blocks: otherQuake },
  { name: 'other-bearer', blocks: otherBearer },
  {
    // "the 13-inch model": a name for a thing, not a measurement of it.
    name: 'model-size',
    blocks: ({ a, b }) => modelSize.test(a.text) || modelSize.test(b.text),
  },
  {
    name: 'size',
    blocks: ({ a, b }) => a.quantity.kind === 'money' && sizeAnchor(a) !== sizeAnchor(b),
  },
  {
    name: 'other-thing-counted',
    blocks: ({ a, b }) =>
      a.quantity.kind === 'count' &&
      headSimilarity(a.quantity, b.quantity) < 0.8 &&
      !(a.casualty !== null && a.casualty === b.casualty),
  },
];

/** Name of the first guard that forbids a differ row, or null. */
export const blockedBy = (candidate: QuantityCandidate): string | null =>
  differGuards.find((guard) => guard.blocks(candidate))?.name ?? null;
