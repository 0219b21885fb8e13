/**
 * Prints rows of pairs of articles on one event, to be read and judged one by one: nobody has labelled these, and
 * the rules were not written on them. Pairs are drawn by a salted hash, so that another salt gives a fresh sample.
 *
 *   npx tsx bench/compare/sample-rows.ts --data ../shared/bench/events/dev/basil.jsonl --pairs 100 --salt one
 *     [--without ../shared/bench/claims/dev/events-gold] [--verdict agree --every 20]
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { analyse, comparePair, type PairRow } from '../../src/compare';
import { reasonSentence } from '../../src/compare/verdict/reasons';
import { collapseVoices } from '../../src/match';
import { articleOf, type EventDocument } from './documents';

interface LabelledDocument extends EventDocument {
  event: string;
}

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    pairs: { type: 'string', default: '100' },
    salt: { type: 'string', default: '' },
    without: { type: 'string' },
    verdict: { type: 'string', default: 'differ' },
    every: { type: 'string', default: '1' },
  },
});
if (!options.data) throw new Error('--data PATH names a file of articles with their events, one a line.');

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();

/** Openings of the sentences of labelled events, to leave out the articles that the rules were written on. */
function knownSentences(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const { docs } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
      docs: { sentences: { text: string }[] }[];
    };
    return docs.flatMap(({ sentences }) =>
      sentences.map(({ text }) => letters(text).slice(0, 60)).filter((text) => text.length >= 50),
    );
  });
}

const documents = readFileSync(options.data, 'utf8')
  .split('\n')
  .filter((line) => line.trim())
  .map((line) => JSON.parse(line) as LabelledDocument);
const known = options.without ? knownSentences(options.without) : [];
const knownEvents = new Set(
  documents
    .filter(({ text }) => {
      const plain = letters(text);
      return known.some((sentence) => plain.includes(sentence));
    })
    .map(({ event }) => event),
);

const order = (a: EventDocument, b: EventDocument): string =>
  createHash('sha256').update(`${options.salt}|${a.id}|${b.id}`).digest('hex');

const groups = new Map<string, LabelledDocument[]>();
for (const document of documents) {
  if (knownEvents.has(document.event)) continue;
  groups.set(document.event, [...(groups.get(document.event) ?? []), document]);
}
const pairs = [...groups.values()]
  .flatMap((group) => group.flatMap((a, at) => group.slice(at + 1).map((b) => ({ a, b, key: order(a, b) }))))
  .sort((x, y) => (x.key < y.key ? -1 : 1));

const wanted = (row: PairRow): boolean =>
  options.verdict === 'differ' ? row.verdict !== 'agree' : row.verdict === options.verdict;

let read = 0;
let met = 0;
let shown = 0;
for (const { a, b } of pairs) {
  if (read >= Number(options.pairs)) break;
  const [left, right] = [a, b].map((document) => {
    const article = articleOf(document);
    return { article, analysis: analyse(article) };
  });
  if (collapseVoices([left!.article, right!.article]).length < 2) continue;
  read += 1;
  for (const row of comparePair(left!, right!).filter(wanted)) {
    met += 1;
    if (met % Number(options.every) !== 0) continue;
    shown += 1;
    const words = (side: typeof left, { part, span }: PairRow['a']): string =>
      (part === 'headline' ? side!.article.headline.value : side!.article.text).slice(span.start, span.end);
    console.log(
      [
        `#${shown} ${row.verdict} ${row.kind} ${row.confidence}${row.certain ? ' certain' : ''} ${row.reason.code} · ${a.event} ${a.id} ${a.date ?? ''} / ${b.id} ${b.date ?? ''}`,
        `   ${reasonSentence(row.reason)}`,
        `   A: ${words(left, row.a)}`,
        `   B: ${words(right, row.b)}`,
      ].join('\n'),
    );
  }
}
console.log(`${read} pairs, ${met} rows, ${shown} printed; ${knownEvents.size} events left out as known`);
