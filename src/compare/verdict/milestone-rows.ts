import type { Claim, TimeValue } from '../../model/claim';
import type { Profile } from '../align/profile';
import type { Unit } from '../align/unit';
import { relateTimes } from '../align/values';
import { personConcepts } from './quantity-items';
import { reason } from './reasons';
import type { DraftRow, PairContext } from './rows';
import { sourceNations } from './source-nations';
import { timeSide } from './time-rows';

/** A day on which, or from which, something is to happen, as one government has it. */
interface Milestone {
  sentence: Unit;
  time: TimeValue;
  nations: ReadonlySet<string>;
}

const isAhead = (claim: Claim): boolean => claim.mood === 'planned' || claim.mood === 'possible';

const isDeadline = ({ relation, report, weekday, from }: TimeValue): boolean =>
  (relation === 'start' || relation === 'by') && !report && weekday === null && from !== null;

function milestonesOf(profile: Profile): Milestone[] {
  const published = profile.article.published?.value.day;
  if (!published) return [];
  return profile.analysis.claims.filter(isAhead).flatMap((claim) => {
    const sentence = profile.sentences[claim.sentence];
    const nations = sourceNations(profile, claim);
    if (!sentence || nations.size === 0) return [];
    return claim.times
      .filter((time) => isDeadline(time) && (time.to ?? '') >= published)
      .map((time) => ({ sentence, time, nations }));
  });
}

const longestGap = 60;

const daysApart = (left: TimeValue, right: TimeValue): number =>
  Math.abs(Date.parse((left.from ?? '').slice(0, 10)) - Date.parse((right.from ?? '').slice(0, 10))) /
  86_400_000;

const shares = <T>(left: Iterable<T>, right: ReadonlySet<T>): boolean =>
  [...left].some((each) => right.has(each));

/** The same people are spoken of: one kind ("troops", "soldiers") of one nation. */
function isOfSamePeople(a: Unit, b: Unit): boolean {
  const nationsOf = ({ entities }: Unit): Set<string> =>
    new Set(entities.filter(({ kind }) => kind === 'nationality').map(({ key }) => key));
  const people = [...a.concepts].filter((concept) => personConcepts.has(concept));
  return shares(people, b.concepts) && shares(nationsOf(a), nationsOf(b));
}

const tellsOf = (profile: Profile, time: TimeValue): boolean =>
  profile.analysis.claims.some((claim) =>
    claim.times.some((own) => !own.report && ['same', 'overlap'].includes(relateTimes(own, time))),
  );

function mayDiffer(a: Milestone, b: Milestone, context: PairContext): boolean {
  if (!shares(a.nations, b.nations) || relateTimes(a.time, b.time) !== 'apart') return false;
  if (daysApart(a.time, b.time) > longestGap || !isOfSamePeople(a.sentence, b.sentence)) return false;
  return !tellsOf(context.a, b.time) && !tellsOf(context.b, a.time);
}

/** Alignment says little where one text has "ready to fight" and the other "sent to the front": less certain rows. */
const strength = 0.5;

/**
 * Days a government gives for what is to come, where its officials give different ones: fit for duty by the first,
 * or sent from the 27th. The verbs need not agree; who says so, of whom, and that it lies ahead must.
 */
export function milestoneRows(context: PairContext): DraftRow[] {
  const rows: DraftRow[] = [];
  for (const a of milestonesOf(context.a)) {
    for (const b of milestonesOf(context.b)) {
      if (!mayDiffer(a, b, context)) continue;
      const sides = {
        a: timeSide(context.a, a.sentence, a.time),
        b: timeSide(context.b, b.sentence, b.time),
      };
      rows.push({
        verdict: 'differ',
        kind: 'time',
        label: 'time',
        ...sides,
        reason: reason('other-time', { a: sides.a.value, b: sides.b.value }),
        strength,
      });
    }
  }
  return rows;
}
