import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readImport } from '../../src/coverage/import';
import { jsonElements, lines } from '../../src/coverage/import/pieces';
import { ferry, page, read, source } from './import-files';

const warcRecord = (type: string, address: string, payload: string): string => {
  const length = new TextEncoder().encode(payload).byteLength;
  return `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${address}\r\nWARC-Date: 2026-03-03T10:15:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-00000000000${type.length % 10}>\r\nContent-Type: application/http; msgtype=${type}\r\nContent-Length: ${length}\r\n\r\n${payload}\r\n\r\n`;
};
const http = (type: string, body: string, status = '200 OK') =>
  `HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\n\r\n${body}`;
const warc =
  warcRecord('response', 'https://harbour-post.example/style.css', http('text/css', 'p{}')) +
  warcRecord('response', ferry, http('text/html; charset=utf-8', page(''))) +
  warcRecord('response', 'https://harbour-post.example/gone', http('text/html', page(''), '404 Not Found'));

describe('web archives', () => {
  const expected = [
    expect.objectContaining({ kind: 'html', address: ferry, savedAt: '2026-03-03T10:15:00.000Z' }),
  ];

  it('plain and compressed', async () => {
    expect((await read('crawl.warc', warc)).rows).toEqual(expected);
    expect((await read('crawl.warc.gz', gzipSync(strToU8(warc)))).rows).toEqual(expected);
  });

  it('in a WACZ', async () => {
    const wacz = zipSync({
      'datapackage.json': strToU8('{"profile":"data-package"}'),
      'archive/data.warc.gz': gzipSync(strToU8(warc)),
      'indexes/index.cdx': strToU8('x'),
    });
    const { format, rows } = await read('crawl.wacz', wacz);
    expect(format).toBe('zip');
    expect(rows).toEqual(expected);
  });

  it('cut off in the middle give what came before, and say so', async () => {
    const { rows } = await read('crawl.warc.gz', gzipSync(strToU8(warc + warc)).slice(0, -200));
    expect(rows.filter(({ kind }) => kind === 'html').length).toBeLessThanOrEqual(2);
    const zip = zipSync({ 'a.html': strToU8(page('')), 'b.html': strToU8(page('').repeat(50)) });
    const cut = await read('pages.zip', zip.slice(0, zip.length - 250));
    expect(cut.rows.at(-1)?.kind === 'set-aside' || cut.rows.length === 2).toBe(true);
  });

  it('zips of saved pages', async () => {
    const zip = zipSync({
      'one/a.html': strToU8(page('')),
      'one/picture.png': new Uint8Array(5),
      'b.htm': strToU8(page('')),
    });
    expect((await read('pages.zip', zip)).rows.map(({ kind }) => kind)).toEqual(['html', 'html']);
  });
});

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += size) yield text.slice(start, start + size);
}
const all = async <T>(given: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const each of given) found.push(each);
  return found;
};

describe('streams', () => {
  const values = [{ a: 'x,]}"\\' }, [1, [2]], 'te,xt', { b: { c: ['}'] } }, 5, null];
  it.each([1, 2, 3, 7, 1000])('give the elements of an array in pieces of %i', async (size) => {
    for (const text of [JSON.stringify(values), JSON.stringify({ total: 6, rows: values }, null, 2)]) {
      const found = await all(jsonElements(pieces(text, size), 1000));
      expect(found.map((each) => JSON.parse(each!))).toEqual(values);
    }
  });

  it('never hold an element or line beyond the limit', async () => {
    const long = 'x'.repeat(5000);
    expect(await all(jsonElements(pieces(JSON.stringify([1, long, 2]), 100), 1000))).toEqual([
      '1',
      null,
      '2',
    ]);
    expect(await all(lines(pieces(`a\n${long}\nb`, 100), 1000))).toEqual(['a', null, 'b']);
  });

  it('say how far the file has been read', async () => {
    const text = Array.from({ length: 2000 }, (_, index) =>
      JSON.stringify({ headline: `Report ${index}`, text: 'x'.repeat(200) }),
    ).join('\n');
    const file = source('many.jsonl', text);
    let last = 0;
    for await (const { bytes, position } of readImport(file, 'jsonl')) {
      expect(bytes).toBeGreaterThanOrEqual(last);
      last = bytes;
      if (position === 2000) expect(bytes).toBe(file.size);
    }
    expect(last).toBe(file.size);
  });
});
