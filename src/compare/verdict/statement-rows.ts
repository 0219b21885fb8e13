import { pairScore, type SentencePair } from '../align/align';
import type { Profile } from '../align/profile';
import type { Unit } from '../align/unit';
import { relateQuantities } from '../align/values';
import { rootOf } from '../align/vocabulary';
import { kept } from '../kept';
import { restOnOthersFigure } from './bearers';
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

const leastStatement = 0.8;

const negated = /\b(?:not|no|never|cannot|without)\s+(?:\p{L}+ly\s+)?(\p{L}+)|\p{L}+n['’]t\s+(\p{L}+)/giu;

const negatedRoots = kept(({ text }: Unit): string[] =>
  [...text.matchAll(negated)].map((found) => rootOf((found[1] ?? found[2] ?? '').toLowerCase())),
);

/** "guilty" and "not guilty": a word of one sentence stands negated in the other. */
function isNegatedThere(here: Unit, there: Unit): boolean {
  const own = negatedRoots(here);
  return negatedRoots(there).some((root) => here.roots.includes(root) && !own.includes(root));
}

/** Figures of one sort on both sides, casualties or shares, and none of them the same. */
const isOddFigures = ({ features }: SentencePair): boolean =>
  features.numberDiffers >= 0.85 && features.exact < 0.45;

/** "Kills 12" and "killed nine": sentences on one fact that give the same toll otherwise do not both report it. */
function isOtherToll({ a, b }: SentencePair): boolean {
  let apart = false;
  for (const left of a.quantities) {
    for (const right of b.quantities) {
      if (left.casualty === null || left.casualty !== right.casualty) continue;
      if (relateQuantities(left, right) !== 'different') return false;
      apart = true;
    }
  }
  return apart;
}

/** Sentences that state one fact, whatever its figures: strongest first, each row of one pair of sentences. */
export function statementRows(context: PairContext): DraftRow[] {
  return context.pairs
    .filter((pair) => pairScore(pair) >= leastStatement)
    .filter(({ a, b }) => !isNegatedThere(a, b) && !isNegatedThere(b, a))
    .filter((pair) => !isOddFigures(pair) && !isOtherToll(pair))
    .filter((pair) => !restOnOthersFigure(pair, context.a, context.b, leastStatement))
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
