import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identify, identityRule, outletHost, trustedCanonical } from '../../src/model/identity';

const idOf = (address: string, canonical: string | null = null): string => identify(address, canonical).id;
const plain = 'https://www.harbourpost.test/2025/03/fire-at-mill';

describe('one article has one identity, however the reader came to it', () => {
  test.each([
    'http://www.harbourpost.test/2025/03/fire-at-mill',
    'https://harbourpost.test/2025/03/fire-at-mill',
    'https://m.harbourpost.test/2025/03/fire-at-mill/',
    'https://amp.harbourpost.test/2025/03/fire-at-mill',
    `${plain}?utm_source=letter&utm_campaign=x`,
    `${plain}?fbclid=abc#comments`,
    `${plain}?pk_campaign=7&mtm_kwd=y`,
  ])('%s', (address) => {
    expect(idOf(address)).toBe(idOf(plain));
  });

  test('the order of parameters does not matter', () => {
    expect(idOf(`${plain}?b=2&a=1`)).toBe(idOf(`${plain}?a=1&b=2`));
  });

  test('any mix of tracking parameters is dropped, whatever their values', () => {
    const tracking = fc.constantFrom('utm_source', 'fbclid', 'gclid', 'mc_cid', '_ga', 'smid');
    fc.assert(
      fc.property(fc.dictionary(tracking, fc.string()), (parameters) => {
        expect(idOf(`${plain}?${new URLSearchParams(parameters)}`)).toBe(idOf(plain));
      }),
    );
  });
});

describe('different articles keep different identities', () => {
  test.each([
    ['another path', 'https://www.harbourpost.test/2025/03/fire-at-mill-2'],
    ['a parameter that names the article', `${plain}?id=17`],
    ['`ref`, `source` and `t`, which some outlets use as names', `${plain}?ref=2`],
    ['another outlet', 'https://www.valleypost.test/2025/03/fire-at-mill'],
    ['another port', 'https://www.harbourpost.test:8443/2025/03/fire-at-mill'],
  ])('%s', (_, address) => {
    expect(idOf(address)).not.toBe(idOf(plain));
  });

  test('texts without an address are told apart by their words', () => {
    expect(identify('pasted', null, 'one text').id).not.toBe(identify('pasted', null, 'another').id);
    expect(identify('pasted', null, 'one text').id).toBe(identify('pasted', null, 'one text').id);
  });
});

describe('a declared canonical address is trusted only as far as it can be', () => {
  test('the same outlet is believed, parameters and fragment aside', () => {
    expect(idOf(`${plain}?page=2`, plain)).toBe(idOf(plain));
    expect(trustedCanonical(`${plain}?page=2`, '/2025/03/fire-at-mill#top')).toBe(plain);
  });

  test.each([
    ['the root of the site, which would merge all its articles', 'https://www.harbourpost.test/'],
    ['another outlet, which would swallow this copy', 'https://www.valleypost.test/fire-at-mill'],
    ['something that is no web address', 'javascript:void(0)'],
    ['nothing', '   '],
  ])('not %s', (_, canonical) => {
    expect(trustedCanonical(plain, canonical)).toBeNull();
    expect(idOf(plain, canonical)).toBe(idOf(plain));
  });
});

test('the rule is part of the identity, so that a new rule is a migration', () => {
  expect(idOf(plain)).toMatch(new RegExp(`^a${identityRule}-[0-9a-f]{20}$`));
});

test('a host keeps its name when nothing but the label would be left', () => {
  expect(outletHost('www.test')).toBe('www.test');
  expect(outletHost('WWW.HarbourPost.test')).toBe('harbourpost.test');
});

test('no string makes it throw', () => {
  fc.assert(
    fc.property(fc.string(), fc.option(fc.string()), (address, canonical) => {
      expect(identify(address, canonical).id).toMatch(/^a1-/);
    }),
  );
});
