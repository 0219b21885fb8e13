import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/coverage/decode';
import { parseFeedText } from '../../src/coverage/feed';

const folder = resolve(import.meta.dirname, 'feeds-torture');
const now = Date.parse('2026-03-04T12:00:00Z');

interface ExpectedItem {
  headline: string;
  address: string;
  day: string | null;
  instant?: string;
  authors?: string[];
  language?: string;
  outlet?: string;
  textEndsWith?: string;
}

interface Expected {
  address: string;
  contentType?: string;
  /** Named reason, when the feed cannot be read. */
  failure?: string;
  title?: string;
  items?: ExpectedItem[];
  setAside?: Record<string, number>;
  repaired?: boolean;
}

const feeds = readdirSync(folder).filter((name) => !name.endsWith('.expected.json'));

describe('feeds as they are in the wild', () => {
  it('has a set worth the name', () => {
    expect(feeds.length).toBeGreaterThanOrEqual(60);
  });

  it.each(feeds)('%s', (name) => {
    const expected = JSON.parse(
      readFileSync(resolve(folder, `${name.replace(/\.\w+$/, '')}.expected.json`), 'utf8'),
    ) as Expected;
    const bytes = new Uint8Array(readFileSync(resolve(folder, name)));
    const parsed = parseFeedText(decodeText(bytes, expected.contentType ?? null), expected.address, now);
    if (expected.failure) {
      expect(parsed).toMatchObject({
        ok: false,
        failure: { code: 'feed-malformed', detail: { reason: expected.failure } },
      });
      return;
    }
    if (!parsed.ok) throw new Error(`not read: ${JSON.stringify(parsed.failure)}`);
    const { value } = parsed;
    expect(value.title).toBe(expected.title);
    expect(
      value.items.map(({ headline, address, published }) => [headline, address, published?.day ?? null]),
    ).toEqual(expected.items?.map(({ headline, address, day }) => [headline, address, day]));
    expect(Object.fromEntries(value.setAside.map(({ reason, count }) => [reason, count]))).toEqual(
      expected.setAside ?? {},
    );
    expect(value.repaired).toBe(expected.repaired ?? false);
    expected.items?.forEach((item, index) => {
      const read = value.items[index]!;
      if (item.instant) expect(read.published?.instant).toBe(item.instant);
      if (item.authors) expect(read.authors).toEqual(item.authors);
      if (item.language) expect(read.language).toBe(item.language);
      if (item.outlet) expect(read.outlet).toBe(item.outlet);
      if (item.textEndsWith === '') expect(read.text).toBe('');
      else if (item.textEndsWith) expect(read.text.endsWith(item.textEndsWith)).toBe(true);
    });
  });
});
