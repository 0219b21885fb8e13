// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { headIsStale, withoutHeadFacts } from '../../src/content/reading/stale-head';

const first = 'https://ardelcourier.example/2031/ferry';
const second = 'https://ardelcourier.example/2031/budget';

const page = (canonical: string, openGraph = canonical): Document =>
  new DOMParser().parseFromString(
    `<html><head><link rel="canonical" href="${canonical}"><meta property="og:url" content="${openGraph}">
     <meta name="author" content="Old Author"><meta charset="utf-8">
     <script type="application/ld+json">{"headline":"Old"}</script><title>New</title></head>
     <body><h1>New</h1><script>1</script></body></html>`,
    'text/html',
  );

describe('a head after a navigation within the document', () => {
  it('is stale when it still names the page that was loaded', () => {
    expect(headIsStale(page(first), first, second)).toBe(true);
    expect(headIsStale(page('/2031/ferry'), `${first}#top`, second)).toBe(true);
  });

  it('is trusted when the site changed it, names neither, or nothing was navigated', () => {
    expect(headIsStale(page(second), first, second)).toBe(false);
    expect(headIsStale(page(first, second), first, second)).toBe(false);
    expect(headIsStale(page('https://ardelcourier.example/other'), first, second)).toBe(false);
    expect(headIsStale(page(first), first, `${first}#comments`)).toBe(false);
  });

  it('is left out of a copy, with the page untouched', () => {
    const document = page(first);
    const before = document.documentElement.outerHTML;
    const copy = withoutHeadFacts(document);
    expect(copy.head.innerHTML).not.toMatch(/canonical|og:url|Old/);
    expect(copy.title).toBe('New');
    expect(copy.body.innerHTML).toBe(document.body.innerHTML);
    expect(document.documentElement.outerHTML).toBe(before);
  });
});
