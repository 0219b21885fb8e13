import type { Article, ArticleId, Span } from '../model/article';
import type { ArticleCard } from '../model/library';
import type { KeepPreview } from '../model/library-query';
import type { ArticleRecord, CardRecord, Change, TrashRecord } from '../store';
import { under } from '../store';
import { pause, Refused } from './attempt';
import { claimsOnly, keptSentences } from './claims-only';
import type { ServiceContext } from './context';
import { digest, textHash } from './hashes';

const dayLength = 86_400_000;

/** Lines of the preview; the number of all is said beside them. */
const listed = 100;

/** Articles analysed to say how much of the texts would go. */
const sampled = 10;

/** Texts read between two pauses. */
const slice = 100;

/** Whether the reader has put work into an article: such texts stay whole, whatever their age. */
const tended = ({ card }: CardRecord): boolean => card.tags.length > 0 || card.note !== '';

/** Articles a rule of so many days concerns, the oldest first. */
async function concerned({ cards, clock }: ServiceContext, days: number): Promise<CardRecord[]> {
  const before = new Date(Date.parse(clock()) - days * dayLength).toISOString();
  const old = (await cards.all()).filter(
    (record) =>
      record.card.savedAt < before &&
      record.dropped === undefined &&
      record.card.completeness !== 'headline-only' &&
      !tended(record),
  );
  return old.sort((left, right) =>
    left.card.savedAt !== right.card.savedAt
      ? left.card.savedAt < right.card.savedAt
        ? -1
        : 1
      : left.id < right.id
        ? -1
        : 1,
  );
}

const sizeOf = ({ article }: ArticleRecord): number => new TextEncoder().encode(article.text).length;

/** Share of the text of some articles, evenly spread, that would go. */
async function shareGone(context: ServiceContext, records: CardRecord[]): Promise<number> {
  const step = Math.max(1, Math.floor(records.length / sampled));
  const ids = records.filter((_, index) => index % step === 0).slice(0, sampled);
  let whole = 0;
  let kept = 0;
  for (const article of await context.shelf.newest(ids.map(({ id }) => id))) {
    await pause();
    const spans = keptSentences(await context.analyses.of(article));
    whole += article.text.length;
    kept += spans.reduce((sum, { start, end }) => sum + end - start, 0);
  }
  return whole === 0 ? 0 : 1 - kept / whole;
}

/** What would go if texts older than `days` were dropped. Changes nothing. */
export async function keepPreview(context: ServiceContext, days: number): Promise<KeepPreview> {
  const records = await concerned(context, days);
  let newest = 0;
  let older = 0;
  for (let start = 0; start < records.length; start += slice) {
    for (const record of records.slice(start, start + slice)) {
      const versions = await context.store.range('articles', under(record.id));
      for (const version of versions) {
        if (version.version === record.version) newest += sizeOf(version);
        else older += sizeOf(version);
      }
    }
    await pause();
  }
  const share = await shareGone(context, records);
  return {
    articles: records.length,
    versions: records.reduce((sum, { card }) => sum + card.versions - 1, 0),
    bytes: newest + older,
    freed: Math.round(newest * share) + older,
    cards: records.slice(0, listed).map(({ card }) => card),
  };
}

/** The newest text of an article with the sentences that would stay. */
export async function keepLook(
  context: ServiceContext,
  id: ArticleId,
): Promise<{ article: Article; kept: Span[] }> {
  const [article] = await context.shelf.newest([id]);
  if (!article) throw new Refused({ code: 'not-found' });
  return { article, kept: keptSentences(await context.analyses.of(article)) };
}

/** The changes that leave of one article its facts only, and the records they replace. */
async function dropText(
  context: ServiceContext,
  card: CardRecord,
  at: string,
): Promise<{ changes: Change[]; before: TrashRecord['puts'] } | null> {
  const versions = await context.store.range('articles', under(card.id));
  const [article] = await context.shelf.newest([card.id]);
  const record = versions.find(({ version }) => version === card.version);
  if (!article || !record) return null;
  const shortened = claimsOnly(article, await context.analyses.of(article));
  const hash = textHash(shortened);
  const { differs: _outdated, ...rest } = card;
  const line: ArticleCard = {
    ...card.card,
    versions: 1,
    wordCount: shortened.wordCount,
    completeness: shortened.completeness.state,
  };
  return {
    before: [
      { table: 'cards', record: card },
      ...versions.map((version) => ({ table: 'articles' as const, record: version })),
    ],
    changes: [
      { put: 'articles', record: { ...record, textHash: hash, article: shortened } },
      { put: 'cards', record: { ...rest, card: line, textHash: hash, dropped: at } },
      { remove: 'analyses', key: card.id },
      ...versions.flatMap(({ version }): Change[] =>
        version === card.version ? [] : [{ remove: 'articles', key: [card.id, version] }],
      ),
    ],
  };
}

/**
 * Drops the texts of at most `limit` articles older than `days` and leaves their facts. What they held goes to
 * the trash, from where `restoreTexts` brings it back within a month. `left` says how many are still to do.
 */
export function keepApply(
  context: ServiceContext,
  days: number,
  limit: number,
): Promise<{ undo: string | null; count: number; left: number }> {
  return context.turns.take(async () => {
    const all = await concerned(context, days);
    const at = context.clock();
    const changes: Change[] = [];
    const puts: TrashRecord['puts'] = [];
    let count = 0;
    for (const card of all.slice(0, limit)) {
      await pause();
      const dropped = await dropText(context, card, at);
      if (!dropped) continue;
      changes.push(...dropped.changes);
      puts.push(...dropped.before);
      count += 1;
    }
    if (count === 0) return { undo: null, count, left: 0 };
    const ids = puts.flatMap(({ table, record }) => (table === 'cards' ? [(record as CardRecord).id] : []));
    const undo = `texts ${digest(`${at} ${ids.join(' ')}`)}`;
    await context.store.write([
      ...changes,
      { put: 'trash', record: { id: undo, at, puts, deletes: [], count } },
    ]);
    return { undo, count, left: Math.max(0, all.length - limit) };
  });
}

/** Puts dropped texts back, except of articles that were saved anew or deleted meanwhile. */
export function restoreTexts(context: ServiceContext, undo: string): Promise<{ count: number }> {
  return context.turns.take(async () => {
    const { store } = context;
    const trash = await store.get('trash', undo);
    if (!trash) throw new Refused({ code: 'already-gone' });
    const before = new Map(
      trash.puts.flatMap(({ table, record }): [ArticleId, CardRecord][] =>
        table === 'cards' ? [[(record as CardRecord).id, record as CardRecord]] : [],
      ),
    );
    const present = await store.getMany('cards', [...before.keys()]);
    const standing = new Map(
      present.flatMap((card): [ArticleId, CardRecord][] =>
        card?.dropped === trash.at ? [[card.id, card]] : [],
      ),
    );
    const changes = trash.puts.flatMap(({ table, record }): Change[] => {
      const now = standing.get((record as { id: ArticleId }).id);
      if (!now) return [];
      if (table !== 'cards') return [{ put: table, record } as Change];
      const then = record as CardRecord;
      // Tags, note and read mark that were set meanwhile are the reader's and stay.
      const { tags, note, read } = now.card;
      return [{ put: 'cards', record: { ...then, card: { ...then.card, tags, note, read } } }];
    });
    const stale = [...standing.keys()].map((id): Change => ({ remove: 'analyses', key: id }));
    await store.write([...changes, ...stale, { remove: 'trash', key: undo }]);
    return { count: standing.size };
  });
}
