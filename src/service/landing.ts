import type { Article, ArticleId } from '../model/article';
import { collate } from './collate';
import type { ServiceContext } from './context';
import { save } from './keep';
import { storyOf } from './told-story';

/** What became of an article that arrived by itself. */
export type Landed = 'new' | 'known' | 'fuller';

/** An article read by the reader within this many days is still being followed. */
const readingDays = 4;

const fullness: Record<Article['completeness']['state'], number> = {
  'headline-only': 0,
  'perhaps-cut': 1,
  whole: 2,
};

/** Ways of capture that are the reader reading, as against coverage that came by itself. */
const reading: ReadonlySet<Article['captured']['how']> = new Set([
  'page',
  'selection',
  'open-tab',
  'remembered',
]);

/** Saves an arrived article unless the text at hand is as full: a headline never replaces its article. */
export async function land(context: ServiceContext, article: Article): Promise<Landed> {
  const card = await context.store.get('cards', article.id);
  if (!card) {
    await save(context, article, '1');
    return 'new';
  }
  if (fullness[article.completeness.state] <= fullness[card.card.completeness]) return 'known';
  await save(context, article, '1');
  return 'fuller';
}

/** Articles the reader read in the last days. */
export async function recentReading(context: ServiceContext): Promise<Set<ArticleId>> {
  const since = new Date(Date.parse(context.clock()) - readingDays * 86_400_000).toISOString();
  const cards = await context.cards.all();
  return new Set(
    cards.flatMap(({ id, card }) =>
      (reading.has(card.how) || card.read) && card.savedAt >= since ? [id] : [],
    ),
  );
}

/** The articles the reader saved in the last days whose event `article` tells. */
async function readingOf(context: ServiceContext, article: Article): Promise<ArticleId[]> {
  const recent = await recentReading(context);
  if (recent.size === 0) return [];
  const { decision } = await storyOf(context, article);
  return decision.same.map((match) => match.article).filter((id) => recent.has(id));
}

/** What arrived articles add to what the reader read: new voices, and rows that differ because of them. */
export async function news(
  context: ServiceContext,
  arrived: ArticleId[],
): Promise<{ voices: number; differs: number }> {
  const fresh = new Set(arrived);
  const stories = new Set<ArticleId>();
  const sum = { voices: 0, differs: 0 };
  for (const article of await context.shelf.newest(arrived)) {
    // A headline has nothing to compare, and its text would be told as news a second time.
    if (article.completeness.state === 'headline-only') continue;
    const [read] = (await readingOf(context, article)).filter((id) => !stories.has(id));
    const [subject] = read ? await context.shelf.newest([read]) : [];
    if (!subject) continue;
    stories.add(subject.id);
    const { collation } = await collate(context, subject);
    const added = collation.voices.filter(({ articles }) => articles.every((id) => fresh.has(id)));
    const names = new Set(added.map(({ id }) => id));
    sum.voices += added.length;
    sum.differs += collation.comparison.rows.filter(
      ({ verdict, values }) =>
        verdict === 'differ' && values.some(({ evidence }) => evidence.some(({ voice }) => names.has(voice))),
    ).length;
  }
  return sum;
}
