import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/model/article';
import { parseArticle } from '../../src/model/parse-article';
import { parseSettings } from '../../src/model/parse-settings';
import { defaultSettings } from '../../src/model/settings';
import { ferryStory } from '../service/newsroom';

const [whole] = ferryStory();

const fieldOf = (value: unknown): string => {
  const parsed = parseArticle(value);
  return parsed.ok ? 'accepted' : String(parsed.failure.detail?.field);
};

describe('parseArticle', () => {
  it('gives an article back as it is', () => {
    expect(parseArticle(structuredClone(whole))).toEqual({ ok: true, value: whole });
  });

  it('refuses an article without any one of its fields, and names the field', () => {
    for (const field of Object.keys(whole)) {
      const { [field as keyof Article]: _dropped, ...rest } = whole;
      expect(fieldOf(rest), field).toMatch(new RegExp(`^${field}`));
    }
  });

  it('drops fields it does not know', () => {
    const parsed = parseArticle({ ...whole, onload: 'alert(1)', outlet: { ...whole.outlet, extra: 1 } });
    expect(parsed).toEqual({ ok: true, value: whole });
  });

  it.each<[string, string, object]>([
    ['beyond the text', 'paragraphs[0]', { paragraphs: [{ start: 0, end: 99_999, kind: 'text' }] }],
    ['empty', 'links[0]', { links: [{ start: 3, end: 3, href: 'https://ardel.example/' }] }],
    ['negative', 'paragraphs[0].start', { paragraphs: [{ start: -1, end: 3, kind: 'text' }] }],
    ['broken', 'paragraphs[0].end', { paragraphs: [{ start: 0, end: 2.5, kind: 'text' }] }],
    [
      'overlapping',
      'paragraphs[1]',
      {
        paragraphs: [
          { start: 0, end: 5, kind: 'text' },
          { start: 4, end: 8, kind: 'text' },
        ],
      },
    ],
    [
      'of another text',
      'liveEntries[0]',
      { liveEntries: [{ start: 0, end: 99_999, at: null, heading: null }] },
    ],
  ])('refuses ranges that are %s', (_why, field, change) => {
    expect(fieldOf({ ...whole, ...change })).toBe(field);
  });

  it.each<[string, object]>([
    [
      'published.value.day',
      { published: { source: 'meta', value: { day: '2031-02-30', instant: null, offsetMinutes: null } } },
    ],
    [
      'published.value.instant',
      { published: { source: 'meta', value: { day: '2031-02-03', instant: 'noon', offsetMinutes: null } } },
    ],
    ['outlet.source', { outlet: { value: 'Ardel Courier', source: 'rumour' } }],
    ['kind', { kind: '__proto__' }],
    ['captured.at', { captured: { ...whole.captured, at: '2031-03-02' } }],
    ['id', { id: 'a1-00000000000000000000' }],
    ['id', { id: 'x' }],
    ['text', { text: 'x'.repeat(2_000_001) }],
    ['article', []],
  ])('refuses a wrong %s', (field, change) => {
    expect(fieldOf(Array.isArray(change) ? change : { ...whole, ...change })).toBe(field);
  });

  it('takes ids of other identity rules as they are', () => {
    expect(fieldOf({ ...whole, id: `a7-${'0'.repeat(20)}` })).toBe('accepted');
  });
});

describe('parseSettings', () => {
  it('takes the default for each bad or missing field alone', () => {
    expect(parseSettings(null)).toEqual(defaultSettings);
    expect(parseSettings({ saveOnOpen: true, dayWindow: -3, interfaceLanguage: 'de' })).toEqual({
      ...defaultSettings,
      saveOnOpen: true,
      interfaceLanguage: 'de',
    });
  });
});
