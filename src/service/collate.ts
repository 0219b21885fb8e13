import { compareVoices } from '../compare';
import {
  collapseVoices,
  correctionsFrom,
  countSources,
  type MatchCorrections,
  openStory,
  type Profile,
  profileOf,
  type StoryDecision,
} from '../match';
import type { Article, ArticleId } from '../model/article';
import type { Collation, Match, Voice } from '../model/comparison';
import type { Correction } from '../model/library';
import type { CollationView } from '../model/library-query';
import { parseSettings } from '../model/parse-settings';
import { pause } from './attempt';
import type { ServiceContext } from './context';
import { ownersOf } from './owners';
import { proven } from './proof';

/** Most candidates the exact decision looks at. */
const candidateLimit = 60;

const partners = (id: ArticleId, { same }: MatchCorrections): ArticleId[] =>
  same.flatMap(([one, other]) => (one === id ? [other] : other === id ? [one] : []));

/** Profiles of stored articles in the order of `ids`: as they are kept, else made from the texts. */
async function profilesOf(context: ServiceContext, ids: readonly ArticleId[]): Promise<Profile[]> {
  const kept = await context.index.profiles(ids);
  const unknown = ids.filter((id) => !kept.has(id));
  // Saved this instant and not yet indexed, or the index is being made anew.
  for (const article of await context.shelf.newest(unknown)) kept.set(article.id, profileOf(article));
  return ids.flatMap((id) => kept.get(id) ?? []);
}

const textsOf = async (
  context: ServiceContext,
  ids: readonly ArticleId[],
): Promise<Map<ArticleId, Article>> =>
  new Map((await context.shelf.newest(ids)).map((article) => [article.id, article]));

/** Which stored articles tell the story of `article`. Their texts are read only where copying is to be told. */
export async function storyOf(
  context: ServiceContext,
  article: Article,
  corrections: MatchCorrections,
  limit = candidateLimit,
): Promise<StoryDecision> {
  const statistics = await context.index.statistics();
  const subject = profileOf(article);
  const nearest = statistics.nearest(subject, limit);
  const ids = new Set([...nearest.map(({ id }) => id), ...partners(article.id, corrections)]);
  ids.delete(article.id);
  const { dayWindow } = parseSettings((await context.store.get('settings', 'reader'))?.value);
  const story = openStory(article, subject, await profilesOf(context, [...ids]), {
    statistics,
    corrections,
    dayWindow,
  });
  return story.decide(await textsOf(context, story.textsWanted));
}

const outletCount = (articles: Article[]): number =>
  new Set(articles.map(({ outlet, host }) => (outlet.value || host).toLowerCase())).size;

/** Compares the voice of `subject` with the other voices of the articles given; the subject is among them. */
async function compared(
  context: ServiceContext,
  subject: Article,
  pages: Article[],
  voices: Voice[],
): Promise<Collation['comparison']> {
  const byId = Object.fromEntries(pages.map((article) => [article.id, article]));
  const [own, ...others] = voices;
  const analysed = async (voice: Voice, article: Article) => {
    await pause();
    return { voice: voice.id, article, analysis: await context.analyses.of(article) };
  };
  const leads = [];
  for (const voice of others) {
    const lead = byId[voice.lead];
    if (lead) leads.push(await analysed(voice, lead));
  }
  const comparison = compareVoices({ subject: await analysed(own as Voice, subject), others: leads });
  return proven(comparison, byId);
}

/** A story that is decided, its copies collapsed. */
export interface ToldStory {
  /** The article itself and those of the same event. */
  pages: Article[];
  voices: Voice[];
  matches: Match[];
  later: Match[];
  laterArticles: Article[];
}

/** The story of an article as the store tells it, voice by voice. */
export async function toldStory(
  context: ServiceContext,
  article: Article,
  corrections: MatchCorrections,
): Promise<ToldStory> {
  const decision = await storyOf(context, article, corrections);
  const told = new Set([...decision.same, ...decision.later].map((match) => match.article));
  const articles = await textsOf(context, [...told, ...decision.elsewhere]);
  const pick = (ids: readonly ArticleId[]): Article[] => ids.flatMap((id) => articles.get(id) ?? []);
  const textsOfMatches = (matches: readonly Match[]) => pick(matches.map((match) => match.article));
  // Deleted, or found to be damaged, while its place in the index is still owed.
  const readable = (matches: readonly Match[]) => matches.filter((match) => articles.has(match.article));
  const pages = [article, ...textsOfMatches(decision.same)];
  return {
    pages,
    voices: collapseVoices(pages, corrections, pick(decision.elsewhere)),
    matches: readable(decision.same),
    later: readable(decision.later),
    laterArticles: textsOfMatches(decision.later),
  };
}

/** The view of a story: compared, counted, dismissed rows set aside. */
async function viewOf(
  context: ServiceContext,
  subject: Article,
  { pages, voices, matches, later, laterArticles }: ToldStory,
  corrections: Correction[],
): Promise<CollationView> {
  const whole = await compared(context, subject, pages, voices);
  const wrong = new Set(corrections.flatMap(({ kind, target }) => (kind === 'row' ? [target] : [])));
  const comparison = { ...whole, rows: whole.rows.filter(({ id }) => !wrong.has(id)) };
  const counts = {
    pages: pages.length,
    outlets: outletCount(pages),
    voices: voices.length,
    sources: countSources(pages, voices),
  };
  return {
    collation: { comparison, voices, matches, later, counts },
    articles: Object.fromEntries([...pages, ...laterArticles].map((article) => [article.id, article])),
    dismissed: whole.rows.filter(({ id }) => wrong.has(id)),
    owners: await ownersOf(pages),
  };
}

/** Finds the stored coverage of an article's event and compares it, voice by voice. */
export async function collate(context: ServiceContext, article: Article): Promise<CollationView> {
  const corrections = await context.store.range('corrections');
  const story = await toldStory(context, article, correctionsFrom(corrections));
  return viewOf(context, article, story, corrections);
}

/** Compares articles that whoever asks says are one story: the same way without the search. */
export async function collateGiven(
  context: ServiceContext,
  subject: Article,
  others: Article[],
): Promise<CollationView> {
  const same = others.filter(({ id }) => id !== subject.id);
  const pages = [subject, ...same];
  const matches = same.map(
    ({ id }): Match => ({ article: id, score: 1, reasons: [], relation: 'same-event' }),
  );
  const voices = collapseVoices(pages, correctionsFrom([]));
  return viewOf(context, subject, { pages, voices, matches, later: [], laterArticles: [] }, []);
}
