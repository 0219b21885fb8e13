import type { Entity } from '../../model/claim';
import { acronymOf, sameName } from '../claims/name-variants';

const isAcronymOf = (short: string, long: string): boolean =>
  /^\p{Lu}{2,6}$/u.test(short.replace(/\./g, '')) && acronymOf(long) === short.replace(/\./g, '');

/** Answers by the first name and then the other: no key has to be put together to look one up. */
const cache = new Map<string, Map<string, boolean>>();
let cached = 0;
const cacheLimit = 100_000;

function remember(first: string, second: string, same: boolean): void {
  if (cached >= cacheLimit) {
    cache.clear();
    cached = 0;
  }
  const known = cache.get(first);
  if (known) known.set(second, same);
  else cache.set(first, new Map([[second, same]]));
  cached += 1;
}

/** Whether two names written in two articles can be one person, place or organisation. */
export function isSameEntity(left: Entity, right: Entity): boolean {
  if (left.key === right.key) return true;
  const known = cache.get(left.name)?.get(right.name);
  if (known !== undefined) return known;
  const same =
    sameName(left.name, right.name) ||
    isAcronymOf(left.name, right.name) ||
    isAcronymOf(right.name, left.name);
  remember(left.name, right.name, same);
  return same;
}
