import type { ArticleId } from '../model/article';

/** What the reader said about pairs of articles. */
export interface MatchCorrections {
  same: [ArticleId, ArticleId][];
  notSame: [ArticleId, ArticleId][];
  copies: [ArticleId, ArticleId][];
  notCopies: [ArticleId, ArticleId][];
}

const kinds: Record<string, keyof MatchCorrections> = {
  'same-event': 'same',
  'not-same-event': 'notSame',
  'is-a-copy': 'copies',
  'not-a-copy': 'notCopies',
};

/** Sorts the reader's corrections; those about rows are not for matching. Later ones overrule earlier ones. */
export function correctionsFrom(corrections: readonly { kind: string; target: string }[]): MatchCorrections {
  const byPair = new Map<string, { list: keyof MatchCorrections; pair: [ArticleId, ArticleId] }>();
  for (const { kind, target } of corrections) {
    const list = kinds[kind];
    const [left, right] = target.split(' ');
    if (!list || !left || !right) continue;
    const about = list === 'same' || list === 'notSame' ? 'event' : 'copy';
    byPair.set(`${about} ${pairName(left, right)}`, { list, pair: [left, right] });
  }
  const sorted: MatchCorrections = { same: [], notSame: [], copies: [], notCopies: [] };
  for (const { list, pair } of byPair.values()) sorted[list].push(pair);
  return sorted;
}

const pairName = (left: ArticleId, right: ArticleId): string =>
  left < right ? `${left} ${right}` : `${right} ${left}`;

/** A set to ask whether a pair, either way round, is in a list. */
export function pairSet(
  pairs: readonly [ArticleId, ArticleId][] = [],
): (left: ArticleId, right: ArticleId) => boolean {
  const names = new Set(pairs.map(([left, right]) => pairName(left, right)));
  return (left, right) => names.has(pairName(left, right));
}
