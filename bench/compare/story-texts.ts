import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { contentWords } from '../../src/compare/align/unit';
import { readEvents } from './documents';

const targetWords = 1000;

/** An article and as many other voices. */
export const mostVoices = 20;

export const wordCount = (text: string): number => text.split(/\s+/).length;

/**
 * Texts of about `targetWords` words, made by joining the documents of the labelled events in turn. They are too few
 * for all voices and come again: nearly every sentence has twins, which is the costliest case there is.
 */
export function joinedTexts(path: string): string[] {
  const documents = readEvents(path).flatMap((event) => event.documents.map(({ text }) => text));
  const long: string[] = [];
  let current = '';
  for (const text of [...documents, ...documents, ...documents, ...documents]) {
    current += `${current ? '\n' : ''}${text}`;
    const words = wordCount(current);
    if (words < targetWords) continue;
    long.push(words > targetWords * 1.6 ? current.slice(0, 9000) : current);
    current = '';
    if (long.length > mostVoices) break;
  }
  return long;
}

interface StoredText {
  event: string;
  text: string;
}

/** Different texts of the large events, which lie beside the labelled claims. */
function storedTexts(data: string, names: readonly string[]): StoredText[] {
  const files = names.map((name) => resolve(data, `../../../events/dev/${name}.jsonl`)).filter(existsSync);
  const lines = files.flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean));
  const stored = lines.map((line) => JSON.parse(line) as StoredText);
  return [...new Map(stored.map((each) => [each.text, each])).values()];
}

function largestEvent(texts: readonly StoredText[]): StoredText[] {
  const byEvent = new Map<string, StoredText[]>();
  for (const each of texts) byEvent.set(each.event, [...(byEvent.get(each.event) ?? []), each]);
  return [...byEvent.values()].sort((left, right) => right.length - left.length)[0] ?? [];
}

/** Different texts of the event that has most of them, as many as are compared. */
export const eventTexts = (data: string): string[] =>
  largestEvent(storedTexts(data, ['fnc']))
    .slice(0, mostVoices + 1)
    .map(({ text }) => text);

const longTexts = { least: 700, most: 1400 };

const rootsOf = (text: string): Set<string> => new Set(contentWords(text).map(({ root }) => root));

function cosine(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let common = 0;
  for (const root of left) if (right.has(root)) common += 1;
  return common / Math.sqrt(left.size * right.size || 1);
}

/**
 * Single real texts of about 1,000 words: those of the event that has most of them, then those of other events that
 * have most words in common with it. No event has 20 so long.
 */
export function longEventTexts(data: string): string[] {
  const long = storedTexts(data, ['ecbplus', 'fnc', 'basil']).filter(({ text }) => {
    const words = wordCount(text);
    return words >= longTexts.least && words <= longTexts.most;
  });
  const own = largestEvent(long);
  const roots = rootsOf(own.map(({ text }) => text).join('\n'));
  const nearest = long
    .filter(({ event }) => event !== own[0]?.event)
    .map(({ text }) => ({ text, likeness: cosine(roots, rootsOf(text)) }))
    .sort((left, right) => right.likeness - left.likeness);
  return [...own, ...nearest].slice(0, mostVoices + 1).map(({ text }) => text);
}
