import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Article } from '../../src/model/article';
import { identify } from '../../src/model/identity';
import { joinParagraphs, onDay, plainArticle } from '../../src/model/plain-article';

/** What a document of an event file tells a system: nothing of the gold is read. */
export interface EventDocument {
  id: string;
  outlet?: string | null;
  title?: string | null;
  url?: string | null;
  date?: string | null;
  text: string;
}

export interface EventFile {
  /** File name, under which predictions are written. */
  name: string;
  documents: EventDocument[];
}

/** One event file, or all of a folder in the order of their names. */
export function readEvents(path: string): EventFile[] {
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => join(path, name))
    : [path];
  return files.map((file) => {
    const { docs } = JSON.parse(readFileSync(file, 'utf8')) as { docs: EventDocument[] };
    const documents = docs.map(({ id, outlet, title, url, date, text }) => ({
      id,
      outlet: outlet ?? null,
      title: title ?? null,
      url: url ?? null,
      date: date ?? null,
      text,
    }));
    return { name: basename(file), documents };
  });
}

const isSameLine = (left: string, right: string): boolean =>
  left.replace(/\W+/g, '').toLowerCase() === right.replace(/\W+/g, '').toLowerCase();

/** A document as an article of plain data: the first line is the headline when the title is missing or repeats it. */
export function articleOf(document: EventDocument): Article {
  const lines = document.text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line.length > 0);
  const first = lines[0] ?? '';
  // A short first line without a full stop is the page's headline kept in the text.
  const isHeadline = document.title ? isSameLine(first, document.title) : !/[.!?"”’]$/.test(first);
  if (isHeadline && lines.length > 1) lines.shift();
  const headline = isHeadline ? first : (document.title ?? '');
  const address = document.url ?? `bench:${document.id}`;
  const day = /^\d{4}-\d{2}-\d{2}/.exec(document.date ?? '')?.[0] ?? null;
  return plainArticle({
    ...identify(address, null, document.text),
    outlet: { value: document.outlet ?? document.id, source: 'import' },
    host: document.outlet ?? document.id,
    headline: { value: headline, source: 'import' },
    published: day ? onDay(day, 'import') : null,
    language: { value: 'en', source: 'import' },
    ...joinParagraphs(lines),
    captured: { at: '2020-01-01T00:00:00.000Z', how: 'imported', reader: 'import' },
  });
}
