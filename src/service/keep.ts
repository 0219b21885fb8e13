import type { Article, ArticleId } from '../model/article';
import type { ArticleCard } from '../model/library';
import { parseArticle } from '../model/parse-article';
import type { ArticleRecord, CardRecord, Change, TrashRecord, WorkRecord } from '../store';
import { under } from '../store';
import { need, Refused } from './attempt';
import { factsOf, newCard } from './cards';
import type { ServiceContext } from './context';
import { digest, textHash } from './hashes';
import { articleHashes } from './word-hashes';

export interface Saved {
  id: ArticleId;
  /** When this text was first saved. */
  savedAt: string;
  version: number;
}

/** Everything that is done for a newly saved version after it is safe; see work.ts. */
export const owed = (id: ArticleId, turn: string): WorkRecord => ({
  id,
  turn,
  steps: ['index', 'relate', 'analyse'],
  attempts: 0,
});

/** The batch that makes `article` the newest version, beside `card` when it was saved before. */
export function versionChanges(article: Article, card: CardRecord | undefined, savedAt: string): Change[] {
  const { id } = article;
  const version = (card?.version ?? 0) + 1;
  const hash = textHash(article);
  const line: ArticleCard = card
    ? { ...card.card, ...factsOf(article), versions: card.card.versions + 1 }
    : newCard(article, savedAt);
  return [
    { put: 'articles', record: { id, version, savedAt, textHash: hash, article } },
    { put: 'cards', record: { id, card: line, version, textHash: hash } },
    { put: 'words', record: { id, hashes: articleHashes(article) } },
  ];
}

/** What an outlet states beside the text: a byline that goes is a change though no sentence is. */
const statedFacts = ({ authors, wireCredit, notes }: Article): string =>
  JSON.stringify([authors.value, wireCredit?.value ?? null, notes]);

/** The version of `card` that already holds this text and what is stated beside it, if any. */
async function sameText(
  { store }: ServiceContext,
  card: CardRecord,
  article: Article,
): Promise<ArticleRecord | undefined> {
  const hash = textHash(article);
  if (card.textHash !== hash) return undefined;
  const standing = await store.get('articles', [card.id, card.version]);
  return standing && statedFacts(standing.article) === statedFacts(article) ? standing : undefined;
}

/**
 * Saves an article with everything that is owed to it, in one batch. Saving the newest text again changes
 * nothing, whoever asks and how often; another text makes a version.
 */
export function save(context: ServiceContext, given: unknown, urgency: '0' | '1'): Promise<Saved> {
  const article = need(parseArticle(given));
  return context.turns.take(async () => {
    const { store } = context;
    const card = await store.get('cards', article.id);
    const known = card && (await sameText(context, card, article));
    if (known) return { id: known.id, savedAt: known.savedAt, version: known.version };
    const savedAt = context.clock();
    const changes = versionChanges(article, card, savedAt);
    await store.write([...changes, { put: 'work', record: owed(article.id, `${urgency} ${savedAt}`) }]);
    return { id: article.id, savedAt, version: (card?.version ?? 0) + 1 };
  });
}

/** What the store knows about an article just read, without saving it. */
export async function savedState(
  context: ServiceContext,
  article: Article,
): Promise<{ at: string; versions: number; sameText: boolean } | null> {
  const { store } = context;
  const card = await store.get('cards', article.id);
  if (!card) return null;
  const newest = await store.get('articles', [card.id, card.version]);
  return {
    at: newest?.savedAt ?? card.card.savedAt,
    versions: card.card.versions,
    sameText: (await sameText(context, card, article)) !== undefined,
  };
}

async function recordsOf({ store }: ServiceContext, ids: ArticleId[]): Promise<TrashRecord['puts']> {
  const puts: TrashRecord['puts'] = [];
  for (const card of await store.getMany('cards', ids)) {
    if (!card) continue;
    const versions = await store.range('articles', under(card.id));
    const words = await store.get('words', card.id);
    puts.push({ table: 'cards', record: card });
    for (const record of versions) puts.push({ table: 'articles', record });
    if (words) puts.push({ table: 'words', record: words });
  }
  return puts;
}

/**
 * Moves articles with all their versions to the trash. Asked again with the same ids (a page that never got
 * the first answer) it gives the same undo.
 */
export function remove(
  context: ServiceContext,
  given: ArticleId[],
): Promise<{ undo: string; count: number }> {
  const ids = [...new Set(given)].sort();
  const undo = `articles ${digest(ids.join(' '))}`;
  return context.turns.take(async () => {
    const puts = await recordsOf(context, ids);
    const gone = puts.flatMap(({ table, record }) => (table === 'cards' ? [(record as CardRecord).id] : []));
    if (gone.length === 0) {
      const before = await context.store.get('trash', undo);
      if (!before) throw new Refused({ code: 'not-found' });
      return { undo, count: before.count };
    }
    const at = context.clock();
    const changes: Change[] = puts.flatMap(({ table, record }): Change[] =>
      table === 'articles'
        ? [
            {
              remove: 'articles',
              key: [(record as ArticleRecord).id, (record as ArticleRecord).version],
            },
          ]
        : [],
    );
    for (const id of gone) {
      changes.push(
        { remove: 'cards', key: id },
        { remove: 'words', key: id },
        { remove: 'analyses', key: id },
      );
      changes.push({ put: 'work', record: { id, turn: `0 ${at}`, steps: ['unindex'], attempts: 0 } });
    }
    changes.push({ put: 'trash', record: { id: undo, at, puts, deletes: [], count: gone.length } });
    await context.store.write(changes);
    return { undo, count: gone.length };
  });
}

/** Takes a deletion or a regrouping back. What was saved anew in the meantime is left as it is. */
export function restore(context: ServiceContext, undo: string): Promise<{ count: number }> {
  return context.turns.take(async () => {
    const { store } = context;
    const trash = await store.get('trash', undo);
    if (!trash) throw new Refused({ code: 'already-gone' });
    const ids = trash.puts.flatMap(({ table, record }) =>
      table === 'cards' ? [(record as CardRecord).id] : [],
    );
    const present = await store.getMany('cards', ids);
    const anew = new Set(present.flatMap((card) => (card ? [card.id] : [])));
    const puts = trash.puts.filter(({ record }) => !anew.has((record as { id: string }).id));
    const at = context.clock();
    await store.write([
      ...trash.deletes.map(({ table, key }) => ({ remove: table, key }) as Change),
      ...puts.map(({ table, record }) => ({ put: table, record }) as Change),
      ...ids.flatMap((id): Change[] => (anew.has(id) ? [] : [{ put: 'work', record: owed(id, `0 ${at}`) }])),
      { remove: 'trash', key: undo },
    ]);
    return { count: trash.count };
  });
}

/** Sets tags, note or read mark. */
export function annotate(
  context: ServiceContext,
  id: ArticleId,
  marks: { tags?: string[]; note?: string; read?: boolean },
): Promise<null> {
  return context.turns.take(async () => {
    const card = await context.store.get('cards', id);
    if (!card) throw new Refused({ code: 'not-found' });
    const tags = marks.tags ?? card.card.tags;
    const line: ArticleCard = {
      ...card.card,
      tags: [...new Set(tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))].sort(),
      note: marks.note ?? card.card.note,
      read: marks.read ?? card.card.read,
    };
    await context.store.write([{ put: 'cards', record: { ...card, card: line } }]);
    return null;
  });
}
