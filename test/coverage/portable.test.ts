import { describe, expect, it } from 'vitest';
import { portableFeed, portableImport } from '../../src/coverage/portable';

const now = Date.parse('2026-03-04T08:00:00Z');
const address = 'https://harbour-post.example/feed.xml';

describe('a feed out of an archive', () => {
  it('keeps the reader’s choices and nothing this device has to learn for itself', () => {
    const record = {
      ...{ address, title: 'Harbour Post', home: 'https://harbour-post.example/', owner: 'Vell Media' },
      ...{ language: 'en', textRule: 'always', paused: true, typed: true, etag: '"7"', failures: 12 },
      seen: ['aa'],
    };
    expect(portableFeed(record, now)).toMatchObject({
      ...{ address, title: 'Harbour Post', owner: 'Vell Media', textRule: 'always', paused: true },
      ...{ typed: false, origin: 'opml', etag: null, failures: 0, seen: [] },
    });
  });

  it.each([
    null,
    'feed',
    [],
    { address: 7 },
    { address: 'javascript:alert(1)' },
    { address: 'file:///etc/passwd' },
    { address: 'not an address' },
  ])('that is none is left out: %j', (record) => {
    expect(portableFeed(record, now)).toBeNull();
  });

  it('has its doubtful fields replaced', () => {
    const feed = portableFeed({ address, title: { a: 1 }, home: 'ftp://x', textRule: 'sometimes' }, now);
    expect(feed).toMatchObject({ title: '', home: null, textRule: 'when-matching', paused: false });
  });
});

describe('the report of an import out of an archive', () => {
  it('names no articles that could be taken back by it', () => {
    const record = { key: 'k', at: '2026-03-04T08:00:00Z', name: 'a.json', taken: 3, articles: ['a1-00'] };
    expect(portableImport(record)).toMatchObject({
      key: 'k',
      taken: 3,
      known: 0,
      articles: [],
      state: 'done',
    });
    expect(portableImport({ key: 'k', at: 'yesterday' })).toBeNull();
  });
});
