import type { Entity } from '../../model/claim';
import { pairScore, type SentencePair } from '../align/align';
import { isSameEntity } from '../align/names';
import type { Profile } from '../align/profile';
import type { Unit } from '../align/unit';
import { relateQuantities } from '../align/values';
import { rootOf } from '../align/vocabulary';
import { kept } from '../kept';
import { restOnOthersFigure } from './bearers';
import { reason } from './reasons';
import type { DraftRow, PairContext, PairSide } from './rows';
import { areAtOtherStages } from './stages';

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

/** Sentences at least this alike state one fact as a whole. */
export const leastStatement = 0.75;

/** What is denied or left undone ("stopped short of calling for it"); of a verb that says little ("had not made an offer") what comes after it. */
const negated =
  /(?:\b(?:not|no|never|cannot|without|(?:stop|fall|fell)\p{L}* short of|refrain\p{L}* from)|\p{L}n['’]t)\s+(?:\p{L}+ly\s+)?(?:(?:be|been|have|had|made?|make|taken?|giv(?:e|en)|got|get)\s+)*(?:(?:any|an?|the|such)\s+)?(\p{L}+)/giu;

const negatedRoots = kept(({ text }: Unit): string[] =>
  [...text.matchAll(negated)].map((found) => rootOf((found[1] ?? '').toLowerCase())),
);

/** "guilty" and "not guilty": a word of one sentence stands negated in the other. */
function isNegatedThere(here: Unit, there: Unit): boolean {
  const own = negatedRoots(here);
  return negatedRoots(there).some((root) => here.roots.includes(root) && !own.includes(root));
}

/** "Transport Minister " before a name: the office, in the capitals it is written with. */
const office = /(?:\p{Lu}\p{L}*\s+)+$/u;

/** Words of people's names and of the offices they hold. */
const personRoots = kept(
  ({ entities, text, start: from }: Unit): ReadonlySet<string> =>
    new Set(
      entities
        .filter(({ kind }) => kind === 'person')
        .flatMap(({ name, role, start }) =>
          `${office.exec(text.slice(0, start - from))?.[0] ?? ''} ${name} ${role ?? ''}`
            .toLowerCase()
            .split(/\s+/)
            .map((word) => rootOf(word)),
        ),
    ),
);

/** Words of those who say so, and that they do. */
const sourceRoots = kept(
  ({ claims, words }: Unit): ReadonlySet<string> =>
    new Set(
      claims.flatMap(({ attribution }) => {
        if (!attribution) return [];
        const { source, cue } = attribution;
        return words
          .filter((word) => [source, cue].some(({ start, end }) => word.start >= start && word.end <= end))
          .map(({ root }) => root);
      }),
    ),
);

/** "…, said the police chief, Jonas Rehn": one man speaks in both sentences, of two things. */
function shareOnlySources({ a, b, features }: SentencePair): boolean {
  if (features.numberSame > 0 || features.timeSame > 0) return false;
  const left = sourceRoots(a);
  const right = sourceRoots(b);
  const shared = a.roots.filter((root) => b.roots.includes(root));
  return shared.length > 0 && shared.every((root) => left.has(root) && right.has(root));
}

/** "Minister Jonas Rehn promised a report", "Minister Jonas Rehn cut short a trip": one man, and two things he did. */
function shareOnlyPeople({ a, b, features }: SentencePair): boolean {
  if (features.predicate > 0) return false;
  const left = personRoots(a);
  const right = personRoots(b);
  return a.roots.every((root) => left.has(root) || right.has(root) || !b.roots.includes(root));
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

/** The person both sentences name in full, first and last name; not one named for an office. */
function namedInBoth({ a, b }: SentencePair): { left: Entity; right: Entity } | null {
  for (const left of a.entities) {
    if (left.kind !== 'person' || left.role !== null) continue;
    const right = b.entities.find((other) => other.role === null && isSameEntity(left, other));
    if (right && (left.name.includes(' ') || right.name.includes(' '))) return { left, right };
  }
  return null;
}

export const nameSide = (profile: Profile, sentence: Unit, name: Entity): PairSide => ({
  ...sentenceSide(profile, sentence),
  marks: [{ start: name.start, end: name.end }],
  value: name.name,
});

function statementRow(pair: SentencePair, context: PairContext): DraftRow | null {
  const strength = pairScore(pair);
  const common = { verdict: 'agree' as const, label: '', strength };
  if (!areAtOtherStages(pair.a, pair.b)) {
    return {
      ...common,
      kind: 'statement',
      a: sentenceSide(context.a, pair.a, pair.clauses.a),
      b: sentenceSide(context.b, pair.b, pair.clauses.b),
      reason: reason('same-statement'),
    };
  }
  // "Jonas Rehn was charged", "Jonas Rehn was convicted": what both tell is who it is.
  const named = namedInBoth(pair);
  if (!named) return null;
  return {
    ...common,
    kind: 'name',
    a: nameSide(context.a, pair.a, named.left),
    b: nameSide(context.b, pair.b, named.right),
    reason: reason('same-name', { a: named.left.name }),
  };
}

/** Sentences that state one fact, whatever its figures: strongest first, each row of one pair of sentences. */
export function statementRows(context: PairContext): DraftRow[] {
  return context.pairs
    .filter((pair) => pairScore(pair) >= leastStatement)
    .filter(({ a, b }) => !isNegatedThere(a, b) && !isNegatedThere(b, a))
    .filter(
      (pair) =>
        !shareOnlyPeople(pair) && !shareOnlySources(pair) && !isOddFigures(pair) && !isOtherToll(pair),
    )
    .filter((pair) => !restOnOthersFigure(pair, context.a, context.b, leastStatement))
    .flatMap((pair) => statementRow(pair, context) ?? []);
}
