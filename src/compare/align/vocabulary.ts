import { stem as porterStem } from 'porter2';
import { stem } from '../../text/stem';
import conceptRows from './data/concepts.en.json';
import irregularForms from './data/irregular-forms.en.json';

const baseForms = new Map<string, string>(Object.entries(irregularForms));

const rootCache = new Map<string, string>();
/** Words met once are many; the cache must not grow with every article ever read. */
const rootCacheLimit = 50_000;

function computeRoot(word: string, language: string): string {
  const plain = word.replace(/['’]s?$/u, '');
  if (/\d/.test(plain)) return plain;
  // Retrieval keeps "train" and "training" apart, alignment must not: hence Porter here and not `text/stem`.
  return language === 'en' ? porterStem(baseForms.get(plain) ?? plain) : stem(plain, language);
}

/**
 * The form under which a word is compared: irregular forms go to their base ("struck" to "strike", "men" to
 * "man", British spelling to American) and the rest is stemmed (Porter 2 for English). `word` is lower case.
 */
export function rootOf(word: string, language = 'en'): string {
  const key = language === 'en' ? word : `${language}:${word}`;
  const known = rootCache.get(key);
  if (known !== undefined) return known;
  const root = computeRoot(word, language);
  if (rootCache.size >= rootCacheLimit) rootCache.clear();
  rootCache.set(key, root);
  return root;
}

const conceptsByRoot = new Map<string, string[]>();
for (const [name, words] of Object.entries(conceptRows)) {
  for (const word of words) {
    const root = rootOf(word);
    const names = conceptsByRoot.get(root) ?? [];
    if (!names.includes(name)) names.push(name);
    conceptsByRoot.set(root, names);
  }
}

const none: readonly string[] = [];

/** Names of the concept rows a root stands in: "troop" and "soldier" share `soldier`. */
export const conceptsOf = (root: string): readonly string[] => conceptsByRoot.get(root) ?? none;

/** 1 for the same root, `synonymSimilarity` for roots that share a concept row, otherwise 0. */
export function rootSimilarity(left: string, right: string): number {
  if (left === right) return 1;
  const concepts = conceptsOf(left);
  if (concepts.length === 0) return 0;
  const others = conceptsOf(right);
  return concepts.some((name) => others.includes(name)) ? synonymSimilarity : 0;
}

/** A synonym is weaker evidence than the word itself; .85 as in the fitted prototype, insensitive from .7 to .95. */
export const synonymSimilarity = 0.85;
