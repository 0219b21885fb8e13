import type { MatchReason } from '../model/comparison';
import { isoDay } from './event-days';
import type { Neighbourhood } from './neighbourhood';
import type { Profile } from './profile';
import { sharedWords, type TermVector } from './vector';

const named = 6;

/** Longer names first: "new york" says what "york" says. */
function withoutParts(names: string[]): string[] {
  return names.filter((name) => !names.some((other) => other !== name && ` ${other} `.includes(` ${name} `)));
}

const sharedDays = (left: Profile, right: Profile): string[] =>
  [...left.eventDays.days.keys()]
    .filter((day) => right.eventDays.days.has(day))
    .sort((one, other) => one - other)
    .slice(0, named)
    .map(isoDay);

/** What the article being read has in common with another, in its words: shown for a match, and for a near miss. */
export function matchReasons(around: Neighbourhood, other: number, sameText: boolean): MatchReason[] {
  const reasons: MatchReason[] = [];
  const add = (code: MatchReason['code'], shared: string[]) => {
    if (shared.length > 0) reasons.push({ code, shared });
  };
  const shared = (vectorOf: (article: number) => TermVector, limit: number) =>
    sharedWords(vectorOf(0), vectorOf(other), limit);
  if (sameText) reasons.push({ code: 'same-text', shared: [] });
  const names = withoutParts(shared((article) => around.names.vectorOf(article), 3 * named)).slice(0, named);
  add('names', names);
  add('dates', sharedDays(around.profiles[0]!, around.profiles[other]!));
  add(
    'numbers',
    shared((article) => around.numbers[article]!, named),
  );
  const inNames = new Set(names.flatMap((name) => name.split(' ')));
  const words = shared((article) => around.terms.vectorOf(article, 'heaviest'), 2 * named);
  add('rare-words', words.filter((word) => !inNames.has(word) && !/\d/.test(word)).slice(0, named));
  add(
    'lead',
    shared((article) => around.terms.vectorOf(article, 'leads'), named),
  );
  const gap = around.gap(0, other);
  if (gap !== null && gap <= 3) reasons.push({ code: 'close-in-time', shared: [String(gap)] });
  return reasons;
}
