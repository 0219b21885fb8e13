import { backgroundShare, inverseFrequency } from '../../src/match/frequencies';
import { profileOf } from '../../src/match/profile';
import { type IndexEntry, salientEntry } from '../../src/match/salient';
import type { Candidate } from '../../src/match/search';
import type { Article } from '../../src/model/article';

/** The index as it is defined, without shards, bytes or cleverness: a list of entries, looked through one by one. */
export class NaiveIndex {
  private readonly entries = new Map<string, IndexEntry>();

  add(article: Article): void {
    this.entries.set(article.id, salientEntry(profileOf(article)));
  }

  remove(id: string): void {
    this.entries.delete(id);
  }

  candidates(article: Article, limit: number): Candidate[] {
    const query = salientEntry(profileOf(article));
    const entries = [...this.entries.values()];
    const salientIn = (key: number) => entries.filter((entry) => entry.keys.includes(key)).length;
    const statistics = { articles: entries.length, salientIn };
    const corrections = Array.from(
      query.keys,
      (key) => inverseFrequency(key, statistics) / -Math.log(backgroundShare(key)),
    );
    const weights = Array.from(query.weights, (weight, at) => (weight / 255) * corrections[at]!);
    const squares = weights.reduce((sum, weight) => sum + weight * weight, 0);
    const counts = [...query.keys].map((key) => ({ key, count: salientIn(key) }));
    const isCommon = ({ count }: { count: number }) => entries.length > 300 && count > entries.length * 0.1;
    const wanted = counts.filter((term) => !isCommon(term));
    const common = counts
      .filter(isCommon)
      .sort((left, right) => left.count - right.count || left.key - right.key);
    const used = new Set(
      [...wanted, ...common.slice(0, Math.max(0, 8 - wanted.length))].map(({ key }) => key),
    );
    const found = entries
      .filter((entry) => entry.id !== article.id)
      .map((entry) => {
        let sum = 0;
        query.keys.forEach((key, at) => {
          const place = entry.keys.indexOf(key);
          if (place < 0 || !used.has(key)) return;
          sum += ((weights[at]! * corrections[at]!) / 255) * entry.weights[place]!;
        });
        return { id: entry.id, score: sum / squares };
      })
      .filter((candidate) => candidate.score > 0);
    found.sort((left, right) => right.score - left.score || (left.id < right.id ? -1 : 1));
    return found.slice(0, limit);
  }
}
