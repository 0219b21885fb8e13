import { KeySet } from './key-set';

/**
 * Which of the articles at hand have which keys. Keys are numbered through; an entry is one key in one article. What two
 * articles share is found from one of them, key by key: walking through the keys of both took most of a decision's time,
 * for two reports have two hundred terms each and twenty in common.
 */
export class Incidence {
  /** Where each article's entries begin, and the number of entries last. */
  readonly starts: Uint32Array;
  /** Number of each entry's key. */
  readonly numbers: Uint32Array;
  /** Article of each entry. */
  readonly articles: Uint16Array;
  /** Where the entries with each key begin in `holders`, and the number of entries last. */
  readonly heads: Uint32Array;
  /** Entries by key, those of a key in order of their articles. */
  readonly holders: Uint32Array;

  /**
   * @param lists numbers of each article's keys, each number once
   * @param keys how many different keys there are
   */
  constructor(lists: readonly Uint32Array[], keys: number) {
    let entries = 0;
    this.starts = new Uint32Array(lists.length + 1);
    for (let article = 0; article < lists.length; article++) {
      entries += lists[article]!.length;
      this.starts[article + 1] = entries;
    }
    const numbers = new Uint32Array(entries);
    const articles = new Uint16Array(entries);
    for (let article = 0; article < lists.length; article++) {
      numbers.set(lists[article]!, this.starts[article]!);
      articles.fill(article, this.starts[article]!, this.starts[article + 1]!);
    }
    const heads = new Uint32Array(keys + 1);
    for (let entry = 0; entry < entries; entry++) heads[numbers[entry]! + 1]!++;
    for (let key = 0; key < keys; key++) heads[key + 1]! += heads[key]!;
    const holders = new Uint32Array(entries);
    const next = heads.slice();
    for (let entry = 0; entry < entries; entry++) holders[next[numbers[entry]!]!++] = entry;
    this.numbers = numbers;
    this.articles = articles;
    this.heads = heads;
    this.holders = holders;
  }
}

/** Numbers the keys of several articles through. */
export function numbered(lists: readonly Uint32Array[]): { keys: KeySet; numbers: Uint32Array[] } {
  const keys = new KeySet(lists.reduce((sum, { length }) => sum + length, 0));
  const numbers = lists.map((list) => {
    const own = new Uint32Array(list.length);
    for (let at = 0; at < list.length; at++) own[at] = keys.place(list[at]!);
    return own;
  });
  return { keys, numbers };
}
