import type { PairRow } from '../verdict/rows';
import type { VoiceProfile } from './evidence';
import { type VoiceRow, valueKey } from './groups';

/** The rows of two voices, the first of them as side `a`. */
export type RowsBetween = (left: VoiceProfile, right: VoiceProfile) => readonly PairRow[];

/** The values two voices give on one thing are set against each other in their own right, too. */
const isDispute = (left: VoiceRow, right: VoiceRow, between: RowsBetween): boolean =>
  between(left.voice, right.voice).some(
    ({ verdict, kind, a, b }) =>
      verdict !== 'agree' &&
      (kind === left.row.kind || kind === right.row.kind) &&
      valueKey(a) === valueKey(left.row.b) &&
      valueKey(b) === valueKey(right.row.b),
  );

const givesOwn = ({ row }: VoiceRow): boolean =>
  row.verdict === 'agree' && valueKey(row.a) === valueKey(row.b);

/** In one line, or in two that differ: there the very value of the article read stands for it. */
function goTogether(left: VoiceRow, right: VoiceRow, between: RowsBetween): boolean {
  if ((left.row.verdict === 'agree') === (right.row.verdict === 'agree')) {
    return (
      left.row.verdict === 'agree' ||
      valueKey(left.row.b) === valueKey(right.row.b) ||
      isDispute(left, right, between)
    );
  }
  return givesOwn(left) || givesOwn(right) || isDispute(left, right, between);
}

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
