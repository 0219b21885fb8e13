import type { SentencePair } from '../align/align';
import type { Profile } from '../align/profile';
import type { Unit } from '../align/unit';
import { reason } from './reasons';
import type { DraftRow, PairContext, PairSide } from './rows';

export const sentenceSide = (_profile: Profile, sentence: Unit, clause: Unit = sentence): PairSide => ({
  part: sentence.part,
  sentence: sentence.sentence,
  span: { start: sentence.start, end: sentence.end },
  marks: [{ start: clause.start, end: clause.end }],
  value: clause.text,
  low: null,
  high: null,
  unit: null,
  claim: clause.claims[0] ?? sentence.claims[0] ?? null,
});

/** The better of the two views of a pair: the sentences as wholes, or their best clauses. */
export const pairScore = (pair: SentencePair): number => Math.max(pair.score, pair.clauses.score);

const leastStatement = 0.72;

/** Sentences that state one fact, whatever its figures: strongest first, each row of one pair of sentences. */
export function statementRows(context: PairContext): DraftRow[] {
  return context.pairs
    .filter((pair) => pairScore(pair) >= leastStatement)
    .map((pair) => ({
      verdict: 'agree' as const,
      kind: 'statement' as const,
      label: '',
      a: sentenceSide(context.a, pair.a, pair.clauses.a),
      b: sentenceSide(context.b, pair.b, pair.clauses.b),
      reason: reason('same-statement'),
      strength: pairScore(pair),
    }));
}
