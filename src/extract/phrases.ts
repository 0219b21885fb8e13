import table from './data/phrases.json';
import { key } from './text-shape';

export type PhraseKind = keyof typeof table.starts;
export const phraseKinds = Object.keys(table.starts) as PhraseKind[];

interface Phrase {
  words: string;
  kind: PhraseKind;
}

// First word (or first two characters, for scripts without blanks) → phrases: one lookup a block.
const opening = (words: string): string => {
  const first = words.split(' ', 1)[0] ?? '';
  return /[\u3040-\u9fff\uac00-\ud7af]/.test(first) ? first.slice(0, 2) : first;
};
const starts = new Map<string, Phrase[]>();
for (const kind of phraseKinds) {
  for (const raw of table.starts[kind]) {
    const words = key(raw);
    if (!words) continue;
    const list = starts.get(opening(words)) ?? [];
    list.push({ words, kind });
    starts.set(opening(words), list);
  }
}
const whole = new Set(table.whole.label.map(key));

const continues = (text: string, words: string): boolean =>
  text.startsWith(words) &&
  (text.length === words.length || text[words.length] === ' ' || /[\u3040-\u9fff\uac00-\ud7af]$/.test(words));

/** What the opening words of a text announce, or null. Only the first 60 characters are looked at. */
export function announced(text: string): PhraseKind | null {
  const head = key(text.slice(0, 60));
  if (!head) return null;
  for (const phrase of starts.get(opening(head)) ?? []) {
    if (continues(head, phrase.words)) return phrase.kind;
  }
  return null;
}

/** Whether a text is nothing but a button's or label's word. */
export const isLabel = (text: string): boolean => text.length <= 40 && whole.has(key(text));
