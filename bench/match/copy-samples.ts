import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CopyLink, copyLink } from '../../src/match/copies/copy-score';
import { CopyText } from '../../src/match/copies/copy-text';
import { articleOf, type BenchRow, readRows } from './articles';

export interface CopyRow extends BenchRow {
  copy_group?: string;
  copy_ignore?: string[];
  kind?: string;
}

export interface CopyPair {
  left: number;
  right: number;
  link: CopyLink;
}

/** A file of articles with all pairs that are not plainly two texts. */
export interface CopyStore {
  rows: CopyRow[];
  /** Words of each text. */
  lengths: number[];
  pairs: CopyPair[];
  /** What is split in two for the cross-validation: an event, or an original with its copies. */
  groupOf: (row: CopyRow) => string;
  /** Whether two rows are one text; null when nobody says so or it is left open. */
  gold: (left: number, right: number) => boolean | null;
  /** How a pair came about. */
  kindOf: (left: number, right: number) => string;
}

interface Judged {
  a: string;
  b: string;
  copy: boolean | null;
  by: string;
  kind: string;
}

function readStore(file: string): Pick<CopyStore, 'rows' | 'lengths' | 'pairs'> {
  const rows = readRows(file) as CopyRow[];
  const texts = rows.map((row) => new CopyText(articleOf(row)));
  const pairs: CopyPair[] = [];
  texts.forEach((one, left) => {
    for (let right = left + 1; right < texts.length; right++) {
      const link = copyLink(one, texts[right]!);
      if (link) pairs.push({ left, right, link });
    }
  });
  return { rows, lengths: texts.map((text) => text.words.length), pairs };
}

/** Real pairs, judged by reading or by the clear ends of the scale. */
export function naturalStore(folder: string): CopyStore {
  const store = readStore(join(folder, 'copies-natural.jsonl'));
  const judged = readFileSync(join(folder, 'copies-natural.pairs.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Judged);
  const byName = new Map(judged.map((pair) => [[pair.a, pair.b].sort().join(' '), pair]));
  const find = (left: number, right: number) =>
    byName.get([store.rows[left]!.id, store.rows[right]!.id].sort().join(' '));
  return {
    ...store,
    groupOf: (row) => row.event ?? row.id,
    gold: (left, right) => find(left, right)?.copy ?? null,
    kindOf: (left, right) => `${find(left, right)?.kind} ${find(left, right)?.by}`,
  };
}

/** Pairs made from real articles: cut, rewritten, merged, put into digests. */
export function syntheticStore(folder: string): CopyStore {
  const store = readStore(join(folder, 'copies-synthetic.jsonl'));
  return {
    ...store,
    groupOf: (row) => row.copy_group ?? row.id,
    gold: (left, right) => {
      const [one, other] = [store.rows[left]!, store.rows[right]!];
      if (!one.copy_group || !other.copy_group) return null;
      if (one.copy_group === other.copy_group) return true;
      const ignored =
        one.copy_ignore?.includes(other.copy_group) || other.copy_ignore?.includes(one.copy_group);
      return ignored ? null : false;
    },
    kindOf: (left, right) => [store.rows[left]!.kind, store.rows[right]!.kind].sort().join('~'),
  };
}
