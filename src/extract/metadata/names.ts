import { escapedPattern } from '../../text/pattern';
import agencies from '../data/agencies.json';
import words from '../data/byline-words.json';
import { fold, key } from '../text-shape';

const agencyByForm = new Map<string, string>();
for (const [name, forms] of Object.entries(agencies.names)) {
  for (const form of forms) agencyByForm.set(key(form), name);
}

/** The agency a credit names, as it is shown: "The Associated Press" → "AP". Null for anything else. */
export function agencyOf(credit: string): string | null {
  const form = key(credit.replace(/^(?:©|\(c\)|copyright)\s*/i, ''));
  return agencyByForm.get(form) ?? null;
}

const openings = new RegExp(
  `^(?:${words.openings
    .map(escapedPattern)
    .sort((left, right) => right.length - left.length)
    .join('|')})(?:\\s*[:：]\\s*|\\s+)`,
  'iu',
);
const joins = new RegExp(`\\s*(?:[,;|/•·、，]|\\s(?:${words.joins.join('|')})\\s|\\s[-–—]\\s|\\n)\\s*`, 'iu');
const roles = new Set(words.roles);
const openingWords = new Set(words.openings);
const nobody = new Set(words.nobody.map(key));

export interface Byline {
  /** Names of people. */
  people: string[];
  /** Agencies and outlets named among them. */
  organisations: string[];
}

export const isEmpty = (byline: Byline): boolean => byline.people.length + byline.organisations.length === 0;
export const nobodyNamed: Byline = { people: [], organisations: [] };

const isCapitals = (name: string): boolean => /\p{Lu}/u.test(name) && name === name.toUpperCase();

/** "ISAAC YEE" → "Isaac Yee"; initials and particles in mixed names are left as they are. */
export const plainCase = (name: string): string =>
  isCapitals(name) && name.replace(/[^\p{L}]/gu, '').length > 3
    ? name
        .toLowerCase()
        .replace(
          /(^|[\s\-'’.])(\p{L})/gu,
          (_, before: string, letter: string) => before + letter.toUpperCase(),
        )
    : name;

/** "viktor hedlund" → "Viktor Hedlund": for what a page declares to be a person. */
export const withCapitals = (name: string): string =>
  name === name.toLowerCase() && name.includes(' ')
    ? name.replace(
        /(^|[\s\-'’])(\p{L})/gu,
        (_, before: string, letter: string) => before + letter.toUpperCase(),
      )
    : name;

/** A role, handle, address or date where a name was expected. */
const isNoName = (part: string): boolean =>
  part.length < 2 ||
  part.length > 60 ||
  /^https?:|[@#]|www\.|\d{2,}|\?|!|…/.test(part) ||
  part.split(/\s+/).length > 6 ||
  key(part) === '' ||
  nobody.has(key(part)) ||
  openingWords.has(part.toLowerCase()) ||
  // Names have capitals where the script has them; "mh" and "ssi" sign as initials.
  (part.length > 4 && /\p{Ll}/u.test(part) && !/\p{Lu}/u.test(part));

const isRole = (part: string): boolean => {
  const parts = part
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
  return parts.some((word) => roles.has(word)) && !/^\p{Lu}\.?\s/u.test(part);
};

const monthAndDay =
  /\s*(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?\s+\d.*$/;
/** "Ida Kroon, MS, RD": degrees behind a name. */
const isDegree = (name: string): boolean => /^\p{Lu}{2,3}$/u.test(name);

/** "Ida Kroon 2 March 2031", "Ida KroonMarch 2": the date beside a name is no part of it. */
function withoutDate(written: string): string {
  const name = written
    .replace(monthAndDay, '')
    .replace(/(\p{L})\s+\d.*$/u, '$1')
    .replace(/\s(?:on|am|le|el|il|op)$/, '');
  // "Updated 3 March" is a date line and no name; "RD on January 31" is a degree.
  return name.includes(' ') || isDegree(name) ? name : written;
}

const initials = /^(?:jr|sr|ii|iii|iv|m\.?d|ph\.?d|dr)\.?$/i;

const squeezed = (name: string): string => key(name).replace(/ /g, '');

/** "VnExpress" of vnexpress.net, "LTO" of Legal Tribune Online: the outlet's name in one of its forms. */
export function namesOutlet(name: string, outlet: string): boolean {
  const form = squeezed(name);
  if (form === '') return false;
  if (form === squeezed(outlet)) return true;
  const words = key(outlet).split(' ');
  const label = /^[\w-]+(?:\.[\w-]+)+$/.test(outlet) ? squeezed(outlet.split('.').at(-2) ?? '') : '';
  return form === label || (words.length > 1 && form === words.map((word) => word[0]).join(''));
}

/**
 * Splits a byline into names: "By ISAAC YEE, Victoria Butenko and Niamh Kennedy, CNN" → three people and CNN.
 * Roles, handles and stand-ins for nobody ("News Room") are left out.
 */
export function readByline(raw: string, outlet: string | null): Byline {
  let text = fold(raw)
    .replace(/\s(?:fotos?|photos?|bild|picture)\s*[:：].*$/iu, '')
    // "Ida Kroon @idakroon": the handle is no part of the name.
    .replace(/(\p{L})\s+@[\w.]+/gu, '$1')
    // "ByIda Kroon": two elements without a blank between.
    .replace(/^(?:By|Von|Par|Por)(?=\p{Lu})/u, '');
  for (let turn = 0; turn < 2; turn++) text = text.replace(openings, '');
  text = text.replace(/\s*\((?:[^()]*)\)\s*/g, (inner) =>
    agencyOf(inner) ? `, ${inner.replace(/[()]/g, '')}, ` : ' ',
  );
  const people: string[] = [];
  const organisations: string[] = [];
  for (const part of text.split(joins)) {
    if (part === undefined) continue;
    const written = fold(part)
      .replace(/^[\s.,:;–-]+|[\s,:;–-]+$/g, '')
      .replace(openings, '')
      // "Ida Kroon in Skerrow": where somebody writes from is no part of the name.
      .replace(/\s(?:in|at)\s\p{Lu}.*$/u, '');
    const name = withoutDate(written);
    if (initials.test(name) && people.length > 0) people[people.length - 1] += ` ${name}`;
    if (agencyOf(name)) organisations.push(name);
    else if (isNoName(name) || (isDegree(name) && people.at(-1)?.includes(' '))) continue;
    else if (outlet && namesOutlet(name, outlet)) organisations.push(name);
    else if (isRole(name)) continue;
    else people.push(plainCase(name.replace(/[.]$/, (dot) => (/\b\p{L}\.$/u.test(name) ? dot : ''))));
  }
  return { people: unique(people), organisations: unique(organisations) };
}

function unique(names: string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const form = key(name);
    if (form === '' || seen.has(form)) return false;
    seen.add(form);
    return true;
  });
}

export const uniqueNames = unique;
