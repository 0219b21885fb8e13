import { citations, correctionsFrom } from '../match';
import type { ArticleId } from '../model/article';
import type { Citation } from '../model/comparison';
import { type ArticleCard, type Correction, pairTarget } from '../model/library';
import type { CollationView, StoryCard } from '../model/library-query';
import type { Change, TrashRecord } from '../store';
import { Refused } from './attempt';
import { collate } from './collate';
import type { ServiceContext } from './context';
import { forgetDiffers, noteDiffers } from './differs';
import { digest } from './hashes';

/** Most voices of a story that are each compared with the others on its page. */
const viewsOfStory = 16;

const day = (card: ArticleCard): string => card.day ?? card.savedAt.slice(0, 10);

/** A story keeps its name while articles come and go: it is called after the one that was saved first. */
const storyId = (cards: ArticleCard[]): string => {
  const first = cards.reduce((earliest, card) =>
    card.savedAt < earliest.savedAt || (card.savedAt === earliest.savedAt && card.id < earliest.id)
      ? card
      : earliest,
  );
  return `s-${first.id}`;
};

function storyCard(cards: ArticleCard[]): StoryCard {
  const inTime = [...cards].sort((left, right) =>
    day(left) !== day(right) ? (day(left) < day(right) ? -1 : 1) : left.id < right.id ? -1 : 1,
  );
  return {
    id: storyId(cards),
    label: inTime[0]?.headline ?? '',
    articles: inTime.map(({ id }) => id),
    outlets: [...new Set(inTime.map(({ outlet }) => outlet))],
    firstDay: inTime[0] ? day(inTime[0]) : null,
    lastDay: inTime.length > 0 ? day(inTime.at(-1) as ArticleCard) : null,
  };
}

async function allStories(
  context: ServiceContext,
): Promise<{ stories: StoryCard[]; cards: Map<ArticleId, ArticleCard> }> {
  const cards = new Map((await context.cards.all()).map(({ id, card }) => [id, card]));
  const groups = await context.book.stories(correctionsFrom(await context.store.range('corrections')));
  const stories = groups.flatMap((ids) => {
    const present = ids.flatMap((id) => cards.get(id) ?? []);
    return present.length > 0 ? [storyCard(present)] : [];
  });
  const placed = new Set(stories.flatMap(({ articles }) => articles));
  // An article whose place is still owed is a story of its own meanwhile.
  for (const card of cards.values()) if (!placed.has(card.id)) stories.push(storyCard([card]));
  stories.sort((left, right) =>
    left.lastDay !== right.lastDay
      ? (left.lastDay ?? '') < (right.lastDay ?? '')
        ? 1
        : -1
      : left.id < right.id
        ? -1
        : 1,
  );
  return { stories, cards };
}

/** Stories of two articles or more, the latest first. */
export async function listStories(
  context: ServiceContext,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ stories: StoryCard[]; total: number }> {
  const stories = (await allStories(context)).stories.filter(({ articles }) => articles.length > 1);
  return { stories: stories.slice(offset, offset + limit), total: stories.length };
}

/** A story with the comparison of each of its voices, and who cites whom in it. */
export async function getStory(
  context: ServiceContext,
  id: string,
): Promise<{ story: StoryCard; cards: ArticleCard[]; views: CollationView[]; citations: Citation[] }> {
  const { stories, cards } = await allStories(context);
  const story = stories.find((each) => each.id === id);
  if (!story) throw new Refused({ code: 'not-found' });
  const articles = await context.shelf.newest(story.articles);
  const views: CollationView[] = [];
  const spoken = new Set<ArticleId>();
  for (const article of articles) {
    if (spoken.has(article.id) || views.length === viewsOfStory) continue;
    const view = await collate(context, article);
    for (const copy of view.collation.voices[0]?.articles ?? []) spoken.add(copy);
    await noteDiffers(context, article, view);
    views.push(view);
  }
  return {
    story,
    cards: story.articles.flatMap((each) => cards.get(each) ?? []),
    views,
    citations: citations(articles),
  };
}

