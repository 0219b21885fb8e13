import { analysisRules, comparisonRules } from '../compare/rules';
import { correctionsFrom } from '../match';
import type { Article, ArticleId } from '../model/article';
import type { CollationView } from '../model/library-query';
import type { CardRecord, Change, WorkRecord } from '../store';
import type { ServiceContext } from './context';
import { textHash } from './hashes';

/** Comparisons that one search asks for: some minutes of work when nobody waits for it. */
const mostOwed = 300;

/** The rules a comparison rests on, analysis and verdicts, as one number. */
const presentRules = analysisRules * 1000 + comparisonRules;

const certainDiffers = ({ collation }: CollationView): number =>
  collation.comparison.rows.filter(({ verdict, certain }) => verdict === 'differ' && certain).length;

/** Rows that differ for certain, as far as the article was compared under the present rules. */
export const differsOf = ({ differs }: CardRecord): number | null =>
  differs?.rules === presentRules ? differs.count : null;

/** Writes on a saved article's card in how many rows its story differs. Of an article not saved nothing is kept. */
export async function noteDiffers(
  context: ServiceContext,
  article: Article,
  view: CollationView,
): Promise<void> {
  const differs = { count: certainDiffers(view), rules: presentRules };
  await context.turns.take(async () => {
    const card = await context.store.get('cards', article.id);
    if (!card || card.textHash !== textHash(article)) return;
    if (card.differs?.count === differs.count && card.differs.rules === differs.rules) return;
    await context.store.write([{ put: 'cards', record: { ...card, differs } }]);
  });
}

/** Forgets what was noted on articles whose story has changed. */
export async function forgetDiffers(context: ServiceContext, ids: ArticleId[]): Promise<void> {
  await context.turns.take(async () => {
    const cards = await context.store.getMany('cards', ids);
    const changes = cards.flatMap((card): Change[] => {
      if (!card?.differs) return [];
      const { differs: _forgotten, ...record } = card;
      return [{ put: 'cards', record }];
    });
    if (changes.length > 0) await context.store.write(changes);
  });
}

/** Saved articles that share their story with others and were not compared under the present rules. */
export async function notCompared(context: ServiceContext): Promise<CardRecord[]> {
  const cards = new Map((await context.cards.all()).map((record) => [record.id, record]));
  const groups = await context.book.stories(correctionsFrom(await context.store.range('corrections')));
  return groups.flatMap((ids) => {
    const present = ids.flatMap((id) => cards.get(id) ?? []);
    return present.length < 2 ? [] : present.filter((record) => differsOf(record) === null);
  });
}

/** Puts the comparison of these articles on the list of what is owed, the latest saved first, behind all else. */
export async function oweComparisons(context: ServiceContext, records: CardRecord[]): Promise<void> {
  const latest = [...records]
    .sort((left, right) => (left.card.savedAt < right.card.savedAt ? 1 : -1))
    .slice(0, mostOwed);
  const standing = await context.store.getMany(
    'work',
    latest.map(({ id }) => id),
  );
  const at = context.clock();
  const owed = latest.flatMap(({ id }, index): WorkRecord[] => {
    const record = standing[index];
    if (record?.steps.includes('compare')) return [];
    if (record) return [{ ...record, steps: [...record.steps, 'compare'] }];
    return [{ id, turn: `3 ${at} ${String(index).padStart(4, '0')}`, steps: ['compare'], attempts: 0 }];
  });
  if (owed.length > 0) await context.store.write(owed.map((record) => ({ put: 'work', record })));
}
