import { isLightWord } from '../align/unit';
import { rootOf, rootSimilarity } from '../align/vocabulary';
import { jaroWinkler } from '../claims/name-variants';
import { kept } from '../kept';

/** Ways to write one spoken word: an outlet's style, not a change of what was said. */
const spokenForms: Record<string, string> = {
  gonna: 'going',
  wanna: 'want',
  gotta: 'got',
  sen: 'senator',
  rep: 'representative',
  gov: 'governor',
  ok: 'okay',
  mum: 'mom',
  mummy: 'mommy',
  mama: 'momma',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  first: '1st',
  second: '2nd',
  third: '3rd',
  fourth: '4th',
  fifth: '5th',
  sixth: '6th',
  seventh: '7th',
  eighth: '8th',
  ninth: '9th',
  tenth: '10th',
  eleventh: '11th',
  twelfth: '12th',
};

/** Endings of contracted words, written out: "aren't" and "are not" are one. */
const contractions: Record<string, string> = {
  "n't": 'not',
  "'re": 'are',
  "'ve": 'have',
  "'ll": 'will',
  "'m": 'am',
};
const contracted = /^(\p{L}+?)(n't|'re|'ve|'ll|'m)$/u;
const contractedStems: Record<string, string> = { ca: 'can', wo: 'will', sha: 'shall' };

function writtenOut(word: string): string[] {
  if (word === 'cannot') return ['can', 'not'];
  if (!word.includes("'")) return [spokenForms[word] ?? word];
  const [, stem, ending] = contracted.exec(word) ?? [];
  if (!stem || !ending) return [spokenForms[word] ?? word];
  return [contractedStems[stem] ?? stem, contractions[ending] ?? ending];
}

const longestStutter = 4;

/** Whether the last words are those before them again. */
function isSaidTwice(words: readonly string[], length: number): boolean {
  if (words.length < 2 * length) return false;
  for (let back = 1; back <= length; back += 1) {
    if (words[words.length - back] !== words[words.length - back - length]) return false;
  }
  return true;
}

/** Words said twice in a row ("we will not, we will not stand by") as once: transcripts keep or drop the slip. */
function withoutStutter(words: readonly string[]): string[] {
  const kept: string[] = [];
  for (const word of words) {
    kept.push(word);
    for (let length = longestStutter; length >= 1; length -= 1) {
      if (!isSaidTwice(kept, length)) continue;
      kept.splice(-length);
      break;
    }
  }
  return kept;
}

/** Words of a quotation for comparison: brackets are the outlet's insertions, an ellipsis a cut. */
export const quotedWords = (text: string): string[] => {
  const words = text
    .toLowerCase()
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b|\s|$)/gu, '')
    .replace(/[’‘]/g, "'")
    .match(/[\p{L}\p{N}]+(?:'[\p{L}]+)*/gu);
  return withoutStutter((words ?? []).flatMap(writtenOut));
};

/** Words of two lists between words they have in common; either side may be empty, never both. */
interface Gap {
  left: string[];
  right: string[];
}

/** Lengths of the longest common subsequences of the ends of two lists, from each pair of places on. */
function commonLengths(left: readonly string[], right: readonly string[]): Uint16Array {
  const width = right.length + 1;
  const table = new Uint16Array((left.length + 1) * width);
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      table[i * width + j] =
        left[i] === right[j]
          ? (table[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
    }
  }
  return table;
}

/** What lies between the words of the longest common subsequence of two lists. */
function gapsBetween(left: readonly string[], right: readonly string[]): Gap[] {
  const table = commonLengths(left, right);
  const width = right.length + 1;
  const gaps: Gap[] = [];
  let open: Gap | null = null;
  let i = 0;
  let j = 0;
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && left[i] === right[j]) {
      open = null;
      i += 1;
      j += 1;
      continue;
    }
    if (open === null) {
      open = { left: [], right: [] };
      gaps.push(open);
    }
    const isLeft =
      j >= right.length ||
      (i < left.length && (table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0));
    if (isLeft) open.left.push(left[i++] ?? '');
    else open.right.push(right[j++] ?? '');
  }
  return gaps;
}

