import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM, VirtualConsole } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../src/extract/index';
import type { Article, EditorialNote } from '../../src/model/article';

const folder = join(import.meta.dirname, '..', 'pages');
const names = readdirSync(folder).sort();
const captured = '2026-03-20T12:00:00.000Z';

/** What a fixture says about its page. Only `address` is always there. */
interface Expected {
  address: string;
  paragraphs?: string[];
  kinds?: string[];
  headline?: string;
  outlet?: string;
  authors?: string[];
  wireCredit?: string | null;
  day?: string | null;
  instant?: string;
  dateSource?: string;
  offsetMinutes?: number;
  language?: string;
  dateline?: string;
  original?: string | null;
  canonical?: string | null;
  kind?: string;
  state?: string;
  reasons?: string[];
  notes?: EditorialNote[];
  entries?: { at: string | null; heading: string | null }[];
  notIn?: string[];
  orFailure?: string;
}

const checks: { [Name in keyof Required<Expected>]?: (article: Article) => unknown } = {
  paragraphs: (article) => article.paragraphs.map(({ start, end }) => article.text.slice(start, end)),
  kinds: (article) => article.paragraphs.map((paragraph) => paragraph.kind),
  headline: (article) => article.headline.value,
  outlet: (article) => article.outlet.value,
  authors: (article) => article.authors.value,
  wireCredit: (article) => article.wireCredit?.value ?? null,
  day: (article) => article.published?.value.day ?? null,
  instant: (article) => article.published?.value.instant,
  dateSource: (article) => article.published?.source,
  offsetMinutes: (article) => article.published?.value.offsetMinutes,
  language: (article) => article.language.value,
  dateline: (article) => article.dateline,
  original: (article) => article.original?.value ?? null,
  canonical: (article) => article.address.canonical,
  kind: (article) => article.kind,
  state: (article) => article.completeness.state,
  reasons: (article) => article.completeness.reasons,
  notes: (article) => article.notes,
  entries: (article) => article.liveEntries.map(({ at, heading }) => ({ at, heading })),
};

const apart = new Set(['address', 'notIn', 'orFailure']);

describe('pages', () => {
  it('are at least forty', () => {
    expect(names.length).toBeGreaterThanOrEqual(40);
  });

  for (const name of names) {
    it(name, () => {
      const file = join(folder, name, 'expected.json');
      expect(existsSync(file), `${name} has no expected.json: write what the page should give`).toBe(true);
      const expected = JSON.parse(readFileSync(file, 'utf8')) as Expected;
      const html = readFileSync(join(folder, name, 'page.html'), 'utf8');
      const { document } = new JSDOM(html, { url: expected.address, virtualConsole: new VirtualConsole() })
        .window;
      const before = document.documentElement.outerHTML;
      const result = extractArticle(document, { address: expected.address, capturedAt: captured });
      expect(document.documentElement.outerHTML, 'the page was changed').toBe(before);
      if (!result.ok) {
        expect(result.failure.code).toBe(expected.orFailure);
        return;
      }
      const { article } = result.value;
      const stated = Object.keys(expected).filter((key) => !apart.has(key)) as (keyof Expected)[];
      expect(stated.length, `${name} states nothing to check`).toBeGreaterThan(0);
      for (const key of stated) {
        const check = checks[key];
        if (!check) throw new Error(`${name}: nobody knows how to check "${key}"`);
        expect(check(article), key).toEqual(expected[key]);
      }
      for (const words of expected.notIn ?? []) expect(article.text).not.toContain(words);
    });
  }
});
