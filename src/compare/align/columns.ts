import type { Lexicon } from './lexicon';
import { type Traits, traitsOf } from './traits';
import type { WeighedArticle } from './weighed';

/** Where words stand: the entries of one key lie side by side, in the order of the columns. */
interface Entries {
  /** Of each key the place of its first entry; the one after it begins where it ends. */
  from: Int32Array;
  column: Int32Array;
}

/** Entries by root, with one over the number of sentences of its article that have the root, and its case. */
interface RootEntries extends Entries {
  share: Float64Array;
  capital: Uint8Array;
}

/** Entries by concept, with the root that has it. */
interface ConceptEntries extends Entries {
  root: Int32Array;
}

/**
 * The sentences of all articles of a story, a column each, in text order, with an empty column before every article and
 * behind the last: each column has two neighbours.
 */
export interface Columns {
  count: number;
  /** The first column of each article. */
  offsets: Int32Array;
  roots: RootEntries;
  concepts: ConceptEntries;
  traits: Traits;
}

/** Turns the count of each key, at the place after it, into places. */
function placesFrom(counts: Int32Array): Int32Array {
  for (let key = 1; key < counts.length; key += 1) counts[key]! += counts[key - 1] as number;
  return counts;
}

function rootEntries(articles: readonly WeighedArticle[], offsets: Int32Array, keys: number): RootEntries {
  const from = new Int32Array(keys + 1);
  for (const { sentences } of articles) {
    for (const { numbers } of sentences) for (const root of numbers.roots) from[root + 1]! += 1;
  }
  placesFrom(from);
  const length = from[keys] as number;
  const entries: RootEntries = {
    from,
    column: new Int32Array(length),
    share: new Float64Array(length),
    capital: new Uint8Array(length),
  };
  const next = from.slice(0, keys);
  articles.forEach(({ sentences }, place) => {
    for (let at = 0; at < sentences.length; at += 1) {
      const { roots, uses, capitals } = sentences[at]!.numbers;
      for (let each = 0; each < roots.length; each += 1) {
        const entry = next[roots[each] as number]!++;
        entries.column[entry] = (offsets[place] as number) + at;
        entries.share[entry] = 1 / (uses[each] as number);
        entries.capital[entry] = capitals[each] as number;
      }
    }
  });
  return entries;
}

function conceptEntries(
  articles: readonly WeighedArticle[],
  offsets: Int32Array,
  lexicon: Lexicon,
): ConceptEntries {
  const keys = lexicon.conceptCount;
  const from = new Int32Array(keys + 1);
  const each = (visit: (concept: number, column: number, root: number) => void): void => {
    articles.forEach(({ sentences }, place) => {
      for (let at = 0; at < sentences.length; at += 1) {
        const column = (offsets[place] as number) + at;
        for (const root of sentences[at]!.numbers.roots) {
          for (const concept of lexicon.conceptsOf(root)) visit(concept, column, root);
        }
      }
    });
  };
  each((concept) => {
    from[concept + 1]! += 1;
  });
  placesFrom(from);
  const length = from[keys] as number;
  const entries: ConceptEntries = { from, column: new Int32Array(length), root: new Int32Array(length) };
  const next = from.slice(0, keys);
  each((concept, column, root) => {
    const entry = next[concept]!++;
    entries.column[entry] = column;
    entries.root[entry] = root;
  });
  return entries;
}

export function columnsOf(articles: readonly WeighedArticle[], lexicon: Lexicon): Columns {
  const offsets = new Int32Array(articles.length);
  let count = 1;
  articles.forEach(({ sentences }, place) => {
    offsets[place] = count;
    count += sentences.length + 1;
  });
  return {
    count,
    offsets,
    roots: rootEntries(articles, offsets, lexicon.size),
    concepts: conceptEntries(articles, offsets, lexicon),
    traits: traitsOf(articles, offsets, count),
  };
}
