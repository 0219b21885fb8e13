import type { Entity } from '../../model/claim';
import { jaroWinkler } from '../claims/name-variants';

/** Letters that spellings of one foreign name vary in, folded: Zelenskyy, Zelensky; Sergeevsky, Sergeyevsky. */
function spelledAlike(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/sch|tsch|tch/g, 'c')
    .replace(/sh|ch|zh/g, 'c')
    .replace(/kh|gh/g, 'k')
    .replace(/ph/g, 'f')
    .replace(/[yij]+e?/g, 'i')
    .replace(/ck|q/g, 'k')
    .replace(/w/g, 'v')
    .replace(/ou|oo/g, 'u')
    .replace(/ee|ea/g, 'e')
    .replace(/(.)\1+/g, '$1');
}

const skeletons = new Map<string, string>();
const skeletonLimit = 20_000;

function skeleton(name: string): string {
  const known = skeletons.get(name);
  if (known !== undefined) return known;
  const made = spelledAlike(name);
  if (skeletons.size >= skeletonLimit) skeletons.clear();
  skeletons.set(name, made);
  return made;
}

/** Equal skeletons are needed beside Jaro-Winkler, which alone takes Johnson for Johnston and Austria for Australia. */
function sameWord(left: string, right: string): boolean {
  if (left === right) return true;
  if (left.length < 4 || right.length < 4) return false;
  const a = skeleton(left);
  const b = skeleton(right);
  return a === b || (a.length >= 5 && jaroWinkler(left, right) > 0.84 && sameButEnding(a, b));
}

/** Grammatical endings of place names taken over into English: Sergeevsky, Sergeevka. */
function sameButEnding(left: string, right: string): boolean {
  const stemmed = (word: string): string => word.replace(/(?:ski|ska|ske|ski|ka|oe|aia|i|a|e|o)$/, '');
  const a = stemmed(left);
  return a.length >= 5 && a === stemmed(right);
}

const acronymOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .join('');

const nameWords = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);

const isAcronymOf = (short: string, long: string): boolean =>
  /^\p{Lu}{2,6}$/u.test(short.replace(/\./g, '')) && acronymOf(long) === short.replace(/\./g, '');

function sameName(left: string, right: string): boolean {
  const a = nameWords(left);
  const b = nameWords(right);
  const lastA = a.at(-1);
  const lastB = b.at(-1);
  if (!lastA || !lastB) return false;
  if (a.length === b.length) return a.every((word, at) => sameWord(word, b[at] ?? ''));
  // A surname alone stands for the full name; a shared first word ("North ...") does not.
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const tail = long.slice(-short.length);
  return short.every((word, at) => sameWord(word, tail[at] ?? ''));
}

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
