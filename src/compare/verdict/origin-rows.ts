import type { Entity } from '../../model/claim';
import { isSameEntity } from '../align/names';
import { type Profile, partText } from '../align/profile';
import { jaroWinkler } from '../claims/name-variants';
import { type Origin, originsOf } from './origins';
import { reason } from './reasons';
import type { DraftRow, PairContext, PairSide } from './rows';
import { sentenceSide } from './statement-rows';

const side = (profile: Profile, { sentence, mark }: Origin): PairSide => ({
  ...sentenceSide(profile, sentence),
  marks: [mark],
  value: partText(profile.article, sentence.part).slice(mark.start, mark.end),
});

/** Where both towns stand in one sentence, one may well be told to lie in or by the other. */
const tellsOfBoth = ({ sentences }: Profile, left: string, right: string): boolean =>
  sentences.some(({ text }) => text.includes(left) && text.includes(right));

/** "Anthony Rehn" and "Anthony Philip Rehn": a middle name more or less. */
function isSamePerson(left: Entity, right: Entity): boolean {
  if (isSameEntity(left, right)) return true;
  const [a, b] = [left, right].map(({ name }) => name.toLowerCase().split(/\s+/)) as [string[], string[]];
  return Math.min(a.length, b.length) > 1 && a[0] === b[0] && a.at(-1) === b.at(-1);
}

const spellingLikeness = 0.85;

const strength = 0.8;

/** Another home town for one person. Townsmen of "Tarn" and of "the county" are never set against each other. */
export function originRows(context: PairContext): DraftRow[] {
  const rows: DraftRow[] = [];
  for (const a of originsOf(context.a)) {
    const b = originsOf(context.b).find(({ who }) => isSamePerson(a.who, who));
    if (!b || [context.a, context.b].some((profile) => tellsOfBoth(profile, a.place, b.place))) continue;
    if (jaroWinkler(a.place.toLowerCase(), b.place.toLowerCase()) > spellingLikeness) continue;
    if (rows.some((row) => row.label === a.who.name)) continue;
    rows.push({
      verdict: 'differ',
      kind: 'place',
      label: a.who.name,
      a: side(context.a, a),
      b: side(context.b, b),
      reason: reason('other-place', { a: a.place, b: b.place }),
      strength,
    });
  }
  return rows;
}
