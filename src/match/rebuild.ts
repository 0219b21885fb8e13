import type { Article, ArticleId } from '../model/article';
import { type Profile, profileOf } from './profile';
import type { Profiles } from './profiles';

export type Pause = () => Promise<void>;

/** Where an index that is made anew takes the stored articles from. */
export interface ArticleSource {
  /** The ids of all stored articles, each once, in slices. */
  slices(): AsyncIterable<ArticleId[]>;
  /** The articles themselves; those that are gone or cannot be read are left out. */
  read(ids: readonly ArticleId[]): Promise<Article[]>;
}

const sliceOfGiven = 128;

/** Articles at hand as a source. */
export function sourceOf(articles: Iterable<Article>): ArticleSource {
  const byId = new Map([...articles].map((article) => [article.id, article]));
  return {
    async *slices() {
      const ids = [...byId.keys()];
      for (let at = 0; at < ids.length; at += sliceOfGiven) yield ids.slice(at, at + sliceOfGiven);
    },
    read: async (ids) => ids.flatMap((id) => byId.get(id) ?? []),
  };
}

/** Texts read word by word between two pauses. */
const textsTogether = 16;

/** Profiles of articles: those that are kept as they are, the others made from the texts. */
export async function missingArticles(
  ids: readonly ArticleId[],
  source: ArticleSource,
  kept: Profiles,
  pause: Pause,
): Promise<{ profiles: Profile[]; made: Profile[] }> {
  const found = await kept.read(ids);
  const unknown = ids.filter((id) => !found.has(id));
  const made: Profile[] = [];
  for (let at = 0; at < unknown.length; at += textsTogether) {
    if (at > 0) await pause();
    for (const article of await source.read(unknown.slice(at, at + textsTogether)))
      made.push(profileOf(article));
  }
  return { profiles: [...found.values(), ...made], made };
}