/** "Nothing" is left out: "nothing less than", "nothing but" deny nothing. */
const negates = (word: string): boolean => /^(?:not|no|never|none|nobody|cannot)$|n't$/.test(word);

/** Words that carry what was said; "that", "just" and "would" come and go in transcripts. */
const isTelling = (word: string): boolean => negates(word) || !isLightWord(word);

/** Forms, spellings and synonyms of one word: translations of a saying differ in these. */
const isVariant = (left: string, right: string): boolean =>
  rootSimilarity(rootOf(left), rootOf(right)) > 0 || jaroWinkler(left, right) > 0.8;

/** "IE" and "Internet Explorer". */
const isAcronym = (short: readonly string[], long: readonly string[]): boolean =>
  short.length === 1 && long.length > 1 && short[0] === long.map((word) => word[0]).join('');

const setOf = kept((words: readonly string[]): ReadonlySet<string> => new Set(words));

/** How many words of the first list the second one has: no common subsequence of the two is longer. */
function wordsIn(left: readonly string[], right: readonly string[]): number {
  const there = setOf(right);
  let found = 0;
  for (const word of left) if (there.has(word)) found += 1;
  return found;
}

const isSame = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((word, at) => word === right[at]);

export type QuotationRelation = 'verbatim' | 'shortened' | 'altered' | 'other';

const leastWords = 5;
/** A quotation cut at either end still has nearly all of its own words in the longer one. */
const shortenedShare = 0.97;
const sameShare = 0.75;
/** Short sayings are made of the same few words again and again; two of them need not be one utterance. */
const leastAltered = 7;
const mostReplaced = 2;

const tellingIn = (words: readonly string[], others: readonly string[]): string[] =>
  words.filter((word) => isTelling(word) && !others.some((other) => isVariant(word, other)));

/**
 * What was done to the words of two quotations that have most of them in common. A telling word in the place of
 * another ("the sky" for "the earth") or a "not" and nothing else alters them. A "not" among other telling words makes
 * two sayings of them, and where words were replaced in several places one saying was translated twice.
 */
function relateGaps(gaps: readonly Gap[]): QuotationRelation {
  const left = gaps.flatMap((gap) => gap.left);
  const right = gaps.flatMap((gap) => gap.right);
  const a = tellingIn(left, right);
  const b = tellingIn(right, left);
  if (a.some(negates) !== b.some(negates)) return [...a, ...b].every(negates) ? 'altered' : 'other';
  const replaced = gaps.filter(
    (gap) => tellingIn(gap.left, right).length > 0 && tellingIn(gap.right, left).length > 0,
  );
  const [only] = replaced;
  if (!only || replaced.length > 1 || Math.max(a.length, b.length) > mostReplaced) return 'shortened';
  return isAcronym(only.left, only.right) || isAcronym(only.right, only.left) ? 'shortened' : 'altered';
}

/**
 * Whether two quotations carry the same words. A quotation cut short is not a changed one, nor is one transcribed
 * with other small words. `altered` needs most words in common, like length, and a telling word replaced.
 */
export function relateQuotations(left: readonly string[], right: readonly string[]): QuotationRelation {
  if (isSame(left, right)) return left.length > 0 ? 'verbatim' : 'other';
  const shorter = Math.min(left.length, right.length);
  const longer = Math.max(left.length, right.length);
  if (shorter < leastWords) return 'other';
  const shareOf = (common: number): number => 1 - (shorter - common) / shorter;
  // Nearly all pairs of quotations have too few words in common, which is told without their order.
  if (shareOf(Math.min(wordsIn(left, right), wordsIn(right, left))) < sameShare) return 'other';
  const gaps = gapsBetween(left, right);
  const lost = (side: keyof Gap): number => gaps.reduce((sum, gap) => sum + gap[side].length, 0);
  const share = 1 - Math.min(lost('left'), lost('right')) / shorter;
  if (share < sameShare) return 'other';
  if (shorter / longer >= 0.7) {
    const relation = relateGaps(gaps);
    return relation === 'altered' && shorter < leastAltered ? 'other' : relation;
  }
  return share >= shortenedShare ? 'shortened' : 'other';
}
