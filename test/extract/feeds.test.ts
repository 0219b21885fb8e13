import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { feedLinks } from '../../src/extract/index';

const feedsOf = (head: string) =>
  feedLinks(new JSDOM(`<head>${head}</head>`).window.document, 'https://varntimes.example/news/storm');

it('lists the feeds a page offers, absolute and once', () => {
  const head = `
    <link rel="alternate" type="application/rss+xml" title="Varn Times" href="/feed/">
    <link rel="alternate" type="application/atom+xml" href="https://varntimes.example/atom">
    <link rel="alternate" type="application/rss+xml" href="/feed/">
    <link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">
    <link rel="alternate" hreflang="de" href="/de/">
    <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">`;
  expect(feedsOf(head)).toEqual([
    { href: 'https://varntimes.example/feed/', title: 'Varn Times' },
    { href: 'https://varntimes.example/atom', title: '' },
  ]);
});
