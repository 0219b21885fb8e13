import type { MatchReason } from '../model/comparison';
import { isoDay } from './event-days';
import { type Placed, publicationGap } from './pair-features';
import { sharedWords } from './vector';

const named = 6;

/** Longer names first: "new york" says what "york" says. */
function withoutParts(names: string[]): string[] {
  return names.filter((name) => !names.some((other) => other !== name && ` ${other} `.includes(` ${name} `)));
}

const sharedDays = (left: Placed, right: Placed): string[] =>
  [...left.profile.eventDays.days.keys()]
    .filter((day) => right.profile.eventDays.days.has(day))
    .sort((one, other) => one - other)
    .slice(0, named)
    .map(isoDay);

/** What two articles have in common, in their own words: the reasons shown for a match, and for a near miss. */
export function matchReasons(left: Placed, right: Placed, sameText: boolean): MatchReason[] {
  const reasons: MatchReason[] = [];
  const add = (code: MatchReason['code'], shared: string[]) => {
    if (shared.length > 0) reasons.push({ code, shared });
  };
  if (sameText) reasons.push({ code: 'same-text', shared: [] });
  const names = withoutParts(sharedWords(left.names, right.names, 3 * named)).slice(0, named);
  add('names', names);
  add('dates', sharedDays(left, right));
  add('numbers', sharedWords(left.numbers, right.numbers, named));
  const inNames = new Set(names.flatMap((name) => name.split(' ')));
  const words = sharedWords(left.keyTerms, right.keyTerms, 2 * named);
  add('rare-words', words.filter((word) => !inNames.has(word) && !/\d/.test(word)).slice(0, named));
  add('lead', sharedWords(left.lead, right.lead, named));
  const gap = publicationGap(left, right);
  if (gap !== null && gap <= 3) reasons.push({ code: 'close-in-time', shared: [String(gap)] });
  return reasons;
}
