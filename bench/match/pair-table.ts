import { memoryBlobs } from '../../src/match/blobs';
import { MatchIndex } from '../../src/match/match-index';
import { featuresOf } from '../../src/match/neighbourhood';
import type { PairFeatures, Placed } from '../../src/match/pair-features';
import { publicationGap } from '../../src/match/pair-features';
import { profileOf } from '../../src/match/profile';
import { weighProfile } from '../../src/match/weighed-profile';
import type { Article } from '../../src/model/article';
import { articleOf, type BenchRow } from './articles';

/** All candidate pairs of one store with their features: what the weights are fitted on. */
export interface PairTable {
  rows: BenchRow[];
  /** Features by row of `pairs`. */
  features: Float64Array[];
  pairs: { left: number; right: number; gap: number | null }[];
  names: (keyof PairFeatures)[];
  /** Candidates of each article, best first, as positions in `rows`. */
  candidates: number[][];
}

/** Reads a store through the product's own index and makes every candidate pair's features. */
export async function pairTable(rows: BenchRow[], limit = 60): Promise<PairTable> {
  const articles: Article[] = rows.map(articleOf);
  const position = new Map(articles.map((article, at) => [article.id, at]));
  const index = new MatchIndex(memoryBlobs());
  await index.addAll(articles);
  await index.settled();
  const statistics = await index.statistics();
  const placed: Placed[] = articles.map((article) => {
    const profile = profileOf(article);
    return { ...weighProfile(profile, statistics), crowding: statistics.crowding(profile) };
  });
  const candidates = placed.map((one) =>
    statistics.nearest(one.profile, limit).map(({ id }) => position.get(id)!),
  );
  const seen = new Set<number>();
  const table: PairTable = { rows, features: [], pairs: [], names: [], candidates };
  candidates.forEach((found, at) => {
    for (const other of found) {
      const left = Math.min(at, other);
      const right = Math.max(at, other);
      const key = left * rows.length + right;
      if (seen.has(key)) continue;
      seen.add(key);
      const features = featuresOf(placed[left]!, placed[right]!);
      if (table.names.length === 0) table.names = Object.keys(features) as (keyof PairFeatures)[];
      table.features.push(Float64Array.from(Object.values(features)));
      table.pairs.push({ left, right, gap: publicationGap(placed[left]!, placed[right]!) });
    }
  });
  return table;
}
