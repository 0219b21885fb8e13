import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { runCommand } from '../../src/cli/command';
import { reusingStory, villagers } from '../service/newsroom';

const sample = fileURLToPath(new URL('../../sample/outlets', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'collate-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function collate(...words: string[]) {
  let out = '';
  let err = '';
  const code = await runCommand(words, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    width: 100,
    interactive: false,
    folder,
    now: () => '2025-03-14T09:00:00.000Z',
  });
  return { code, out, err };
}

const write = (name: string, content: string | Buffer): string => {
  writeFileSync(join(folder, name), content);
  return name;
};

const page = (name: string): string => join(sample, `${name}.html`);
const outlets = ['varnhaven-courier', 'aldmoor-standard', 'daybreak', 'northern-ledger', 'radio-ansel'];

const storms = [
  'Heavy rain flooded the valley of the Orle on Sunday and cut off the town of Bexmoor, where 340 people spent the night in a school.',
  'The only road to Bexmoor was under water for nine hours, the county said on Monday. Two bridges were damaged and must be inspected.',
];
const record = (id: string, text: string) =>
  JSON.stringify({
    id,
    title: `Flood in Bexmoor, report ${id}`,
    text,
    outlet: `Outlet ${id}`,
    date: '2025-02-03',
  });

write('one.jsonl', record('a', storms[0]!));

describe('errors are one sentence on stderr, with exit code 2', () => {
  test.each([
    [[], /Say what to do/],
    [['analyse'], /no command "analyse"/],
    [['extract'], /at least one saved page/],
    [['extract', 'missing.html'], /no file "missing\.html"/],
    [['extract', '--colour'], /Unknown option '--colour'/],
    [['extract', '--library', 'x', 'y.html'], /"extract" has no option --library/],
    [['compare', 'one.jsonl'], /only one article/],
    [['match', 'x'], /Name the library/],
  ])('collate %j', async (words, sentence) => {
    const { code, out, err } = await collate(...words);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(sentence);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  test('a file that is neither HTML nor JSON is refused by name', async () => {
    const { code, err } = await collate('compare', write('notes.docx', 'x'), page('daybreak'));
    expect(code).toBe(2);
    expect(err).toContain('neither HTML nor JSON nor JSONL');
  });

  test('a page without an article is said with its reason; the others are still read', async () => {
    const empty = write('empty.html', '<title>Nothing</title><p>Nothing.</p>');
    const { code, out, err } = await collate('extract', empty, page('daybreak'));
    expect(code).toBe(2);
    expect(err).toMatch(/^"empty\.html": [A-Z].*\.\n$/);
    expect(out).toContain('Deadly train derailment in Kestria');
  });
});

describe('extract', () => {
  test('prints each fact with where it was read, and what was left out', async () => {
    const { code, out } = await collate('extract', page('varnhaven-courier'), '--explain');
    expect(code).toBe(0);
    expect(out).toMatch(/^authors +Elsa Trannick {2}\[json-ld\]$/m);
    expect(out).toMatch(/^published +2025-03-12, 2025-03-12T06:10:00\.000Z {2}\[json-ld\]$/m);
    expect(out).toContain('Three people were killed and 43 were injured');
    expect(out).toMatch(/Left out:[\s\S]*newsletter/i);
  });

  test('takes the address from --url, reads packed pages, and prints JSON that compare reads', async () => {
    const packed = write('courier.html.gz', gzipSync(await readPage('varnhaven-courier')));
    const address = 'http://elsewhere.test/rosk';
    const { code, out } = await collate('extract', packed, '--url', address, '--json');
    expect(code).toBe(0);
    const article = JSON.parse(out);
    expect(article.address.raw).toBe(address);
    const compared = await collate('compare', write('article.json', out), page('radio-ansel'), '--json');
    expect(compared.code).toBe(0);
    expect(JSON.parse(compared.out).article).toBe(article.id);
  });
});

describe('compare', () => {
  test('counts copies as one voice and prints both sentences of a difference', async () => {
    const { code, out } = await collate('compare', ...outlets.map(page));
    expect(code).toBe(0);
    expect(out).toContain('5 pages, 5 outlets, 4 voices');
    expect(out).toMatch(/The Aldmoor Standard — same text in Daybreak/);
    expect(out).toMatch(/UPDATES|DIFFER/);
    expect(out).toMatch(/Looked at 3 other voices, 2025-03-11 to 2025-03-13/);
  });

  test('says which voices share passages, and gives their words from both texts as JSON', async () => {
    const files = reusingStory().map((one, at) => write(`reusing-${at}.json`, JSON.stringify(one)));
    const printed = await collate('compare', ...files);
    expect(printed.out).toMatch(
      /Ardel Courier and Penhollow Herald share a passage: \d+ % and \d+ % of their texts/,
    );
    const [reuse] = JSON.parse((await collate('compare', ...files, '--json')).out).reuses;
    expect(reuse.passages[0].map(({ words }: { words: string }) => words)).toEqual([villagers, villagers]);
  });

  test('--json gives rows whose sentences are cut from the texts by offset', async () => {
    const extracted = await collate('extract', ...outlets.map(page), '--json');
    const articles = extracted.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const { out } = await collate('compare', write('all.jsonl', extracted.out), '--json');
    const { rows } = JSON.parse(out);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      for (const quote of row.values.flatMap((value: { quotes: unknown[] }) => value.quotes)) {
        const article = articles.find(({ id }) => id === quote.article);
        const whole = quote.part === 'headline' ? article.headline.value : article.text;
        expect(whole.slice(quote.start, quote.end)).toBe(quote.sentence);
      }
    }
  });

  test('explains two sentences', async () => {
    const { code, out } = await collate(
      'compare',
      '--explain',
      'At least 12 people were killed in the fire, police said.',
      'Police said that 15 people were killed in the fire.',
    );
    expect(code).toBe(0);
    expect(out).toMatch(/12/);
    expect(out).toMatch(/15/);
  });
});

describe('match', () => {
  test('finds the reports on the same event and no other, with reasons', async () => {
    const extracted = await collate('extract', ...outlets.map(page), '--json');
    const lines = storms.map((text, index) => record(`storm-${index}`, text)).join('\n');
    const library = write('library.jsonl', `${extracted.out}${lines}\n`);
    const { code, out } = await collate('match', '--library', library, page('coastal-observer'), '--json');
    expect(code).toBe(0);
    const found = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(found).toHaveLength(5);
    for (const match of found) expect(match.reasons.length).toBeGreaterThan(0);
  });

  test('sets damaged lines aside and says which', async () => {
    const library = write('damaged.jsonl', `{"text": \n${record('a', storms[0]!)}\n{"title": 3}\n`);
    const { code, err } = await collate('match', '--library', library, 'a');
    expect(code).toBe(0);
    expect(err).toMatch(/Line 1 of "damaged\.jsonl" was set aside: It is not JSON\./);
    expect(err).toMatch(/Line 3 of "damaged\.jsonl" was set aside: [A-Z]/);
  });
});

async function readPage(name: string): Promise<Buffer> {
  const { readFile } = await import('node:fs/promises');
  return readFile(page(name));
}
