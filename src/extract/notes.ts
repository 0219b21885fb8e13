import type { EditorialNote } from '../model/article';
import type { Block } from './block';
import { countWords } from './characters';
import table from './data/notice-words.json';
import { key } from './text-shape';

const kinds = ['correction', 'clarification', 'update'] as const;

interface Opening {
  kind: (typeof kinds)[number];
  phrase: string;
}

// First word (or first character, in scripts without blanks) → the phrases that begin with it: one look-up a block.
const wide = /[\u3040-\u9fff]/;
const entryOf = (form: string): string =>
  wide.test(form.charAt(0)) ? form.charAt(0) : (form.split(' ', 1)[0] as string);
const openings = new Map<string, Opening[]>();
for (const kind of kinds) {
  for (const phrase of table[kind].map(key)) {
    const known = openings.get(entryOf(phrase));
    if (known) known.push({ kind, phrase });
    else openings.set(entryOf(phrase), [{ kind, phrase }]);
  }
}
const longestPhrase = 60;

const startsWith = (form: string, phrase: string): boolean =>
  form.startsWith(phrase) &&
  (form.length === phrase.length ||
    form[phrase.length] === ' ' ||
    wide.test(phrase.charAt(phrase.length - 1)));

/**
 * The kind of editorial note a text is, or null. A note opens with its own name and says more than a date:
 * "Updated: 7:39 pm" is a date line, "Update: the ministry has answered" a note.
 */
export function noteKind(text: string): EditorialNote['kind'] | null {
  if (text.length > 700) return null;
  const form = key(text.slice(0, longestPhrase));
  for (const { kind, phrase } of openings.get(entryOf(form)) ?? []) {
    if (!startsWith(form, phrase)) continue;
    const named = phrase.includes(' ') || /^[^\n]{0,40}?[:：—–]/.test(text) || /^\(/.test(text);
    if (named && countWords(text.replace(/[\d:.,/]+/g, ' ')) >= 6) return kind;
  }
  return null;
}

/** Notes the outlet printed with the article, in the body or right around it. */
export function readNotes(blocks: Block[], body: Block[]): EditorialNote[] {
  const first = body[0]?.index ?? 0;
  const last = body.at(-1)?.index ?? 0;
  const notes: EditorialNote[] = [];
  for (const block of blocks.slice(Math.max(0, first - 6), last + 7)) {
    const kind = noteKind(block.text);
    if (kind) notes.push({ kind, text: block.text });
  }
  return notes;
}
