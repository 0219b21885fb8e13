import {
  type Fields,
  oneOf,
  orNull,
  otherwise,
  ParseProblem,
  type Parser,
  shape,
  truth,
  whole,
} from './parse';
import { defaultSettings, type Settings } from './settings';

const reader = oneOf<Settings['readerByHost'][string]>({ readability: true, defuddle: true });

const readerByHost: Parser<Settings['readerByHost']> = (value, path) => {
  if (typeof value !== 'object' || value === null) throw new ParseProblem(path, 'hosts and readers');
  return Object.fromEntries(
    Object.entries(value).map(([host, name]) => [host, reader(name, `${path}.${host}`)]),
  );
};

const days: Parser<number> = (value, path) => {
  const count = whole(value, path);
  if (count < 1 || count > 3650) throw new ParseProblem(path, '1 to 3650 days');
  return count;
};

const strict: Fields<Settings> = {
  saveOnOpen: truth,
  dayWindow: days,
  showLessCertain: truth,
  highlightOnOpen: truth,
  readerByHost,
  fullTextDays: orNull(days),
  interfaceLanguage: oneOf<Settings['interfaceLanguage']>({
    browser: true,
    en: true,
    de: true,
    es: true,
    fr: true,
    ar: true,
  }),
};

const lenient = Object.fromEntries(
  Object.entries(strict).map(([field, parser]) => [
    field,
    otherwise<unknown>(parser, defaultSettings[field as keyof Settings]),
  ]),
) as Fields<Settings>;

/**
 * Settings from whatever was kept: each field on its own, a bad or missing one takes its default. One bad
 * value must never cost the reader the others (obsidian-clipper #788).
 */
export const parseSettings = (value: unknown): Settings =>
  shape(lenient)(typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}, '');