const opposite: Partial<Record<Correction['kind'], Correction['kind']>> = {
  'same-event': 'not-same-event',
  'not-same-event': 'same-event',
  'is-a-copy': 'not-a-copy',
  'not-a-copy': 'is-a-copy',
};

/** The articles whose comparison a correction changes: the pair it is about, or those its row stood on. */
export function articlesOf({ kind, target, context }: Correction): ArticleId[] {
  if (kind !== 'row') return target.split(' ');
  const { articles } = (context ?? {}) as { articles?: unknown };
  return Array.isArray(articles) ? articles.filter((id): id is ArticleId => typeof id === 'string') : [];
}

export const correctionId = ({ kind, target }: Pick<Correction, 'kind' | 'target'>): string =>
  `c-${digest(`${kind} ${target}`)}`;

/** Changes that add a correction and drop the one that says the contrary. */
export function correctionChanges(correction: Correction): Change[] {
  const contrary = opposite[correction.kind];
  const put: Change = { put: 'corrections', record: correction };
  if (!contrary) return [put];
  return [put, { remove: 'corrections', key: correctionId({ kind: contrary, target: correction.target }) }];
}

/** Writes corrections about pairs together with what takes them back. */
async function regroup(
  context: ServiceContext,
  kind: 'same-event' | 'not-same-event',
  pairs: [ArticleId, ArticleId][],
): Promise<{ undo: string }> {
  const at = context.clock();
  const made = pairs.map(([one, other]): Correction => {
    const target = pairTarget(one, other);
    return { id: correctionId({ kind, target }), at, kind, target, context: null };
  });
  const undo = `stories ${digest(made.map(({ id }) => id).join(' '))}`;
  await forgetDiffers(context, pairs.flat());
  return context.turns.take(async () => {
    const touched = made.flatMap((correction) => [
      correction.id,
      correctionId({ kind: opposite[kind] as Correction['kind'], target: correction.target }),
    ]);
    const before = (await context.store.getMany('corrections', touched)).flatMap((record) => record ?? []);
    const trash: TrashRecord = {
      id: undo,
      at,
      puts: before.map((record) => ({ table: 'corrections', record })),
      deletes: touched.map((key) => ({ table: 'corrections', key })),
      count: made.length,
    };
    await context.store.write([...made.flatMap(correctionChanges), { put: 'trash', record: trash }]);
    return { undo };
  });
}

/** Makes several stories one: the first article of each is said to tell the event of the next. */
export async function mergeStories(context: ServiceContext, ids: string[]): Promise<{ undo: string }> {
  const { stories } = await allStories(context);
  const chosen = stories.filter(({ id }) => ids.includes(id));
  if (chosen.length !== new Set(ids).size || chosen.length < 2) throw new Refused({ code: 'not-found' });
  const leads = chosen.flatMap(({ articles }) => articles[0] ?? []);
  const pairs = leads.slice(1).map((lead): [ArticleId, ArticleId] => [leads[0] as ArticleId, lead]);
  return regroup(context, 'same-event', pairs);
}

/** Takes articles out of a story: each is said not to tell the event of any that stays. */
export async function splitStory(
  context: ServiceContext,
  id: string,
  articles: ArticleId[],
): Promise<{ undo: string }> {
  const story = (await allStories(context)).stories.find((each) => each.id === id);
  const out = story?.articles.filter((each) => articles.includes(each)) ?? [];
  const stay = story?.articles.filter((each) => !articles.includes(each)) ?? [];
  if (out.length === 0 || stay.length === 0) throw new Refused({ code: 'not-found' });
  const pairs = out.flatMap((one) => stay.map((other): [ArticleId, ArticleId] => [one, other]));
  return regroup(context, 'not-same-event', pairs);
}
