import { describe, expect, it } from 'vitest';
import { ferry, page, read } from './import-files';

describe('saved pages', () => {
  it('carry the address and date SingleFile noted', async () => {
    const comment = `<!--\n Page saved with SingleFile \n url: ${ferry}?a=1 \n saved date: Tue Mar 03 2026 11:15:00 GMT+0100 (Central European Standard Time)\n-->`;
    const { format, rows } = await read('ferry.html', page(comment));
    expect(format).toBe('html');
    expect(rows).toEqual([
      expect.objectContaining({
        kind: 'html',
        label: 'Ferry runs aground off Vell',
        address: `${ferry}?a=1`,
        savedAt: '2026-03-03T10:15:00.000Z',
      }),
    ]);
  });

  it('of older SingleFile, of browsers, and with a canonical link', async () => {
    const old = await read(
      'a.html',
      page(`<!--\n Archive processed by SingleFile \n url: ${ferry}\n saved date: 2026-03-03T10:15:00Z\n-->`),
    );
    const saved = await read('b.html', page(`<!-- saved from url=(0034)${ferry} -->`));
    const canonical = await read('c.html', page('', `<link rel="canonical" href="${ferry}">`));
    const nothing = await read('d.html', page(''));
    expect(
      [old, saved, canonical, nothing].map(({ rows }) => (rows[0] as { address?: string }).address),
    ).toEqual([ferry, ferry, ferry, undefined]);
  });

  it('that are no pages are set aside', async () => {
    const { rows } = await read('note.html', 'Just some words');
    expect(rows).toEqual([{ kind: 'set-aside', label: 'note.html', reason: 'not-html' }]);
  });
});

describe('records', () => {
  it('in lines: a bad line never stops the rest', async () => {
    const good = JSON.stringify({
      headline: 'Ferry',
      text: 'It ran aground.',
      address: ferry,
      published: '2026-03-03',
    });
    const { format, rows } = await read('articles.jsonl', `${good}\n{"broken": \n\n42\n${good}\n`);
    expect(format).toBe('jsonl');
    expect(rows.map((row) => (row.kind === 'set-aside' ? row.reason : row.kind))).toEqual([
      'text',
      'not-json',
      'not-an-article',
      'text',
    ]);
  });

  it('of wallabag', async () => {
    const entry = {
      id: 7,
      title: 'Ferry runs aground',
      url: ferry,
      content: '<p>The ferry ran aground.</p><p>Two were hurt.</p>',
      created_at: '2026-03-03T11:15:00+0100',
      published_at: '2026-03-03T09:00:00+0000',
      published_by: ['Ines Marlow'],
      domain_name: 'harbour-post.example',
      language: 'en_GB',
    };
    const { format, rows } = await read('wallabag.json', JSON.stringify([entry, { ...entry, content: '' }]));
    expect(format).toBe('json');
    expect(rows).toEqual([
      {
        kind: 'text',
        label: 'Ferry runs aground',
        text: 'The ferry ran aground.\n\nTwo were hurt.',
        address: ferry,
        outlet: 'harbour-post.example',
        authors: ['Ines Marlow'],
        published: '2026-03-03T09:00:00+0000',
        language: 'en_GB',
        savedAt: '2026-03-03T10:15:00.000Z',
      },
      { kind: 'link', label: 'Ferry runs aground', address: ferry },
    ]);
  });

  it('of Readwise Reader, CSL-JSON and Hypothesis', async () => {
    const reader = await read(
      'reader.json',
      JSON.stringify({
        count: 1,
        results: [
          { source_url: ferry, title: 'Ferry', html_content: '<p>Aground.</p>', site_name: 'Harbour Post' },
        ],
      }),
    );
    expect(reader.rows).toEqual([
      { kind: 'text', label: 'Ferry', text: 'Aground.', address: ferry, outlet: 'Harbour Post' },
    ]);
    const csl = await read(
      'zotero.json',
      JSON.stringify([
        {
          id: 'x',
          type: 'article-newspaper',
          title: 'Ferry',
          URL: ferry,
          issued: { 'date-parts': [[2026, 3, 3]] },
        },
      ]),
    );
    expect(csl.rows).toEqual([{ kind: 'link', label: 'Ferry', address: ferry }]);
    const hypothesis = await read(
      'annotations.json',
      JSON.stringify({
        rows: [
          {
            uri: ferry,
            text: 'Check this',
            target: [{ source: ferry, selector: [{ type: 'TextQuoteSelector', exact: 'ran aground' }] }],
          },
        ],
      }),
    );
    expect(hypothesis.rows).toEqual([
      { kind: 'note', label: 'ran aground', address: ferry, note: '“ran aground”\nCheck this' },
    ]);
  });
});

describe('tables', () => {
  it('of Pocket', async () => {
    const { format, rows } = await read(
      'pocket.csv',
      `title,url,time_added,tags,status\n"Ferry, aground",${ferry},1772532900,sea|news,unread\nno address,,1,,\n`,
    );
    expect(format).toBe('csv');
    expect(rows).toEqual([
      { kind: 'link', label: 'Ferry, aground', address: ferry },
      { kind: 'set-aside', label: 'no address', reason: 'no-address' },
    ]);
  });

  it('of Omnivore and Readwise', async () => {
    const omnivore = await read(
      'omnivore.csv',
      `url,state,labels,saved_at\n${ferry},SUCCEEDED,"[a,b]",1772532900000\n`,
    );
    expect(omnivore.rows).toEqual([{ kind: 'link', label: ferry, address: ferry }]);
    const readwise = await read(
      'reader.csv',
      `Title,URL,ID,Document tags,Saved date\nFerry,${ferry},1,,2026-03-03\n`,
    );
    expect(readwise.rows).toEqual([{ kind: 'link', label: 'Ferry', address: ferry }]);
  });

  it('of references (RIS) and of Pocket’s older page', async () => {
    const ris = await read(
      'zotero.ris',
      `TY  - NEWS\nTI  - Ferry runs aground\nUR  - ${ferry}\nER  - \nTY  - BOOK\nTI  - Tides\nER  - \n`,
    );
    expect(ris).toEqual({
      format: 'ris',
      rows: [
        { kind: 'link', label: 'Ferry runs aground', address: ferry },
        { kind: 'set-aside', label: 'Tides', reason: 'no-address' },
      ],
    });
    const bookmarks = await read(
      'ril_export.html',
      `<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><ul><li><a href="${ferry}" time_added="1">Ferry &amp; tide</a></li></ul></body></html>`,
    );
    expect(bookmarks.rows).toEqual([{ kind: 'link', label: 'Ferry & tide', address: ferry }]);
  });
});

describe('what a file is', () => {
  it.each([
    ['backup.json', '{"format":"collate-archive","version":1,"records":[\n]}', 'archive'],
    ['feeds.xml', '<?xml version="1.0"?><opml version="2.0"><body/></opml>', 'opml'],
    ['report.pdf', '%PDF-1.7\n…', 'pdf'],
    ['statement.txt', 'The harbour office said…', 'text'],
    ['photo.png', '\u0089PNG\r\n', 'unknown'],
  ] as const)('%s', async (name, content, format) => {
    expect((await read(name, content)).format).toBe(format);
  });
});
