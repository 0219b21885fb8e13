import english from '../_locales/en/messages.json';
import { directionOf, formatMessage, type Parameters } from './message-format';

type Messages = Record<string, { message: string }>;

/** Files of one language: `messages` holds what every page needs, the others what one part of the library needs. */
export type TextArea = 'messages' | 'library' | 'coverage';

export type TextKey =
  | keyof typeof english
  | keyof typeof import('../_locales/en/library.json')
  | keyof typeof import('../_locales/en/coverage.json');

export const interfaceLanguages = ['en', 'de', 'es', 'fr', 'ar'] as const;
export type InterfaceLanguage = (typeof interfaceLanguages)[number];

const files = import.meta.glob<{ default: Messages }>([
  '../_locales/*/*.json',
  '!../_locales/en/messages.json',
]);

let language: string = 'en';
let known: Messages = english;

/** The first language of the reader's list that the interface speaks; English otherwise. */
export function chooseLanguage(
  preference: InterfaceLanguage | 'browser',
  wanted: readonly string[],
): InterfaceLanguage {
  if (preference !== 'browser') return preference;
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split('-')[0];
    const spoken = interfaceLanguages.find((known) => known === primary);
    if (spoken) return spoken;
  }
  return 'en';
}

async function loadArea(tag: string, area: TextArea): Promise<Messages> {
  if (tag === 'en' && area === 'messages') return english;
  const load = files[`../_locales/${tag}/${area}.json`];
  return load ? (await load()).default : {};
}

/**
 * Makes `say` speak a language. English is laid beneath it, so that a sentence missing in a translation
 * is said in English and never as a bare key.
 */
export async function loadLanguage(tag: InterfaceLanguage, areas: readonly TextArea[]): Promise<void> {
  const layers = await Promise.all([
    english,
    ...areas.map((area) => loadArea('en', area)),
    ...(tag === 'en' ? [] : areas.map((area) => loadArea(tag, area))),
  ]);
  known = Object.assign({}, ...layers);
  language = tag;
  if (typeof document !== 'undefined') {
    document.documentElement.lang = tag;
    document.documentElement.dir = directionOf(tag);
  }
}

/** One sentence of the interface in the reader's language. */
export function say(key: TextKey, parameters: Parameters = {}): string {
  return formatMessage(known[key]?.message ?? key, parameters, language);
}

/** Like `say` for keys put together at run time; null when there is no such sentence. */
export function sayIfKnown(key: string, parameters: Parameters = {}): string | null {
  const found = known[key];
  return found ? formatMessage(found.message, parameters, language) : null;
}

export const currentLanguage = (): string => language;
