import { createHash } from 'node:crypto';
import type { Span } from '../../src/model/article';

/** A text with one thing changed, and where the changed words stand in it. */
export interface Mutated {
  text: string;
  changed: Span[];
}

export interface MutationKind {
  name: string;
  /** Changes one thing in the text, or gives null when there is nothing of the kind in it. */
  change(text: string): Mutated | null;
}

/** The same text always has the same place changed; over many texts the places are spread evenly. */
const pick = (text: string, name: string, count: number): number =>
  Number.parseInt(createHash('sha256').update(`${name}|${text}`).digest('hex').slice(0, 8), 16) % count;

function replaceAt(text: string, found: RegExpExecArray, replacement: string): Mutated {
  const end = found.index + replacement.length;
  return {
    text: text.slice(0, found.index) + replacement + text.slice(found.index + found[0].length),
    changed: [{ start: found.index, end }],
  };
}

/** Replaces one match of the pattern, anywhere in the text. */
const replaceOne =
  (name: string, pattern: RegExp, make: (found: RegExpExecArray) => string | null) =>
  (text: string): Mutated | null => {
    const places = [...text.matchAll(pattern)].flatMap((found) => {
      const replacement = make(found as RegExpExecArray);
      return replacement === null ? [] : [{ found: found as RegExpExecArray, replacement }];
    });
    const place = places[places.length ? pick(text, name, places.length) : 0];
    return place ? replaceAt(text, place.found, place.replacement) : null;
  };

/** Replaces one name wherever it stands, so that the copy knows nothing of the original one. */
const replaceEverywhere =
  (name: string, pattern: RegExp, replacements: readonly string[]) =>
  (text: string): Mutated | null => {
    const names = [...new Set([...text.matchAll(pattern)].map((found) => found[1] ?? found[0]))];
    const chosen = names[names.length ? pick(text, name, names.length) : 0];
    if (chosen === undefined) return null;
    const replacement = replacements[pick(chosen, name, replacements.length)] as string;
    const changed: Span[] = [];
    let made = '';
    for (const [at, piece] of text.split(chosen).entries()) {
      if (at > 0) {
        changed.push({ start: made.length, end: made.length + replacement.length });
        made += replacement;
      }
      made += piece;
    }
    return { text: made, changed };
  };

const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const places =
  'Paris|London|Berlin|Tokyo|Moscow|Cairo|Chicago|Boston|Houston|Dallas|Atlanta|Seattle|Denver|Miami|Los Angeles|San Francisco|Philadelphia|Kabul|Baghdad|Tehran|Jerusalem|Gaza|Damascus|Aleppo|Kyiv|Kiev|Rome|Madrid|Sydney|Melbourne|Toronto|Mumbai|Karachi|Jakarta|Manila|Seoul|Beijing|Hong Kong|Florida|Texas|California|Ohio|Georgia|Virginia|Arizona|Iowa|Nevada|Michigan|Pennsylvania';

export const mutationKinds: readonly MutationKind[] = [
  {
    name: 'count',
    change: replaceOne(
      'count',
      new RegExp(
        `(?<![\\d.,$€£-]|(?:${months}) )\\b([2-9]\\d|[1-9]\\d\\d)\\b(?![\\d.,:%-]|\\s?(?:${months}|percent|per cent|million|billion|years? old|a\\.?m|p\\.?m))`,
        'g',
      ),
      (found) => String(Number(found[1]) + 13),
    ),
  },
  {
    name: 'number word',
    change: replaceOne(
      'number word',
      /\b(two|three|four|five|six|seven|eight|nine)\b(?= \p{Ll}{3,})/gu,
      (found) => (found[1] === 'nine' ? 'twelve' : 'nine'),
    ),
  },
  {
    name: 'money',
    change: replaceOne(
      'money',
      /([$£€])(\d+(?:\.\d+)?)(?= (?:million|billion|trillion))/g,
      (found) => `${found[1]}${Number(found[2]) + 17}`,
    ),
  },
  {
    name: 'percent',
    change: replaceOne('percent', /\b(\d\d?)(?= ?(?:percent|per cent|%))/g, (found) =>
      String(Number(found[1]) > 60 ? Number(found[1]) - 23 : Number(found[1]) + 23),
    ),
  },
  {
    name: 'age',
    change: replaceOne('age', /(?<=\p{Lu}\p{Ll}+, )(\d\d)(?=,)/gu, (found) => String(Number(found[1]) + 7)),
  },
  {
    name: 'date',
    change: replaceOne(
      'date',
      new RegExp(`\\b(${months}|Jan\\.|Feb\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\.) (\\d\\d?)\\b(?!\\d)`, 'g'),
      (found) => `${found[1]} ${Number(found[2]) > 15 ? Number(found[2]) - 9 : Number(found[2]) + 9}`,
    ),
  },
  {
    name: 'weekday',
    change: replaceOne('weekday', new RegExp(`\\b(?:on )(${weekdays.join('|')})\\b`, 'g'), (found) => {
      const at = weekdays.indexOf(found[1] as string);
      return `on ${weekdays[(at + 3) % 7]}`;
    }),
  },
  {
    name: 'clock',
    change: replaceOne('clock', /\b(1?\d)(:[0-5]\d)(?= ?[ap]\.?m)/gi, (found) => {
      const hour = Number(found[1]);
      return `${hour > 6 ? hour - 4 : hour + 4}${found[2]}`;
    }),
  },
  {
    name: 'place',
    change: replaceEverywhere('place', new RegExp(`\\b(${places})\\b`, 'g'), [
      'Montevideo',
      'Tashkent',
      'Lisbon',
    ]),
  },
  {
    name: 'person',
    change: replaceEverywhere(
      'person',
      /(?<=(?:said|told|by|against|that|as|Mr\.|Ms\.|Mrs\.|President|Secretary|Senator|Sen\.|Rep\.|Judge|Justice|Gov\.|Minister) (?:\p{Lu}\p{Ll}+ )?)(\p{Lu}\p{Ll}{3,})(?=[ ,.][^\p{Lu}])/gu,
      ['Tasker', 'Vellinger', 'Ormsby'],
    ),
  },
  {
    name: 'negation out',
    change: replaceOne(
      'negation out',
      /\b(has|have|had|was|were|is|are|did|will|would|could) not\b(?! only)/g,
      (found) => found[1] as string,
    ),
  },
  {
    name: 'negation in',
    change: replaceOne(
      'negation in',
      /(?<=\p{Ll} )\b(was|were|is|are|has been|will be|will)\b(?= \p{Ll})(?! not)/gu,
      (found) =>
        found[1] === 'has been' ? 'has not been' : found[1] === 'will be' ? 'will not be' : `${found[1]} not`,
    ),
  },
  {
    name: 'quotation word',
    change: replaceOne(
      'quotation word',
      /(?<=["“][^"”]{30,}?\b)(people|time|world|country|police|children|women|government|family|money)\b/g,
      () => 'weather',
    ),
  },
  {
    name: 'speaker',
    change: replaceOne(
      'speaker',
      /(?<=[,.]["”] )(\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)(?= said| told)/gu,
      () => 'Orvin Tasker',
    ),
  },
];
