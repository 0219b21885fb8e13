import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identify, outletHost, trustedCanonical } from '../../src/model/identity';

const idOf = (raw: string, canonical: string | null = null, body = ''): string =>
  identify(raw, canonical, body).id;
const page = 'https://www.ardelcourier.example/2031/03/ferry-aground';

describe('identity', () => {
  it.each([
    ['tracking parameters', `${page}?utm_source=mail&utm_campaign=x&fbclid=1&gclid=2`],
    ['a fragment', `${page}#comments`],
    ['http', page.replace('https', 'http')],
    ['no www', page.replace('www.', '')],
    ['the mobile host', page.replace('www.', 'm.')],
    ['a slash at the end', `${page}/`],
  ])('is the same with %s', (_what, address) => {
    expect(idOf(address)).toBe(idOf(page));
  });

  it.each([
    ['another path', `${page}-update`],
    ['a parameter that names the article', `${page}?id=7`],
    ['a parameter that may name it', `${page}?ref=7`],
    ['another host', page.replace('ardelcourier', 'penhollowherald')],
    ['another port', page.replace('.example', '.example:8080')],
  ])('is another with %s', (_what, address) => {
    expect(idOf(address)).not.toBe(idOf(page));
  });

  it('does not follow the order of parameters', () => {
    expect(idOf(`${page}?a=1&b=2`)).toBe(idOf(`${page}?b=2&a=1`));
  });

  it('follows a canonical link of the same outlet', () => {
    expect(idOf(`${page}?amp=1`, page)).toBe(idOf(page));
    expect(idOf('https://m.ardelcourier.example/a/1', page)).toBe(idOf(page));
  });

  it.each([
    ['the root of the site', 'https://www.ardelcourier.example/'],
    ['another host', 'https://aggregator.example/ferry-aground'],
    ['a page of the browser', 'about:blank'],
    ['nothing', ' '],
  ])('distrusts a canonical link to %s', (_what, canonical) => {
    expect(trustedCanonical(page, canonical)).toBeNull();
    expect(idOf(page, canonical)).toBe(idOf(page));
  });

  it('keeps the raw address', () => {
    const raw = `${page}?utm_source=mail#top`;
    expect(identify(raw, null).address.raw).toBe(raw);
  });

  it('of a text without a web address is that of its words', () => {
    expect(idOf('', null, 'The ferry ran aground.')).toBe(idOf('', null, 'The ferry ran aground.'));
    expect(idOf('', null, 'The ferry ran aground.')).not.toBe(idOf('', null, 'The ferry sank.'));
  });

  it('is stable: its own address gives it again', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (raw) => {
        const first = identify(raw, null);
        expect(identify(first.address.raw, first.address.canonical).id).toBe(first.id);
        expect(first.id).toMatch(/^a1-[0-9a-f]{20}$/);
      }),
    );
  });

  it('keeps hosts of two labels whole', () => {
    expect(outletHost('www.example')).toBe('www.example');
    expect(outletHost('M.Ardel.example')).toBe('ardel.example');
  });
});
