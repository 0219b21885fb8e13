import { german } from './data/german';
import { spanish } from './data/spanish';
import { english } from './english';
import type { Language } from './language';
import { neutral } from './neutral';

const languages: Readonly<Record<string, Language>> = { en: english, de: german, es: spanish };

/** The language of a BCP 47 tag; texts in others still get numbers, dates, names and quotations. */
export const languageOf = (tag: string): Language =>
  languages[tag.toLowerCase().split('-')[0] ?? ''] ?? neutral;
