import {
  collapseVoices,
  correctionsFrom,
  openStory,
  type Profile,
  profileOf,
  readForCopies,
  type StoryDecision,
} from '../match';
import type { Article, ArticleId } from '../model/article';
import type { Match, Voice } from '../model/comparison';
import type { Correction } from '../model/library';
import { parseSettings } from '../model/parse-settings';
import type { ServiceContext } from './context';

/** Most candidates the exact decision looks at. */
const candidateLimit = 60;

/** Texts of the nearest candidates that are read while all of them are scored: the story is seldom larger. */
const textsAhead = 10;

/** The other articles of the pairs the reader calls one event. */
const partners = (id: ArticleId, corrections: readonly Correction[]): ArticleId[] =>
  correctionsFrom(corrections).same.flatMap(([one, other]) =>
    one === id ? [other] : other === id ? [one] : [],
  );

/** Profiles of stored articles in the order of `ids`: as they are kept, else made from the texts. */
async function profilesOf(context: ServiceContext, ids: readonly ArticleId[]): Promise<Profile[]> {
  const kept = await context.index.profiles(ids);
  const unknown = ids.filter((id) => !kept.has(id));
  // Saved this instant and not yet indexed, or the index is being made anew.
  for (const article of await context.shelf.newest(unknown)) kept.set(article.id, profileOf(article));
  return ids.flatMap((id) => kept.get(id) ?? []);
}

/** Texts read for one story, each once. */
type Texts = Map<ArticleId, Article>;

async function readInto(texts: Texts, context: ServiceContext, ids: readonly ArticleId[]): Promise<void> {
  const missing = ids.filter((id) => !texts.has(id));
  if (missing.length === 0) return;
  for (const article of await context.shelf.newest(missing)) texts.set(article.id, article);
}

/** Which stored articles tell the story of an article, and the corrections that had their part in it. */
export interface FoundStory {
  decision: StoryDecision;
  corrections: Correction[];
  /** What was read for it. */
  texts: Texts;
}

/**
 * Which stored articles tell the story of `article`. Their texts are read only where copying is to be told. Reads wait
 * for the disk beside one another and beside the reading of the article: in a worker just started they are a third of
 * the whole time.
 */
export async function storyOf(
  context: ServiceContext,
  article: Article,
  limit = candidateLimit,
): Promise<FoundStory> {
  const { store, index } = context;
  const [statistics, corrections, settings, subject] = await Promise.all([
    index.statistics(),
    store.range('corrections'),
    store.get('settings', 'reader'),
    profileOf(article),
  ]);
  const nearest = statistics.nearest(subject, limit).map(({ id }) => id);
  const ids = new Set([...nearest, ...partners(article.id, corrections)]);
  ids.delete(article.id);
  const texts: Texts = new Map();
  const ahead = readInto(texts, context, nearest.slice(0, textsAhead));
  // Whoever waits for them learns what went wrong.
  ahead.catch(() => undefined);
  const profiles = profilesOf(context, [...ids]);
  readForCopies(article);
  const story = openStory(article, subject, await profiles, {
    statistics,
    corrections: correctionsFrom(corrections),
    dayWindow: parseSettings(settings?.value).dayWindow,
  });
  await ahead;
  await readInto(texts, context, story.textsWanted);
  return { decision: story.decide(texts), corrections, texts };
}

/** A story that is decided, its copies collapsed. */
export interface ToldStory {
  /** The article itself and those of the same event. */
  pages: Article[];
  voices: Voice[];
  matches: Match[];
  later: Match[];
  laterArticles: Article[];
  corrections: Correction[];
}

/** The story of an article as the store tells it, voice by voice. */
export async function toldStory(context: ServiceContext, article: Article): Promise<ToldStory> {
  const { decision, corrections, texts } = await storyOf(context, article);
  const told = [...decision.same, ...decision.later].map((match) => match.article);
  await readInto(texts, context, [...told, ...decision.elsewhere]);
  const pick = (ids: readonly ArticleId[]): Article[] => ids.flatMap((id) => texts.get(id) ?? []);
  const textsOfMatches = (matches: readonly Match[]) => pick(matches.map((match) => match.article));
  // Deleted, or found to be damaged, while its place in the index is still owed.
  const readable = (matches: readonly Match[]) => matches.filter((match) => texts.has(match.article));
  const pages = [article, ...textsOfMatches(decision.same)];
  return {
    pages,
    voices: collapseVoices(pages, correctionsFrom(corrections), pick(decision.elsewhere)),
    matches: readable(decision.same),
    later: readable(decision.later),
    laterArticles: textsOfMatches(decision.later),
    corrections,
  };
}
