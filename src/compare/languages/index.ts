import { english } from './english';
import type { Language } from './language';

const languages: Readonly<Record<string, Language>> = { en: english };

/** The language of a BCP 47 tag. */
export const languageOf = (tag: string): Language =>
  languages[tag.toLowerCase().split('-')[0] ?? ''] ?? english;
