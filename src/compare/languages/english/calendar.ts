import { type CalendarLanguage, wordSet } from '../language';

const monthNames =
  'january february march april may june july august september october november december'.split(' ');
const weekdayNames = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');

const months: Record<string, number> = {};
monthNames.forEach((name, index) => {
  months[name] = index + 1;
  months[name.slice(0, 3)] = index + 1;
  months[`${name.slice(0, 3)}.`] = index + 1;
});
months.sept = 9;
months['sept.'] = 9;

const weekdays: Record<string, number> = {};
weekdayNames.forEach((name, index) => {
  weekdays[name] = index;
  weekdays[`${name.slice(0, 3)}.`] = index;
  weekdays[`${name}s`] = index;
});
Object.assign(weekdays, { 'tues.': 2, 'thurs.': 4 });

export const englishCalendar: CalendarLanguage = {
  months,
  ambiguousMonths: wordSet('may march mar jan'),
  weekdays,
  dayWords: { today: 0, yesterday: -1, tomorrow: 1, tonight: 0, overnight: 0 },
  next: wordSet('next coming upcoming following'),
  last: wordSet('last past previous'),
  current: wordSet('this current'),
  units: {
    hour: 'hour',
    hours: 'hour',
    day: 'day',
    days: 'day',
    week: 'week',
    weeks: 'week',
    month: 'month',
    months: 'month',
    year: 'year',
    years: 'year',
    weekend: 'weekend',
    decade: 'decade',
    decades: 'decade',
  },
  partsOfDay: {
    dawn: [4, 8],
    predawn: [2, 7],
    daybreak: [4, 8],
    morning: [5, 12],
    midday: [11, 14],
    lunchtime: [11, 14],
    afternoon: [12, 18],
    evening: [17, 23],
    dusk: [16, 21],
    night: [19, 30],
    tonight: [18, 30],
    overnight: [21, 31],
  },
  agoAfter: wordSet('ago'),
  agoBefore: wordSet(''),
  relativeToText: wordSet('later earlier before after'),
  smallNumbers: {
    a: 1,
    an: 1,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
  },
  relations: {
    by: 'by',
    before: 'before',
    until: 'until',
    till: 'until',
    through: 'until',
    since: 'since',
    after: 'after',
    following: 'after',
    starting: 'start',
    beginning: 'start',
    from: 'start',
    between: 'between',
    on: 'on',
    in: 'on',
    at: 'on',
    during: 'on',
    for: 'on',
    late: 'on',
    early: 'on',
  },
  periodParts: {
    start: 'start',
    beginning: 'start',
    early: 'start',
    earlier: 'start',
    end: 'end',
    late: 'end',
    middle: 'middle',
    mid: 'middle',
  },
  rangeWords: wordSet('to - – — and through'),
  fillers: wordSet('of the'),
  clockZones: wordSet('gmt utc et est edt pt pst pdt cet cest bst ct cst cdt mst mdt ist jst aest eet msk'),
  morning: wordSet('am a.m a.m.'),
  afternoon: wordSet('pm p.m p.m.'),
  noon: wordSet('noon midday'),
  midnight: wordSet('midnight'),
  localZone: wordSet('local'),
  oclock: wordSet("o'clock"),
  militaryHours: wordSet('hours hrs'),
  decadeEndings: wordSet('s'),
  dayWithStop: false,
  numericOrder: 'month-first',
};
