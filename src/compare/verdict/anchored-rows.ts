import type { TimeValue } from '../../model/claim';
import { pairScore } from '../align/align';
import type { Profile } from '../align/profile';
import type { Unit } from '../align/unit';
import { distinctness, headSimilarity } from '../align/values';
import { kept } from '../kept';
import { haveOtherBearers } from './bearers';
import { type QuantityItem, quantityItems } from './quantity-items';
import { labelOf, quantitySide } from './quantity-rows';
import { reason } from './reasons';
import type { DraftRow, PairContext } from './rows';
import { timeSide } from './time-rows';

/**
 * Values that an article gives in one sentence alone, by what makes two of them the same: a vote of 97 to 1, 60,000
 * posts cut, May 7, 7.40 pm. Two articles on one event hardly meet in such a value by chance, however little else their
 * sentences share.
 */
type Anchors<Value> = ReadonlyMap<string, Value>;

interface Held<Value> {
  value: Value;
  sentence: Unit;
}

/** A headline tells again what the text tells: a value may stand in it beside its one sentence. */
function anchorsAmong<Value>(values: readonly (Held<Value> & { key: string })[]): Anchors<Value> {
  const found = new Map<string, Held<Value> | null>();
  for (const { key, value, sentence } of values) {
    const known = found.get(key);
    if (known === undefined || known?.sentence.part === 'headline') found.set(key, { value, sentence });
    else if (known !== null && known.sentence !== sentence) found.set(key, null);
  }
  return new Map([...found].flatMap(([key, held]) => (held ? [[key, held.value]] : [])));
}

/** Values less telling than an age of one person are met by chance. */
const leastTelling = 0.6;

const figureAnchors = kept(
  (profile: Profile): Anchors<QuantityItem> =>
    anchorsAmong(
      quantityItems(profile)
        .filter(({ quantity }) => !quantity.vague && distinctness(quantity) >= leastTelling)
        .map((item) => {
          const { kind, unit, low, high } = item.quantity;
          const key = `${kind}|${kind === 'count' ? '' : unit}|${low}|${high}`;
          return { key, value: item, sentence: item.sentence };
        }),
    ),
);

/** Strength of a row that rests on such a value alone. */
const strength = 0.7;

const isOneFigure = (a: QuantityItem, b: QuantityItem): boolean =>
  (a.quantity.kind !== 'count' || headSimilarity(a.quantity, b.quantity) > 0) &&
  a.quantity.part === b.quantity.part &&
  a.quantity.casualty === b.quantity.casualty &&
  a.background === b.background &&
  !haveOtherBearers(a, b);

function figureRows({ a, b }: PairContext, used: ReadonlySet<QuantityItem>): DraftRow[] {
  const there = figureAnchors(b);
  return [...figureAnchors(a)].flatMap(([key, left]) => {
    const right = there.get(key);
    if (!right || used.has(left) || used.has(right) || !isOneFigure(left, right)) return [];
    return {
      verdict: 'agree',
      kind: 'quantity',
      label: labelOf(left),
      a: quantitySide(left),
      b: quantitySide(right),
      reason: reason('same-value', { a: left.text, b: right.text }),
      strength,
    };
  });
}

interface DatedSentence {
  sentence: Unit;
  time: TimeValue;
}

/** A day, month or year as written out, or an hour; null for what was worked out from the page's date. */
function momentKey({ grain, explicit, report, relation, from, to, clock }: TimeValue): string | null {
  if (report) return null;
  if (clock) return `${clock.minutes}|${clock.zone === 'local' ? null : clock.zone}`;
  if (!explicit || !from || !to || !['day', 'month', 'year'].includes(grain)) return null;
  // The year of a day without one is taken from the page's date, which may be wrong.
  const [first, last] =
    grain === 'year' ? [from.slice(0, 4), to.slice(0, 4)] : [from.slice(5, 10), to.slice(5, 10)];
  return `${grain}|${relation}|${first}|${last}`;
}

const momentAnchors = kept(
  ({ sentences }: Profile): Anchors<DatedSentence> =>
    anchorsAmong(
      sentences.flatMap((sentence) =>
        sentence.times.flatMap((time) => {
          const key = momentKey(time);
          return key === null ? [] : { key, value: { sentence, time }, sentence };
        }),
      ),
    ),
);

/** Much happens in one month or year: the sentences must have more in common. */
const isLong = ({ grain }: TimeValue): boolean => grain === 'month' || grain === 'year';

const leastAlike = 0.3;

function scoreOf({ pairOf }: PairContext, a: DatedSentence, b: DatedSentence): number {
  const pair = pairOf(a.sentence.sentence, b.sentence.sentence);
  return pair ? pairScore(pair) : 0;
}

function momentRows(context: PairContext): DraftRow[] {
  const { a, b } = context;
  const there = momentAnchors(b);
  return [...momentAnchors(a)].flatMap(([key, left]) => {
    const right = there.get(key);
    if (!right || (isLong(left.time) && scoreOf(context, left, right) < leastAlike)) return [];
    const sides = { a: timeSide(a, left.sentence, left.time), b: timeSide(b, right.sentence, right.time) };
    return {
      verdict: 'agree',
      kind: 'time',
      label: 'time',
      ...sides,
      reason: reason('same-time', { a: sides.a.value, b: sides.b.value }),
      strength,
    };
  });
}

/** Agreement on figures and moments that stand in one sentence of each article; `used` figures have a row. */
export const anchoredRows = (context: PairContext, used: ReadonlySet<QuantityItem>): DraftRow[] => [
  ...figureRows(context, used),
  ...momentRows(context),
];
