import { stem } from 'porter2';
import { keptByWord } from '../../text/kept-by-word';
import conceptRows from './data/concepts.en.json';
import irregularForms from './data/irregular-forms.en.json';

const baseForms = new Map<string, string>(Object.entries(irregularForms));

function computeRoot(word: string): string {
  const plain = word.replace(/['’]s?$/u, '');
  if (/\d/.test(plain)) return plain;
  // Retrieval keeps "train" and "training" apart, alignment must not: hence Porter here and not `text/stem`.
  return stem(baseForms.get(plain) ?? plain);
}

/**
 * The form under which a word in lower case is compared: irregular forms go to their base ("struck" to "strike", "men"
 * to "man", British spelling to American) and the rest is stemmed (Porter 2, whatever the language).
 */
export const rootOf = keptByWord(computeRoot, 50_000);

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
