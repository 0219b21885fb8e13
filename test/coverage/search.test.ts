import { describe, expect, it } from 'vitest';
import {
  checkTemplate,
  gdelt,
  planOf,
  queryOf,
  readSearchAnswer,
  type SearchEngine,
} from '../../src/coverage';
import { feedOf } from './world';

const now = Date.parse('2026-03-04T12:00:00Z');
const answer = (body: string, type = 'application/json') => ({
  bytes: new TextEncoder().encode(body),
  address: 'https://search.example/rss',
  header: (name: string) => (name === 'content-type' ? type : null),
});
const ownFeed: SearchEngine = {
  key: 'own',
  name: 'Own',
  template: 'https://search.example/rss?q={query}',
  answers: 'feed',
  enabled: true,
};
const headline = (value: string) => ({
  headline: { value, source: 'heading' as const },
  language: { value: 'en', source: 'declared' as const },
});

describe('what a search sends', () => {
  it('is at most six words of the headline, names first, in the headline’s order', () => {
    expect(
      queryOf(headline('Two hurt as the ferry Corvina runs aground near the old quay of Vell on Tuesday')),
    ).toBe('hurt ferry Corvina runs Vell Tuesday');
  });

  it('is shown beforehand with its host', () => {
    expect(planOf(ownFeed, 'ferry & Vell')).toEqual({
      engine: 'own',
      name: 'Own',
      host: 'search.example',
      query: 'ferry & Vell',
      address: 'https://search.example/rss?q=ferry%20%26%20Vell',
    });
  });

  it.each([
    ['https://search.example/rss?q={query}', true],
    ['https://search.example/rss', false],
    ['javascript:alert({query})', false],
    ['https://{query}.example/', false],
    ['https://me:secret@search.example/?q={query}', false],
  ])('template %s', (template, isGood) => {
    expect(checkTemplate(template).ok).toBe(isGood);
  });
});

describe('what a search answers', () => {
  it('GDELT: titles and links, each address once', () => {
    const article = {
      url: 'https://harbour-post.example/ferry',
      title: 'Ferry runs aground &amp; sinks',
      seendate: '20260303T101500Z',
      domain: 'harbour-post.example',
    };
    const found = readSearchAnswer(
      gdelt,
      answer(JSON.stringify({ articles: [article, article, { url: 'javascript:x', title: 'x' }] })),
      now,
    );
    expect(found).toEqual({
      ok: true,
      value: [
        {
          address: article.url,
          headline: 'Ferry runs aground & sinks',
          outlet: 'harbour-post.example',
          day: '2026-03-03',
        },
      ],
    });
  });

  it('GDELT: raw control characters and wrong escapes in titles', () => {
    const body =
      '{"articles":[{"url":"https://a.example/1","title":"Ferry \\d \u0001 aground","domain":"a.example"}]}';
    expect(readSearchAnswer(gdelt, answer(body), now)).toMatchObject({
      ok: true,
      value: [{ outlet: 'a.example' }],
    });
  });

  it.each([
    ['Please limit requests to one every 5 seconds or contact us.', 'request-limited'],
    ['The specified phrase is too short.', 'request-refused'],
    ['<html>Service unavailable</html>', 'feed-malformed'],
    ['null', 'feed-malformed'],
    ['{"articles": [', 'feed-malformed'],
  ])('GDELT: %s', (body, code) => {
    expect(readSearchAnswer(gdelt, answer(body, 'text/html'), now)).toMatchObject({
      ok: false,
      failure: { code },
    });
  });

  it('GDELT: nothing found is no failure', () => {
    expect(readSearchAnswer(gdelt, answer('{}'), now)).toEqual({ ok: true, value: [] });
  });

  it('a template that answers with a feed, or with a page', () => {
    const feed = feedOf('Search', [{ headline: 'Ferry', address: 'https://a.example/1' }]);
    expect(readSearchAnswer(ownFeed, answer(feed, 'text/xml'), now)).toMatchObject({
      ok: true,
      value: [{ address: 'https://a.example/1', headline: 'Ferry', outlet: 'a.example' }],
    });
    expect(readSearchAnswer(ownFeed, answer('<html></html>', 'text/html'), now)).toMatchObject({
      ok: false,
      failure: { code: 'feed-malformed', detail: { reason: 'web-page' } },
    });
  });
});
