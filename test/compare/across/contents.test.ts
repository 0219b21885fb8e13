import { describe, expect, it } from 'vitest';
import { contentsOf } from '../../../src/compare/across/contents';
import { profileOf } from '../../../src/compare/align/profile';
import type { Entity } from '../../../src/model/claim';
import { analysed } from '../articles';

const contents = contentsOf(
  profileOf(
    analysed({
      outlet: 'one',
      published: '2031-05-03',
      paragraphs: [
        'Marine divers searched the hull off Port Ellery on Saturday.',
        'The harbour police of North Tarn closed the quay.',
        'Karla Brann watched from the quay, and a marine biologist spoke of the port.',
      ],
    }),
  ),
);

const name = (written: string): Entity => ({
  key: written.toLowerCase(),
  name: written,
  kind: 'unknown',
  role: null,
  adjective: false,
  start: 0,
  end: written.length,
});

describe('the names of an article', () => {
  it('are known in small letters, in the plural and inside a longer name', () => {
    expect(contents.hasName(name('Marine Diver'))).toBe(true);
    expect(contents.hasName(name('North Tarn'))).toBe(true);
  });

  it('are not put together from words of several sentences', () => {
    expect(contents.hasName(name('Marine Police'))).toBe(false);
    expect(contents.hasName(name('Lundmark'))).toBe(false);
  });
});
