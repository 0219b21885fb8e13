import type { ArticleId } from '../model/article';
import { averageLink } from './average-link';
import type { KeyedBlobs } from './blobs';
import { type MatchCorrections, pairSet } from './corrections';
import { storyThreshold } from './pair-score';
import type { StoryDecision } from './story';

type Links = [ArticleId, number][];

const prefix = 'match/links/';

/** Links weaker than this never decide a story. */
const leastLink = 0.2;
const linksKept = 24;

const parseLinks = (bytes: Uint8Array): Links => {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return Array.isArray(value) ? (value as Links) : [];
  } catch {
    // A damaged list is as good as none: it is written anew with the article's next collation.
    return [];
  }
};

/**
 * Who is linked to whom, kept as articles arrive, so that the list of all stories needs no article's text. Placing
 * an article writes its own list only.
 */
export class StoryBook {
  private links: Promise<Map<ArticleId, Links>> | null = null;

  constructor(private readonly blobs: KeyedBlobs) {}

  /** Keeps what was decided about an article. */
  async place(article: ArticleId, decision: StoryDecision): Promise<void> {
    const taken = new Set(decision.same.map((match) => match.article));
    const found: Links = decision.ranked
      .filter(({ article: other, score }) => taken.has(other) || score >= leastLink)
      .slice(0, linksKept)
      .map(({ article: other, score }) => [other, Math.round(score * 1000) / 1000]);
    await this.blobs.put([[prefix + article, new TextEncoder().encode(JSON.stringify(found))]]);
    (await this.load()).set(article, found);
  }

  async remove(article: ArticleId): Promise<void> {
    await this.blobs.put([[prefix + article, null]]);
    (await this.load()).delete(article);
  }

  /** All stories of two or more articles, largest first; then in order of their first member. */
  async stories(corrections?: MatchCorrections): Promise<ArticleId[][]> {
    return groupStories(await this.load(), corrections);
  }

  private load(): Promise<Map<ArticleId, Links>> {
    this.links ??= this.blobs.keys(prefix).then(async (keys) => {
      const lists = await Promise.all(keys.map((key) => this.blobs.get(key)));
      return new Map(
        keys.map((key, at) => [key.slice(prefix.length), parseLinks(lists[at] ?? new Uint8Array())]),
      );
    });
    return this.links;
  }
}

/** Stories from links: average-link within each connected part, the reader's word above all. */
export function groupStories(
  links: ReadonlyMap<ArticleId, Links>,
  corrections?: MatchCorrections,
): ArticleId[][] {
  const isNotSame = pairSet(corrections?.notSame);
  const weights = new Map<string, number>();
  const neighbours = new Map<ArticleId, Set<ArticleId>>();
  const connect = (left: ArticleId, right: ArticleId, weight: number) => {
    if (!links.has(left) || !links.has(right) || isNotSame(left, right)) return;
    const name = left < right ? `${left} ${right}` : `${right} ${left}`;
    weights.set(name, Math.max(weights.get(name) ?? 0, weight));
    for (const [from, to] of [
      [left, right],
      [right, left],
    ] as const) {
      neighbours.set(from, (neighbours.get(from) ?? new Set()).add(to));
    }
  };
  for (const [article, list] of links) for (const [other, weight] of list) connect(article, other, weight);
  for (const [left, right] of corrections?.same ?? []) connect(left, right, Number.MAX_SAFE_INTEGER);
  const stories: ArticleId[][] = [];
  const seen = new Set<ArticleId>();
  for (const start of [...links.keys()].sort()) {
    if (seen.has(start)) continue;
    const component = [start];
    seen.add(start);
    for (const article of component) {
      for (const next of [...(neighbours.get(article) ?? [])].sort()) {
        if (!seen.has(next)) component.push(next);
        seen.add(next);
      }
    }
    stories.push(...splitComponent(component.sort(), weights));
  }
  return stories
    .filter((story) => story.length > 1)
    .sort((left, right) => right.length - left.length || (left[0]! < right[0]! ? -1 : 1));
}

function splitComponent(component: ArticleId[], weights: ReadonlyMap<string, number>): ArticleId[][] {
  const groups = averageLink(
    component.length,
    (left, right) => {
      const [one, other] = [component[left]!, component[right]!];
      return weights.get(one < other ? `${one} ${other}` : `${other} ${one}`) ?? 0;
    },
    storyThreshold,
  );
  const byGroup = new Map<number, ArticleId[]>();
  component.forEach((article, at) => {
    byGroup.set(groups[at]!, [...(byGroup.get(groups[at]!) ?? []), article]);
  });
  return [...byGroup.values()];
}
