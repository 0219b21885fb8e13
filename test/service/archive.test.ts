import { describe, expect, it } from 'vitest';
import { archiveHead, archiveTail, createArchiveReader } from '../../src/messages/archive-file';
import { pairTarget } from '../../src/model/library';
import type { Service } from '../../src/service';
import { memoryStore } from '../../src/store';
import { deadAfter, faultyStore } from './faulty-store';
import { budgetReport, codeOf, ferryStory, given, newsroom } from './newsroom';

async function exported(service: Service): Promise<string[]> {
  const lines: string[] = [];
  let cursor: string | null = null;
  do {
    const page: { lines: string[]; next: string | null } = given(await service.archivePage(cursor));
    lines.push(...page.lines);
    cursor = page.next;
  } while (cursor !== null);
  return lines;
}

const records = (lines: string[]) =>
  lines.map((line, index) => ({ position: index + 1, record: JSON.parse(line) as unknown }));

async function library() {
  const room = newsroom();
  const [courier, herald] = ferryStory();
  for (const each of [courier, herald, budgetReport()]) await room.service.saveArticle(each);
  await room.service.saveArticle({ ...courier, text: `${courier.text} Later.` });
  await room.service.annotate(courier.id, { tags: ['sea'], note: 'ask Varga', read: true });
  const target = pairTarget(herald.id, budgetReport().id);
  await room.service.addCorrection({ kind: 'not-same-event', target, context: null });
  await room.service.changeSettings({ saveOnOpen: true });
  return { ...room, courier, herald };
}

describe('the archive', () => {
  it('gives everything back in an empty library: versions, marks, corrections, settings', async () => {
    const { service, courier } = await library();
    const lines = await exported(service);
    const { service: other } = newsroom();
    const outcome = given(await other.importRecords(records(lines)));
    expect(outcome).toEqual({ taken: 4, known: 0, setAside: [] });
    expect(given(await other.getArticle(courier.id))).toEqual(given(await service.getArticle(courier.id)));
    expect(given(await other.listCorrections())).toEqual(given(await service.listCorrections()));
    expect(given(await other.settings()).saveOnOpen).toBe(true);
    expect(await exported(other)).toEqual(lines);
  });

  it('imported twice, or into the library it came from, changes nothing', async () => {
    const { service } = await library();
    const lines = await exported(service);
    const outcome = given(await service.importRecords(records(lines)));
    expect(outcome).toEqual({ taken: 0, known: 4, setAside: [] });
    expect(await exported(service)).toEqual(lines);
  });

  it('sets a changed record aside with its position and reason and takes the rest', async () => {
    const { service } = await library();
    const entries = records(await exported(service));
    const first = entries[0]!.record as { article: { headline: { value: string } } };
    first.article.headline.value = 'Ferry Morwenna sinks';
    entries.splice(2, 0, { position: 99, record: '{"kind":"article", cut of' });
    const { service: other } = newsroom();
    const outcome = given(await other.importRecords(entries));
    expect(outcome.taken).toBe(3);
    expect(outcome.setAside).toEqual([
      { position: 1, label: 'Ferry Morwenna sinks', reason: 'check: expected the digest of the record' },
      { position: 99, label: '{"kind":"article", cut of', reason: 'record: expected a JSON object' },
    ]);
  });

  it('keeps the newer text on top when an older one is imported', async () => {
    const { service, courier } = await library();
    const lines = await exported(service);
    const { service: other, setClock } = newsroom();
    setClock('2032-01-01T00:00:00.000Z');
    const newest = { ...courier, text: `${courier.text} A year later.` };
    await other.saveArticle(newest);
    await other.importRecords(records(lines));
    const { article, versions, card } = given(await other.getArticle(courier.id));
    expect(article.text).toBe(newest.text);
    expect(versions.map(({ savedAt }) => savedAt)).toEqual(
      [...versions.map(({ savedAt }) => savedAt)].sort(),
    );
    expect(card).toMatchObject({ versions: 3, tags: ['sea'], savedAt: versions[0]?.savedAt });
  });

  it('survives a worker killed in the middle of an import', async () => {
    const { service, courier } = await library();
    const entries = records(await exported(service));
    const batches = [entries.slice(0, 2), entries.slice(2)];
    for (let last = 0; last < 6; last += 1) {
      const disk = memoryStore();
      const dying = faultyStore(disk);
      dying.beforeWrite = deadAfter(dying, last);
      const { service: first } = newsroom(dying);
      void first.importRecords(batches[0]!).then(() => first.importRecords(batches[1]!));
      await new Promise((resolve) => setTimeout(resolve, 30));
      const { service: next } = newsroom(disk);
      await next.catchUp();
      for (const batch of batches) given(await next.importRecords(batch));
      expect(await exported(next)).toEqual(await exported(service));
      await next.settled();
      expect(given(await next.collate(courier)).collation.counts.pages).toBe(2);
    }
  });
});

describe('the archive file', () => {
  const file = (lines: string[]): string =>
    archiveHead('2031-03-02T08:00:00.000Z', lines.length) + lines.join(',\n') + archiveTail(lines.length);

  it('is one JSON object', async () => {
    const lines = await exported((await library()).service);
    const parsed = JSON.parse(file(lines)) as { format: string; version: number; records: unknown[] };
    expect(parsed).toMatchObject({ format: 'collate-archive', version: 1 });
    expect(parsed.records).toEqual(lines.map((line) => JSON.parse(line) as unknown));
  });

  it('is read in pieces cut anywhere', async () => {
    const lines = ['{"a":"x\\ny"}', '{"b":[1,2]}', '{"c":"é"}'];
    const whole = file(lines);
    for (const size of [1, 7, 1000]) {
      const reader = createArchiveReader();
      const found = [];
      for (let start = 0; start < whole.length; start += size)
        found.push(...given(reader.push(whole.slice(start, start + size))));
      const end = given(reader.end());
      found.push(...end.entries);
      expect(found).toEqual(records(lines));
      expect(end.whole).toBe(true);
    }
  });

  it('whose end is missing gives what is there and says that it is not whole', () => {
    const reader = createArchiveReader();
    const cut = file(['{"a":1}', '{"b":2}', '{"c":3}']).slice(0, -20);
    const found = given(reader.push(cut));
    const end = given(reader.end());
    expect(end.whole).toBe(false);
    expect([...found, ...end.entries].map(({ position }) => position)).toEqual([1, 2, 3]);
    expect(end.entries.at(-1)?.record).not.toEqual({ c: 3 });
  });

  it.each([
    ['{"format":"other","version":1,"records":[\n]}', 'archive-wrong-format'],
    ['{"format":"collate-archive","version":2,"records":[\n]}', 'archive-newer'],
    ['{"format":"collate-archive",version:1,"records":[\n]}', 'archive-not-json'],
    ['x'.repeat(5000), 'archive-wrong-format'],
  ])('says what is wrong with %.50s', (text, code) => {
    expect(codeOf(createArchiveReader().push(text))).toBe(code);
  });

  it.each([
    ['', 'file-empty'],
    ['not an archive', 'archive-not-json'],
  ])('says at the end what is wrong with "%s"', (text, code) => {
    const reader = createArchiveReader();
    reader.push(text);
    expect(codeOf(reader.end())).toBe(code);
  });
});
