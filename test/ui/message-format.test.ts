import { describe, expect, it } from 'vitest';
import { directionOf, formatMessage } from '../../src/ui/message-format';

const pages = '{count, plural, =0 {no page} one {# page of {name}} other {# pages of {name}}}.';

describe('a sentence with placeholders', () => {
  it('is filled, numbers written in its language', () => {
    expect(formatMessage('{a} and {b}', { a: 'one', b: 12500 }, 'en')).toBe('one and 12,500');
    expect(formatMessage('{b}', { b: 12500 }, 'de')).toBe('12.500');
  });

  it('chooses the plural and fills within it', () => {
    expect(formatMessage(pages, { count: 0, name: 'x' }, 'en')).toBe('no page.');
    expect(formatMessage(pages, { count: 1, name: 'x' }, 'en')).toBe('1 page of x.');
    expect(formatMessage(pages, { count: 1200, name: 'x' }, 'en')).toBe('1,200 pages of x.');
  });

  it('uses the categories of the language', () => {
    const arabic = '{n, plural, zero {z} one {o} two {t} few {f} many {m} other {x}}';
    const chosen = [0, 1, 2, 5, 40, 100].map((n) => formatMessage(arabic, { n }, 'ar'));
    expect(chosen).toEqual(['z', 'o', 't', 'f', 'm', 'x']);
  });

  it('keeps a missing value visible', () => {
    expect(formatMessage('Hello {name}', {}, 'en')).toBe('Hello {name}');
  });

  it('isolates names in a right-to-left sentence', () => {
    expect(formatMessage('{name}', { name: 'Post!' }, 'ar')).toBe('\u2068Post!\u2069');
    expect(directionOf('ar-EG')).toBe('rtl');
    expect(directionOf('de')).toBe('ltr');
  });

  it('does not read placeholders out of values', () => {
    expect(formatMessage('{a}', { a: '{b}', b: 'wrong' }, 'en')).toBe('{b}');
  });
});
