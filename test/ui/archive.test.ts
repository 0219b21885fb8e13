import { beforeAll, describe, expect, it } from 'vitest';
import { archiveHead, archiveTail, readArchive } from '../../src/options/archive/archive-file';
import { collectArchive, importArchive } from '../../src/options/archive/transfer';
import { connect } from '../../src/ui/connection';
import { loadLanguage } from '../../src/ui/texts';
import { fakeBackground } from './gallery/fake-background';

beforeAll(() => loadLanguage('en', ['messages', 'library']));

const head = archiveHead('2031-03-08T10:00:00.000Z');
const whole = `${head}{"kind":"article","n":1},\n{"kind":"article","n":2}${archiveTail}`;
const still = new AbortController().signal;

describe('an archive', () => {
  it('is one JSON object', () => {
    expect(JSON.parse(whole)).toMatchObject({
      format: 'collate-archive',
      version: 1,
      records: [{ n: 1 }, { n: 2 }],
    });
  });

  it('is read also when another program wrote it out anew', () => {
    const read = readArchive(JSON.stringify(JSON.parse(whole), null, 2));
    expect(read.ok && read.value.records.map(({ position }) => position)).toEqual([1, 2]);
  });

  it('that is torn gives what is whole and sets the rest aside', () => {
    const read = readArchive(whole.slice(0, whole.length - 12));
    expect(read.ok && read.value.records).toEqual([{ position: 1, record: { kind: 'article', n: 1 } }]);
    expect(read.ok && read.value.unreadable.map(({ position }) => position)).toEqual([2]);
  });

  it.each([
    ['', 'file-empty'],
    ['hello', 'archive-not-json'],
    ['{"a":1}', 'archive-wrong-format'],
    ['[1,2]', 'archive-wrong-format'],
    [whole.replace('collate-archive', 'other'), 'archive-wrong-format'],
    [whole.replace('"version":1', '"version":2'), 'archive-newer'],
  ])('refuses %j as %s', (text, code) => {
    const read = readArchive(text);
    expect(read.ok ? 'read' : read.failure.code).toBe(code);
  });
});

describe('an export', () => {
  it('collects page after page into a file that is read again', async () => {
    const pages = [
      { lines: ['{"n":1}', '{"n":2}'], next: 'p2', total: 3 },
      { lines: ['{"n":3}'], next: null, total: 3 },
    ];
    const cursors: unknown[] = [];
    connect(
      fakeBackground({
        'archive.page': ({ cursor }: { cursor: string | null }) => {
          cursors.push(cursor);
          return pages[cursors.length - 1];
        },
      }),
    );
    const progress: number[] = [];
    const made = await collectArchive('2031-03-08T10:00:00.000Z', ({ done }) => progress.push(done), still);
    const read = readArchive(made.ok ? await made.value.text() : '');
    expect(read.ok && read.value.records.map(({ record }) => record)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    expect(cursors).toEqual([null, 'p2']);
    expect(progress).toEqual([2, 3]);
  });

  it('hands on the failure of a page', async () => {
    connect(fakeBackground({ 'archive.page': 'storage-unavailable' }));
    const made = await collectArchive('x', () => {}, still);
    expect(made).toMatchObject({ ok: false, failure: { code: 'storage-unavailable' } });
  });
});

describe('an import', () => {
  const fileOf = (records: number, extra = '') =>
    new File(
      [head, Array.from({ length: records }, (_, n) => `{"n":${n}}`).join(',\n'), extra, archiveTail],
      'library.json',
    );

  it('sends batches and adds up the report', async () => {
    const sizes: number[] = [];
    connect(
      fakeBackground({
        'archive.import': ({ records }: { records: unknown[] }) => {
          sizes.push(records.length);
          return { taken: records.length - 1, known: 1, setAside: [] };
        },
      }),
    );
    const done = await importArchive(fileOf(120, ',\n{torn'), 'i1', () => {}, still);
    expect(sizes).toEqual([50, 50, 20]);
    expect(done).toEqual({
      ok: true,
      value: {
        taken: 117,
        known: 3,
        setAside: [{ position: 121, label: '{torn', reason: 'the line is not JSON' }],
      },
    });
  });

  it('stops at a failure and names it', async () => {
    connect(fakeBackground({ 'archive.import': 'storage-full' }));
    expect(await importArchive(fileOf(3), 'i1', () => {}, still)).toMatchObject({
      failure: { code: 'storage-full' },
    });
  });

  it('is cancelled between batches', async () => {
    const stop = new AbortController();
    connect(
      fakeBackground({
        'archive.import': () => {
          stop.abort();
          return { taken: 50, known: 0, setAside: [] };
        },
      }),
    );
    expect(await importArchive(fileOf(120), 'i1', () => {}, stop.signal)).toMatchObject({
      failure: { code: 'cancelled' },
    });
  });
});
