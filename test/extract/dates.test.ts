import { describe, expect, it } from 'vitest';
import { dayInAddress, parseMachineDate, parseStatedDate } from '../../src/extract/metadata/dates';
import { parseRelativeDate } from '../../src/extract/metadata/relative-dates';

describe('machine dates', () => {
  it.each([
    ['2026-03-11T18:20:00+01:00', '2026-03-11', '2026-03-11T17:20:00.000Z', 60],
    ['2026-03-11T23:30:00-05:00', '2026-03-11', '2026-03-12T04:30:00.000Z', -300],
    ['2026-03-11T18:20:00Z', '2026-03-11', '2026-03-11T18:20:00.000Z', 0],
    ['2026-03-11 18:20:00', '2026-03-11', null, null],
    ['2026-03-11', '2026-03-11', null, null],
    ['20260311', '2026-03-11', null, null],
    ['Wed, 11 Mar 2026 23:30:00 -0500', '2026-03-11', '2026-03-12T04:30:00.000Z', -300],
    ['1773253200', '2026-03-11', '2026-03-11T18:20:00.000Z', 0],
  ])('%s', (raw, day, instant, offsetMinutes) => {
    expect(parseMachineDate(raw)).toEqual({ day, instant, offsetMinutes });
  });

  it.each(['', 'yesterday', '2026-13-40', '99999999', 'soon'])('refuses %j', (raw) => {
    expect(parseMachineDate(raw)).toBeNull();
  });
});

describe('dates as they are printed', () => {
  it.each([
    ['Oct. 22, 2024, 7:54 p.m.', 'en', '2024-10-22', 19 * 60 + 54],
    ['22 October 2024', 'en', '2024-10-22', null],
    ['Stand: 09.03.2026, 22:41 Uhr', 'de', '2026-03-09', 22 * 60 + 41],
    ['5. März 2026', 'de', '2026-03-05', null],
    ['Publié le 1er mars 2026 à 8h05', 'fr', '2026-03-01', 8 * 60 + 5],
    ['3 de enero de 2026', 'es', '2026-01-03', null],
    ['2026年3月11日 18時20分', 'ja', '2026-03-11', null],
    ['11 марта 2026', 'ru', '2026-03-11', null],
    ['١١ مارس ٢٠٢٦', 'ar', '2026-03-11', null],
    ['11 tháng 3 2026', 'vi', '2026-03-11', null],
    ['03/11/2026', 'en-us', '2026-03-11', null],
    ['11/03/2026', 'fr', '2026-03-11', null],
  ])('%s', (text, language, day, minutes) => {
    expect(parseStatedDate(text, [language, 'en'])).toEqual({ day, minutes });
  });

  it.each([
    ['2/3/2024', 'en'],
    ['31 February 2026', 'en'],
    ['2 days ago', 'en'],
    ['The 14 of us came in 2024', 'en'],
  ])('says nothing for %s', (text, language) => {
    expect(parseStatedDate(text, [language])).toBeNull();
  });
});

describe('days in addresses', () => {
  it.each([
    ['https://a.example/2026/03/04/vote', '2026-03-04'],
    ['https://a.example/news/vote-20260304.html', '2026-03-04'],
    ['https://a.example/2026/mar/04/vote', '2026-03-04'],
    ['https://a.example/news/12345678', null],
    ['https://a.example/2026/99/04/vote', null],
  ])('%s', (address, day) => {
    expect(dayInAddress(address)).toBe(day);
  });
});

describe('dates told from now', () => {
  const readAt = '2026-03-20T12:00:00.000Z';

  it.each([
    ['3 hours ago', 'en', '2026-03-20', '2026-03-20T09:00:00.000Z'],
    ['Updated 45 mins ago', 'en', '2026-03-20', '2026-03-20T11:15:00.000Z'],
    ['Published an hour ago', 'en', '2026-03-20', '2026-03-20T11:00:00.000Z'],
    ['13h ago', 'en', '2026-03-19', '2026-03-19T23:00:00.000Z'],
    ['vor 3 Std.', 'de', '2026-03-20', '2026-03-20T09:00:00.000Z'],
    ['Gestern, 14:30 Uhr', 'de', '2026-03-19', null],
    ['vorgestern', 'de', '2026-03-18', null],
    ['Il y a 2 heures', 'fr', '2026-03-20', '2026-03-20T10:00:00.000Z'],
    ['hace 5 días', 'es', '2026-03-15', null],
    ['anteontem', 'pt', '2026-03-18', null],
    ['5 часов назад', 'ru', '2026-03-20', '2026-03-20T07:00:00.000Z'],
    ['3時間前', 'ja', '2026-03-20', '2026-03-20T09:00:00.000Z'],
    ['منذ ٣ ساعات', 'ar', '2026-03-20', '2026-03-20T09:00:00.000Z'],
    ['i går', 'sv', '2026-03-19', null],
  ])('%s', (text, language, day, instant) => {
    const offsetMinutes = instant === null ? null : 0;
    expect(parseRelativeDate([text], [language, 'en'], readAt)).toEqual({ day, instant, offsetMinutes });
  });

  it.each([
    ['3 min read', 'en'],
    ['400 hours ago', 'en'],
    ['il y a un an', 'fr'],
    ['Open every weekday', 'en'],
    ['Today, 4 March 2019', 'en'],
    ['3 hours ago', 'not-a-language'],
  ])('says nothing for %s', (text, language) => {
    expect(parseRelativeDate([text], [language], readAt)).toBeNull();
  });
});
