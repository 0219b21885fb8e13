import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type ImportSource, type RawRow, readImport } from '../../src/coverage/import';
import { endOfCsvRecords, recordChunks } from '../../src/coverage/import/pieces';
import { textOfMarkup } from '../../src/coverage/markup';
import { page, read } from './import-files';

/** A file that is made while it is read and held nowhere. */
function streamed(name: string, head: string, rows: number, row: (index: number) => string): ImportSource {
  const encoder = new TextEncoder();
  let index = -1;
  return {
    name,
    size: 10 ** 9,
    stream: () =>
      new ReadableStream({
        pull(controller) {
          if (index >= rows) return controller.close();
          let text = index < 0 ? head : '';
          for (let at = Math.max(index, 0); at < Math.min(rows, Math.max(index, 0) + 500); at++)
            text += row(at);
          index = Math.min(rows, Math.max(index, 0) + 500);
          controller.enqueue(encoder.encode(text));
        },
      }),
  };
}

async function rowsOf(file: ImportSource, format: 'csv' | 'ris' | 'bookmarks'): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const { row } of readImport(file, format)) rows.push(row);
  return rows;
}

describe('long tables', () => {
  const place = (index: number) => `https://harbour-post.example/${index}`;

  it('of comma separated values keep fields with line breaks and their heading in every chunk', async () => {
    const file = streamed('pocket.csv', 'title,"url",time_added\n', 40_000, (index) =>
      index % 7 === 0
        ? `"Ferry ""Corvina"",\nday ${index}",${place(index)},1740000000\n`
        : `Ferry ${index},${place(index)},1740000000\n`,
    );
    const rows = await rowsOf(file, 'csv');
    expect(rows).toHaveLength(40_000);
    expect(rows[39_999]).toEqual({ kind: 'link', label: 'Ferry 39999', address: place(39_999) });
    expect(rows[7]).toEqual({ kind: 'link', label: 'Ferry "Corvina",\nday 7', address: place(7) });
  });

  it('of RIS records and of bookmarks', async () => {
    const ris = streamed(
      'zotero.ris',
      '',
      20_000,
      (index) => `TY  - NEWS\r\nTI  - Ferry ${index}\r\nUR  - ${place(index)}\r\nER  - \r\n\r\n`,
    );
    expect((await rowsOf(ris, 'ris')).at(-1)).toEqual({
      ...{ kind: 'link', label: 'Ferry 19999', address: place(19_999) },
    });
    const bookmarks = streamed(
      'bookmarks.html',
      '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n',
      20_000,
      (index) => `<DT><A HREF="${place(index)}">Ferry ${index}</A>\n`,
    );
    expect(await rowsOf(bookmarks, 'bookmarks')).toHaveLength(20_000);
  });

  it('never hold a record beyond the limit', async () => {
    async function* pieces() {
      yield `a,b\n"${'x'.repeat(1_100_000)}`;
      yield 'y'.repeat(1_100_000);
      yield `"\nc,d\n${'e,f\n'.repeat(300_000)}`;
    }
    const chunks: (string | null)[] = [];
    for await (const chunk of recordChunks(pieces(), endOfCsvRecords, 1_500_000)) chunks.push(chunk);
    expect(chunks).toContain(null);
    expect(Math.max(...chunks.map((chunk) => chunk?.length ?? 0))).toBeLessThan(1_300_000);
  });
});

describe('zips', () => {
  it('with one damaged file give the others', async () => {
    const zip = zipSync({
      'a.html': strToU8(page('')),
      'b.warc.gz': strToU8('this is no archive'.repeat(20)),
      'c.html': strToU8(page('')),
    });
    const { rows } = await read('pages.zip', zip);
    expect(rows.filter(({ kind }) => kind === 'html')).toHaveLength(2);
  });

  it('that unpack to more than is read are left, and the next file is still read', async () => {
    const zip = zipSync({ 'a.html': new Uint8Array(64_000_000), 'b.html': strToU8(page('')) }, { level: 9 });
    const { rows } = await read('bomb.zip', zip);
    expect(rows.map((row) => (row.kind === 'set-aside' ? row.reason : row.kind))).toEqual([
      'too-large',
      'html',
    ]);
  });
});

describe('web archives', () => {
  it('pass over a page too large to be an article without holding it', async () => {
    const record = (address: string, body: string) => {
      const payload = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${body}`;
      return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${address}\r\nWARC-Date: 2026-03-03T10:15:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${payload.length}\r\n\r\n${payload}\r\n\r\n`;
    };
    const text = record('https://a.example/', 'x'.repeat(9_000_000)) + record('https://b.example/', page(''));
    const { rows } = await read('crawl.warc', text);
    expect(rows.map((row) => (row.kind === 'set-aside' ? row.reason : row.kind))).toEqual([
      'too-large',
      'html',
    ]);
  });
});

describe('markup', () => {
  it('with pictures inside gives its words only', () => {
    const picture = `<img src="data:image/png;base64,${'iVBORw0KGgo/'.repeat(5_000)}">`;
    expect(textOfMarkup(`<p>Before.</p>${picture}<p>After.</p>`)).toBe('Before.\n\nAfter.');
  });
});
