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

/** Lists read in one go. */
const listsTogether = 1_000;

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
    (await this.links)?.set(article, found);
  }

  async remove(article: ArticleId): Promise<void> {
    await this.blobs.put([[prefix + article, null]]);
    (await this.links)?.delete(article);
  }

  /** All stories of two or more articles, largest first; then in order of their first member. */
  async stories(corrections?: MatchCorrections): Promise<ArticleId[][]> {
    return groupStories(await this.load(), corrections);
  }

  /** All lists, read when the list of stories is asked for first and kept up from then on. */
  private load(): Promise<Map<ArticleId, Links>> {
    if (this.links) return this.links;
    const links = this.readAll();
    this.links = links;
    links.catch(() => {
      if (this.links === links) this.links = null;
    });
    return links;
  }

  private async readAll(): Promise<Map<ArticleId, Links>> {
    const found = new Map<ArticleId, Links>();
    const keys = await this.blobs.keys(prefix);
    for (let at = 0; at < keys.length; at += listsTogether) {
      const some = keys.slice(at, at + listsTogether);
      const lists = await this.blobs.getMany(some);
      some.forEach((key, place) => {
        const bytes = lists[place];
        if (bytes) found.set(key.slice(prefix.length), parseLinks(bytes));
      });
    }
    return found;
  }
}

const nameOf = (left: ArticleId, right: ArticleId): string =>
  left < right ? `${left} ${right}` : `${right} ${left}`;

/** Links both ways round, the stronger of two. */
class LinkGraph {
  private readonly weights = new Map<string, number>();
  private readonly neighbours = new Map<ArticleId, Set<ArticleId>>();

  connect(left: ArticleId, right: ArticleId, weight: number): void {
    const name = nameOf(left, right);
    this.weights.set(name, Math.max(this.weights.get(name) ?? 0, weight));
    for (const [from, to] of [[left, right] as const, [right, left] as const]) {
      this.neighbours.set(from, (this.neighbours.get(from) ?? new Set<ArticleId>()).add(to));
    }
  }

  weight(left: ArticleId, right: ArticleId): number {
    return this.weights.get(nameOf(left, right)) ?? 0;
  }

  /** The connected parts of some articles, over links of at least `least`; each in order, in order of first member. */
  components(articles: readonly ArticleId[], least: number): ArticleId[][] {
    const open = new Set(articles);
    const found: ArticleId[][] = [];
    for (const start of [...articles].sort()) {
      if (!open.delete(start)) continue;
      const component = [start];
      for (const article of component) {
        for (const next of this.neighbours.get(article) ?? []) {
          if (this.weight(article, next) >= least && open.delete(next)) component.push(next);
        }
      }
      found.push(component.sort());
    }
    return found;
  }
}

/** Average-link takes time with the cube of its articles; larger parts are first cut at ever stronger links. */
const mostLinked = 200;
const cutStep = 0.2;

/** Stories from links: average-link within each connected part, the reader's word above all. */
function groupStories(links: ReadonlyMap<ArticleId, Links>, corrections?: MatchCorrections): ArticleId[][] {
  const isNotSame = pairSet(corrections?.notSame);
  const graph = new LinkGraph();
  const connect = (left: ArticleId, right: ArticleId, weight: number) => {
    if (links.has(left) && links.has(right) && !isNotSame(left, right)) graph.connect(left, right, weight);
  };
  for (const [article, list] of links) for (const [other, weight] of list) connect(article, other, weight);
  return withMerges(storiesAmong(graph, [...links.keys()], 0), corrections?.same ?? [])
    .filter((story) => story.length > 1)
    .sort((left, right) => right.length - left.length || (left[0]! < right[0]! ? -1 : 1));
}

/** Stories that the reader said are one, joined whole. */
function withMerges(stories: ArticleId[][], same: readonly [ArticleId, ArticleId][]): ArticleId[][] {
  return same.reduce((merged, [left, right]) => {
    const one = merged.find((story) => story.includes(left));
    const other = merged.find((story) => story.includes(right));
    if (!one || !other || one === other) return merged;
    return [...merged.filter((story) => story !== one && story !== other), [...one, ...other].sort()];
  }, stories);
}

function storiesAmong(graph: LinkGraph, articles: readonly ArticleId[], least: number): ArticleId[][] {
  return graph.components(articles, least).flatMap((component) => {
    if (component.length <= mostLinked) return splitComponent(component, graph);
    // Thousands of articles that are all surely linked are one story, or one text many times.
    return least + cutStep < 1 ? storiesAmong(graph, component, least + cutStep) : [component];
  });
}

function splitComponent(component: readonly ArticleId[], graph: LinkGraph): ArticleId[][] {
  const groups = averageLink(
    component.length,
    (left, right) => graph.weight(component[left]!, component[right]!),
    storyThreshold,
  );
  const byGroup = new Map<number, ArticleId[]>();
  component.forEach((article, at) => {
    byGroup.set(groups[at]!, [...(byGroup.get(groups[at]!) ?? []), article]);
  });
  return [...byGroup.values()];
}
