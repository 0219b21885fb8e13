import { memoryBlobs } from '../../src/match/blobs';
import { MatchIndex } from '../../src/match/match-index';
import { Neighbourhood } from '../../src/match/neighbourhood';
import type { PairFeatures } from '../../src/match/pair-features';
import { profileOf } from '../../src/match/profile';
import type { Article } from '../../src/model/article';
import { articleOf, type BenchRow } from './articles';

export interface TablePair {
  left: number;
  right: number;
  gap: number | null;
  features: PairFeatures;
  values: Float64Array;
}

/** All candidate pairs of one store with their features: what the weights are fitted on. */
export interface PairTable {
  rows: BenchRow[];
  pairs: TablePair[];
  /** Pair of two positions, by `left * rows.length + right` with left < right. */
  byKey: Map<number, TablePair>;
  /** Candidates of each article, best first, as positions in `rows`. */
  candidates: number[][];
}

export const pairOf = (table: PairTable, one: number, other: number): TablePair | undefined =>
  table.byKey.get(Math.min(one, other) * table.rows.length + Math.max(one, other));

/** Reads a store through the product's own index and makes every candidate pair's features. */
export async function pairTable(rows: BenchRow[], limit = 60): Promise<PairTable> {
  const articles: Article[] = rows.map(articleOf);
  const position = new Map(articles.map((article, at) => [article.id, at]));
  const index = new MatchIndex(memoryBlobs());
  await index.addAll(articles);
  await index.settled();
  const statistics = await index.statistics();
  const profiles = articles.map(profileOf);
  const surrounded = profiles.map((profile) => ({
    profile,
    crowding: statistics.crowding(profile),
  }));
  const candidates = profiles.map((profile) =>
    statistics.nearest(profile, limit).map(({ id }) => position.get(id)!),
  );
  const table: PairTable = { rows, pairs: [], byKey: new Map(), candidates };
  candidates.forEach((found, at) => {
    const around = new Neighbourhood(
      [at, ...found].map((one) => surrounded[one]!),
      statistics,
    );
    found.forEach((other, offset) => {
      const [left, right] = [Math.min(at, other), Math.max(at, other)];
      const key = left * rows.length + right;
      if (table.byKey.has(key)) return;
      const features = around.features(0, offset + 1);
      const values = Float64Array.from(Object.values(features));
      const pair = { left, right, gap: around.gap(0, offset + 1), features, values };
      table.pairs.push(pair);
      table.byKey.set(key, pair);
    });
  });
  return table;
}
