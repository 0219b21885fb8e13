import type { PairRow } from '../verdict/rows';
import type { VoiceProfile } from './evidence';
import { type VoiceRow, valueKey } from './groups';

/** The rows of two voices, the first of them as side `a`. */
export type RowsBetween = (left: VoiceProfile, right: VoiceProfile) => readonly PairRow[];

/** The row that sets the values two voices give on one thing against each other in their own right. */
const disputeOf = (left: VoiceRow, right: VoiceRow, between: RowsBetween): PairRow | undefined =>
  between(left.voice, right.voice).find(
    ({ verdict, kind, a, b }) =>
      verdict !== 'agree' &&
      (kind === left.row.kind || kind === right.row.kind) &&
      valueKey(a) === valueKey(left.row.b) &&
      valueKey(b) === valueKey(right.row.b),
  );

/** The first dispute among voices that each agree with the article read, by values of their own. */
export function disputeAmong(members: readonly VoiceRow[], between: RowsBetween): PairRow | null {
  for (const [at, left] of members.entries()) {
    for (const right of members.slice(at + 1)) {
      if (valueKey(left.row.b) === valueKey(right.row.b)) continue;
      const dispute = disputeOf(left, right, between);
      if (dispute) return dispute;
    }
  }
  return null;
}

/** What agrees with the article read stands in one row with whatever is firmer. */
const goTogether = (left: VoiceRow, right: VoiceRow, between: RowsBetween): boolean =>
  right.row.verdict === 'agree' ||
  valueKey(left.row.b) === valueKey(right.row.b) ||
  disputeOf(left, right, between) !== undefined;

/**
 * Parts what several voices say of one thing so that no row shows two lines that are at odds with the article read
 * alone: 11,000 against a ministry's 12,000 and against a general's 10,000 are two rows when nobody could set the
 * 10,000 against the 12,000. `members` come firmest first; each joins the first group it goes with.
 */
export function apartFromOneAnother(members: readonly VoiceRow[], between: RowsBetween): VoiceRow[][] {
  const groups: VoiceRow[][] = [];
  for (const member of members) {
    const group = groups.find((each) => each.every((other) => goTogether(other, member, between)));
    if (group) group.push(member);
    else groups.push([member]);
  }
  return groups;
}
