import { portableFeed, portableImport } from '../coverage/portable';
import type { ArticleId } from '../model/article';
import type { ImportOutcome, SetAside } from '../model/library-query';
import { parseSettings } from '../model/parse-settings';
import { type ArticleRecord, type CardRecord, type Change, under } from '../store';
import { type ArchiveRecord, parseArchiveRecord, portableCoverage } from './archive-lines';
import { factsOf, newCard } from './cards';
import type { ServiceContext } from './context';
import { textHash } from './hashes';
import { owed } from './keep';
import { articleHashes } from './word-hashes';

/** The versions of one article, those of the archive and those here, each text once, in order of saving. */
function mergedVersions(
  id: ArticleId,
  present: ArticleRecord[],
  given: { savedAt: string; article: ArticleRecord['article'] }[],
): { versions: ArticleRecord[]; taken: number } {
  const known = new Set(present.map((record) => record.textHash));
  const versions = [...present];
  let taken = 0;
  for (const { savedAt, article } of given) {
    const hash = textHash(article);
    if (known.has(hash)) continue;
    known.add(hash);
    taken += 1;
    versions.push({ id, version: 0, savedAt, textHash: hash, article });
  }
  versions.sort((left, right) =>
    left.savedAt !== right.savedAt ? (left.savedAt < right.savedAt ? -1 : 1) : left.version - right.version,
  );
  return { versions: versions.map((record, index) => ({ ...record, version: index + 1 })), taken };
}

async function articleChanges(
  { store, clock }: ServiceContext,
  id: ArticleId,
  given: { savedAt: string; article: ArticleRecord['article'] }[],
  card: CardRecord | undefined,
): Promise<{ changes: Change[]; taken: number }> {
  const present = card ? await store.range('articles', under(id)) : [];
  const { versions, taken } = mergedVersions(id, present, given);
  const newest = versions.at(-1);
  const first = versions[0];
  if (taken === 0 || !newest || !first) return { changes: [], taken: 0 };
  const line = {
    ...(card?.card ?? newCard(newest.article, first.savedAt)),
    ...factsOf(newest.article),
    savedAt: first.savedAt,
    versions: versions.length,
  };
  return {
    taken,
    changes: [
      ...versions.map((record): Change => ({ put: 'articles', record })),
      {
        put: 'cards',
        record: { id, card: line, version: newest.version, textHash: newest.textHash },
      },
      { put: 'words', record: { id, hashes: articleHashes(newest.article) } },
      { put: 'work', record: owed(id, `1 ${clock()}`) },
    ],
  };
}

async function marksChanges(
  { store }: ServiceContext,
  marks: Extract<ArchiveRecord, { kind: 'marks' }>[],
  alongside: Change[],
): Promise<Change[]> {
  const changes: Change[] = [];
  for (const { id, tags, note, read } of marks) {
    const beside = alongside.flatMap((change) =>
      'put' in change && change.put === 'cards' && change.record.id === id ? [change.record] : [],
    )[0];
    const card = beside ?? (await store.get('cards', id));
    if (!card) continue;
    const line = {
      ...card.card,
      tags: [...new Set([...card.card.tags, ...tags])].sort(),
      note: card.card.note || note,
      read: card.card.read || read,
    };
    changes.push({ put: 'cards', record: { ...card, card: line } });
  }
  return changes;
}

async function otherChanges({ store, clock }: ServiceContext, records: ArchiveRecord[]): Promise<Change[]> {
  const changes: Change[] = [];
  for (const record of records) {
    if (record.kind === 'correction') changes.push({ put: 'corrections', record: record.correction });
    // What the reader chose on this device stays: settings and feeds of an archive fill gaps only.
    if (record.kind === 'settings' && !(await store.get('settings', 'reader')))
      changes.push({ put: 'settings', record: { key: 'reader', value: parseSettings(record.settings) } });
    if (record.kind === 'coverage' && portableCoverage.has(record.table)) {
      const { table } = record;
      const now = Date.parse(clock());
      const made = table === 'feeds' ? portableFeed(record.record, now) : portableImport(record.record);
      if (made && !(await store.get('coverage', [table, made.key])))
        changes.push({ put: 'coverage', record: { table, key: made.key, record: made } });
    }
  }
  return changes;
}

/**
 * Takes a batch of an archive in one write: done twice it changes nothing more, and a worker killed in the
 * middle has taken all of it or nothing. Records that do not parse are set aside with their reason.
 */
export function importRecords(
  context: ServiceContext,
  given: { position: number; record: unknown }[],
): Promise<ImportOutcome> {
  const setAside: SetAside[] = [];
  const taken: ArchiveRecord[] = [];
  for (const { position, record } of given) {
    const parsed = parseArchiveRecord(record);
    if (parsed.ok) {
      taken.push(parsed.value);
      continue;
    }
    const { field = '', expected = '' } = parsed.failure.detail ?? {};
    setAside.push({ position, label: labelOf(record), reason: `${field}: expected ${expected}` });
  }
  return context.turns.take(async () => {
    const byArticle = new Map<ArticleId, { savedAt: string; article: ArticleRecord['article'] }[]>();
    let known = 0;
    for (const record of taken) {
      if (record.kind !== 'article') continue;
      known += 1;
      byArticle.set(record.article.id, [...(byArticle.get(record.article.id) ?? []), record]);
    }
    const changes: Change[] = [];
    let count = 0;
    const cards = await context.store.getMany('cards', [...byArticle.keys()]);
    for (const [position, [id, versions]] of [...byArticle].entries()) {
      const made = await articleChanges(context, id, versions, cards[position]);
      changes.push(...made.changes);
      count += made.taken;
    }
    const marks = taken.flatMap((record) => (record.kind === 'marks' ? [record] : []));
    changes.push(...(await marksChanges(context, marks, changes)), ...(await otherChanges(context, taken)));
    await context.store.write(changes);
    return { taken: count, known: known - count, setAside };
  });
}

function labelOf(record: unknown): string {
  if (typeof record === 'string') return record.slice(0, 80);
  const article = (record as { article?: { headline?: { value?: unknown } } } | null)?.article;
  const headline = article?.headline?.value;
  return typeof headline === 'string' ? headline.slice(0, 80) : '';
}
