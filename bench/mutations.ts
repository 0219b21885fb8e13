import { analyse, comparePair, type PairRow } from '../src/compare';
import type { Article } from '../src/model/article';
import { articleOf, readEvents } from './compare/documents';
import { BenchError, type BenchOptions } from './harness/options';

export const summary =
  'one number, date, name, speaker or negation changed in an article: found, and nothing else';

interface Mutation {
  kind: string;
  /** Changes one thing in the text, or null when there is nothing of the kind in it. */
  change(text: string): string | null;
}

/** Replaces the first match by what `make` gives. */
const replaceFirst =
  (pattern: RegExp, make: (found: RegExpExecArray) => string) =>
  (text: string): string | null => {
    const found = pattern.exec(text);
    return found
      ? text.slice(0, found.index) + make(found) + text.slice(found.index + found[0].length)
      : null;
  };

const mutations: Mutation[] = [
  {
    kind: 'number',
    change: replaceFirst(
      /(?<![\d.,$€£-])\b([2-9]\d)\b(?![\d.,:%-]|\s?(?:January|February|March|April|May|June|July|August|September|October|November|December))/,
      (found) => String(Number(found[1]) + 13),
    ),
  },
  {
    kind: 'date',
    change: replaceFirst(
      /\b(January|March|April|June|July|August|September|October|November|December) (1?\d)\b(?!\d|,? \d{4})/,
      (found) => `${found[1]} ${Number(found[2]) + 4}`,
    ),
  },
  {
    kind: 'negation',
    change: replaceFirst(/\b(has|have|was|were|is|are|did|will|would) not\b/, (found) => found[1] ?? ''),
  },
  {
    kind: 'quotation word',
    change: replaceFirst(
      /(["“][^"”]{30,}?\b)(people|time|world|country|police|children|women|government|family|money)\b/,
      (found) => `${found[1]}weather`,
    ),
  },
  {
    kind: 'speaker',
    change: replaceFirst(
      /([,.]["”] )(\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)( said| told)/u,
      (found) => `${found[1]}Orvin Tasker${found[3]}`,
    ),
  },
];

const differing = (rows: readonly PairRow[]): PairRow[] => rows.filter(({ verdict }) => verdict !== 'agree');

/** Rows of an article against its copy with one thing changed: is it found, and is anything else called different? */
export async function run({ data }: BenchOptions): Promise<void> {
  if (!data) throw new BenchError('--data PATH names an event file or a folder of event files.');
  const documents = readEvents(data).flatMap(({ documents }) => documents);
  const analysed = (article: Article) => ({ article, analysis: analyse(article) });
  console.log('kind              changed   found   false rows per copy');
  for (const { kind, change } of mutations) {
    let changed = 0;
    let found = 0;
    let wrong = 0;
    for (const document of documents) {
      const text = change(document.text);
      if (text === null) continue;
      changed += 1;
      const original = analysed(articleOf(document));
      const copy = analysed(articleOf({ ...document, id: `${document.id}-copy`, url: null, text }));
      const rows = differing(comparePair(original, copy));
      const at = [...text].findIndex((letter, place) => letter !== document.text[place]);
      const line = text.slice(text.lastIndexOf('\n', at) + 1, at + 20);
      const isThere = ({ b }: PairRow): boolean => {
        const words = copy.article.text.slice(b.span.start, b.span.end);
        return line.includes(words.slice(0, 20)) || words.includes(line.slice(0, 20));
      };
      if (rows.some(isThere)) found += 1;
      wrong += rows.filter((row) => !isThere(row)).length;
    }
    const share = changed ? (found / changed).toFixed(2) : '–';
    const perCopy = changed ? (wrong / changed).toFixed(3) : '–';
    console.log(
      `${kind.padEnd(18)}${String(changed).padStart(7)}${share.padStart(8)}${perCopy.padStart(15)}`,
    );
  }
}
