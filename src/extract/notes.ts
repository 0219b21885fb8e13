import type { EditorialNote } from '../model/article';
import type { Block } from './block';
import table from './data/notice-words.json';
import { countWords, key } from './text-shape';

const kinds = ['correction', 'clarification', 'update'] as const;
const openings = kinds.map((kind) => [kind, table[kind].map(key)] as const);

const startsWith = (form: string, phrase: string): boolean =>
  form.startsWith(phrase) &&
  (form.length === phrase.length || form[phrase.length] === ' ' || /[\u3040-\u9fff]$/.test(phrase));

/**
 * The kind of editorial note a text is, or null. A note opens with its own name and says more than a date:
 * "Updated: 7:39 pm" is a date line, "Update: the ministry has answered" a note.
 */
export function noteKind(text: string): EditorialNote['kind'] | null {
  if (text.length > 700) return null;
  const form = key(text.slice(0, 160));
  for (const [kind, phrases] of openings) {
    const phrase = phrases.find((words) => startsWith(form, words));
    if (!phrase) continue;
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
