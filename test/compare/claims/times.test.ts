import { describe, expect, it } from 'vitest';
import { read, timeOf } from './reading';

/** 2031-10-18 is a Saturday. */
const range = (text: string, day?: string): [string | null, string | null] => {
  const time = timeOf(text, day ? { day } : {});
  return [time.from, time.to];
};

describe('a clock with the day or zone after it', () => {
  it('stands in one sentence', () => {
    const { analysis } = read(
      'The dam broke at 9:40 p.m. Friday (11 p.m. ET) and again at 5 a.m. Rangers came.',
    );
    expect(analysis.sentences).toHaveLength(2);
  });
});

describe('days', () => {
  it.each([
    ['The bridge opened on October 8.', '2031-10-08', '2031-10-08'],
    ['The bridge opened on Oct. 8, 2029.', '2029-10-08', '2029-10-08'],
    ['The bridge opened on 8 October 2029.', '2029-10-08', '2029-10-08'],
    ['The bridge opened on 2029-10-08.', '2029-10-08', '2029-10-08'],
    ['The rangers left between October 8 and 13.', '2031-10-08', '2031-10-13'],
    ['The rangers will leave on Oct. 27-28.', '2031-10-27', '2031-10-28'],
    ['The rangers left from October 27 to November 2.', '2031-10-27', '2031-11-02'],
    ['The bridge opened yesterday.', '2031-10-17', '2031-10-17'],
    ['The bridge opened on Friday.', '2031-10-17', '2031-10-17'],
    ['Harrow United will play on Friday.', '2031-10-24', '2031-10-24'],
    ['The bridge opened last Friday.', '2031-10-17', '2031-10-17'],
    ['The bridge opened two days ago.', '2031-10-16', '2031-10-16'],
    ['The bridge opened on Friday, September 20, 2013.', '2013-09-20', '2013-09-20'],
    ['The bridge opened on Friday 20 September 2013.', '2013-09-20', '2013-09-20'],
    ['The bridge was built in the 1920s.', '1920-01-01', '1929-12-31'],
  ])('%s', (text, from, to) => {
    expect(range(text)).toEqual([from, to]);
  });

  it('takes the year nearest to the report', () => {
    expect(range('The bridge opened on December 28.', '2031-01-03')[0]).toBe('2030-12-28');
  });

  it('leaves days open without a publication date', () => {
    const time = timeOf('The bridge opened on Friday.', { day: null });
    expect([time.from, time.weekday]).toEqual([null, 5]);
  });
});

describe('periods', () => {
  it.each([
    ['The rangers were moved this month.', '2031-10-01', '2031-10-31', 'month'],
    ['The rangers were moved last week.', '2031-10-06', '2031-10-12', 'week'],
    ['The store was robbed in December 2028.', '2028-12-01', '2028-12-31', 'month'],
    ['The store was robbed last year.', '2030-01-01', '2030-12-31', 'year'],
    ['The store was robbed two years ago.', '2029-01-01', '2029-12-31', 'year'],
    ['The store was robbed in 2029.', '2029-01-01', '2029-12-31', 'year'],
    ['The store was robbed in August last year.', '2030-08-01', '2030-08-31', 'month'],
    ['The store was robbed in August.', '2031-08-01', '2031-08-31', 'month'],
  ])('%s', (text, from, to, grain) => {
    expect([...range(text), timeOf(text).grain]).toEqual([from, to, grain]);
  });

  it('reads deadlines and the start of a period', () => {
    const deadline = timeOf('The rangers will be ready by November 1.');
    expect([deadline.relation, deadline.to]).toEqual(['by', '2031-11-01']);
    const start = timeOf('The rangers will be ready by the start of next month.');
    expect([start.relation, start.from]).toEqual(['by', '2031-11-01']);
    expect(start.to! < '2031-11-10').toBe(true);
  });

  it('reads no month in words that look like one', () => {
    expect(read('Ten divers may have died in the strait.').times).toEqual([]);
    expect(read('Miners march through the old town.').times).toEqual([]);
  });
});

describe('times of day', () => {
  it('reads clocks with their zone', () => {
    const zoned = timeOf('The quake struck the island at 17:06 GMT.');
    expect(zoned.clock).toEqual({ minutes: 1026, zone: 'GMT' });
    expect(timeOf('The polls closed at 1100 GMT.').clock).toEqual({ minutes: 660, zone: 'GMT' });
    expect(timeOf('The mayor lost the 2014 local elections.').grain).toBe('year');
    expect(timeOf('The quake struck the island at 5:11 p.m. local time.').clock).toEqual({
      minutes: 1031,
      zone: 'local',
    });
    expect(timeOf('The quake struck the island at 8 a.m.').clock).toEqual({ minutes: 480, zone: null });
    expect(timeOf('The quake struck the island at 5: 10 p.m.').clock).toEqual({
      minutes: 1030,
      zone: null,
    });
    expect(timeOf('The quake struck the island at noon.').clock).toEqual({ minutes: 720, zone: null });
  });

  it('reads parts of the day, with a claim even when the clause has no object', () => {
    expect(timeOf('The quake struck the island yesterday afternoon.').partOfDay).toEqual([12, 18]);
    expect(timeOf('The quake struck the island on Tuesday night.').partOfDay).toEqual([19, 30]);
    expect(timeOf('It took place at 7:37 AM.').clock).toEqual({ minutes: 457, zone: null });
  });

  it('reads no verb in the half of the day', () => {
    const verbs = (text: string): string[] =>
      read(text).analysis.claims.flatMap(({ predicates }) => predicates.map(({ lemma }) => lemma));
    expect(verbs('The quake struck at 10:24 AM in Tarn.')).toEqual(['strike']);
    expect(verbs('I am sure that the quake struck Tarn.')).toContain('be');
  });

  it('keeps the time of the report apart from the time of the event', () => {
    const reading = read('The ferry sank on Tuesday, the harbour police said on Friday.');
    const event = reading.claim('ferry sank').times;
    expect(event.filter((time) => !time.report).map((time) => time.weekday)).toEqual([2]);
    const inside = read('The mayor said on Friday that the ferry sank on Tuesday.').claim('ferry sank');
    expect(inside.times.filter((time) => !time.report).map((time) => time.weekday)).toEqual([2]);
  });

  it('marks another, earlier event as background', () => {
    const reading = read(
      'The quake killed 24 people on Tuesday.\n\nIn 2004, a stronger quake killed 900 people on the island.',
    );
    expect(reading.claim('24 people').background).toBe(false);
    expect(reading.claim('900 people').background).toBe(true);
  });

  it('makes no claim of a date line', () => {
    const reading = read(
      '9 September 2030 Last updated at 14:39 GMT\n\nPublished: April 10, 2031\n\nThe store was robbed by four men on Monday.',
    );
    expect(reading.claims.map((claim) => reading.words(claim))).toEqual([
      'The store was robbed by four men on Monday.',
    ]);
  });
});
