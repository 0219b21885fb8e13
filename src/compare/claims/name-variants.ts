import { keptByWord } from '../../text/kept-by-word';

/**
 * Jaro-Winkler similarity of two words, 0 to 1 (Winkler 1990). Alone it merges Austria and Australia, so it
 * is only asked after the skeletons agree.
 */
export function jaroWinkler(left: string, right: string): number {
  if (left === right) return 1;
  const reach = Math.max(0, Math.floor(Math.max(left.length, right.length) / 2) - 1);
  const leftHit = new Array<boolean>(left.length).fill(false);
  const rightHit = new Array<boolean>(right.length).fill(false);
  let common = 0;
  for (let i = 0; i < left.length; i++) {
    for (let j = Math.max(0, i - reach); j < Math.min(right.length, i + reach + 1); j++) {
      if (rightHit[j] || left[i] !== right[j]) continue;
      leftHit[i] = true;
      rightHit[j] = true;
      common++;
      break;
    }
  }
  if (common === 0) return 0;
  let moved = 0;
  let k = 0;
  for (let i = 0; i < left.length; i++) {
    if (!leftHit[i]) continue;
    while (!rightHit[k]) k++;
    if (left[i] !== right[k]) moved++;
    k++;
  }
  const jaro = (common / left.length + common / right.length + (common - moved / 2) / common) / 3;
  let prefix = 0;
  while (prefix < 4 && left[prefix] !== undefined && left[prefix] === right[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

const accents = /\p{M}/gu;

/** Transliterations of one sound to one letter, applied in order. */
const soundRules: readonly (readonly [RegExp, string])[] = [
  // A place and the adjective made from it: Petrovsky camp, Petrovka.
  [/(?<=.{3})[eio]v(?:ka|o|sk(?:y|yy|iy|yi|ii|aya|e))$/, 'ev'],
  [/(?:skiy|skyy|skyi|skii|skij|sky|ski)$/, 'sk'],
  [/sch|tch|tsh|ch/g, 'C'],
  [/sh/g, 'S'],
  [/kh|gh|q|ck|c/g, 'k'],
  [/ph/g, 'f'],
  [/w/g, 'v'],
  [/ts|z/g, 's'],
  [/x/g, 'ks'],
  [/dj|dzh/g, 'j'],
  [/th/g, 't'],
];

/** Consonants of a name under common transliteration rules: Zelensky, Zelenskyy and Zelenskiy share one. */
function nameSkeleton(word: string): string {
  let skeleton = word
    .normalize('NFD')
    .replace(accents, '')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  if (skeleton === '') return word;
  for (const [pattern, sound] of soundRules) {
    if (skeleton.length > 7 || !pattern.source.includes('aya')) skeleton = skeleton.replace(pattern, sound);
  }
  const vowelFirst = /^[aeiouy]/.test(skeleton) ? 'A' : '';
  return vowelFirst + skeleton.replace(/[aeiouy]/g, '').replace(/(.)\1+/g, '$1');
}

const skeletonOf = keptByWord(nameSkeleton);

/** Below this two words with the same consonants are two names. */
const likeEnough = 0.84;

/** Whether two words may be spellings of one name. Near names that differ (Johnson, Johnston) may not. */
function sameWord(left: string, right: string): boolean {
  if (left === right) return true;
  if (left.length < 4 || right.length < 4) return false;
  const [a, b] = [skeletonOf(left), skeletonOf(right)];
  return a === b && (left[0] === right[0] || a[0] === b[0]) && jaroWinkler(left, right) > likeEnough;
}

/** "Ivo Dell Jr." is "Dell" in the next sentence. */
const generation = /^(?:jr|sr|ii|iii|iv)$/;

/** Words of a name in lower case; initials and the son's or grandson's mark say too little to be compared. */
const nameWords = keptByWord((name): readonly string[] =>
  name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !generation.test(word)),
);

/** The last word of a name that tells a family, in lower case: "dell" of "Ivo Dell Jr.". */
export const surnameOf = (name: string): string => nameWords(name).at(-1) ?? name.toLowerCase();

/** How the last word of a name sounds, empty without words: names that may be one have the same. */
export const lastSound = (name: string): string => skeletonOf(nameWords(name).at(-1) ?? '');

/**
 * Whether two names may be one person, place or body: word by word, or a surname for the full name ("M. Dell",
 * "Dell", "Mara Dell"). A shared first word ("North ...") is not enough.
 */
export function sameName(left: string, right: string): boolean {
  const a = nameWords(left);
  const b = nameWords(right);
  if (a.length === 0 || b.length === 0) return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const tail = long.slice(-short.length);
  return short.every((word, at) => sameWord(word, tail[at] ?? ''));
}

/** Capitals of the content words of a name: "National Survey Office" gives NSO. */
export const acronymOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .join('');
