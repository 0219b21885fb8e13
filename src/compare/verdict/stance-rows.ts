import type { SentencePair } from '../align/align';
import type { Unit } from '../align/unit';
import { rootSimilarity } from '../align/vocabulary';
import { reason } from './reasons';
import type { DraftRow, PairContext } from './rows';
import { pairScore, sentenceSide } from './statement-rows';

const leastPolarity = 0.7;
const leastWording = 0.6;

const denies = (unit: Unit): boolean => unit.claims.some((claim) => claim.stance === 'denied');

/** The same action said and denied: the verbs match and exactly one of them is negated. */
function oppositeActions(a: Unit, b: Unit): boolean {
  return a.predicates.some(
    (left) =>
      !left.light &&
      b.predicates.some(
        (right) => rootSimilarity(left.root, right.root) === 1 && left.negated !== right.negated,
      ),
  );
}

const isUntil = (unit: Unit): boolean => /\buntil\b/i.test(unit.text);

/** "did not", "denied that" on one side only. Quotations and "not until" are left alone. */
function polarityRow(pair: SentencePair, context: PairContext): DraftRow | null {
  const { clauses } = pair;
  if (clauses.score < leastPolarity || clauses.features.subject < 0.5) return null;
  // "refused to step down" and "continued his refusal" say one thing: only near-equal wording is safe.
  if (clauses.features.soft < leastWording) return null;
  if (clauses.a.quoted || clauses.b.quoted || isUntil(clauses.a) || isUntil(clauses.b)) return null;
  const denied = denies(clauses.a) !== denies(clauses.b);
  if (!denied && !oppositeActions(clauses.a, clauses.b)) return null;
  return {
    verdict: 'differ',
    kind: 'polarity',
    label: '',
    a: sentenceSide(context.a, pair.a, clauses.a),
    b: sentenceSide(context.b, pair.b, clauses.b),
    reason: reason('one-denies'),
    strength: pairScore(pair) * 0.8,
  };
}

export const polarityRows = (context: PairContext): DraftRow[] =>
  context.pairs.flatMap((pair) => polarityRow(pair, context) ?? []);
