import { analyse, comparePair, compareVoices } from '../src/compare';
import { contentWords } from '../src/compare/align/unit';
import { articleOf, readEvents } from './compare/documents';
import { BenchError, type BenchOptions } from './harness/options';

export const summary = 'milliseconds of analysing and comparing articles of about 1,000 words';

const targetWords = 1000;
const voicesWanted = 20;

/** Texts of about `targetWords` words, made by joining documents of the events in turn. */
function texts(path: string): string[] {
  const documents = readEvents(path).flatMap((event) => event.documents.map(({ text }) => text));
  const long: string[] = [];
  let current = '';
  for (const text of [...documents, ...documents, ...documents, ...documents]) {
    current += `${current ? '\n' : ''}${text}`;
    if (current.split(/\s+/).length < targetWords) continue;
    long.push(current.split(/\s+/).length > targetWords * 1.6 ? current.slice(0, 9000) : current);
    current = '';
    if (long.length > voicesWanted) break;
  }
  return long;
}

const median = (values: number[]): number =>
  [...values].sort((x, y) => x - y)[Math.floor(values.length / 2)] ?? 0;

function timed<T>(work: () => T): { value: T; ms: number } {
  const start = performance.now();
  const value = work();
  return { value, ms: performance.now() - start };
}

/** Plain sentence cosine of two texts, the yardstick measured in the same run. */
function sentenceCosine(a: string, b: string): number {
  const bags = [a, b].map((text) =>
    text.split(/(?<=[.!?])\s+/).map((sentence) => new Set(contentWords(sentence).map(({ root }) => root))),
  );
  let best = 0;
  for (const left of bags[0]!) {
    for (const right of bags[1]!) {
      let common = 0;
      for (const root of left) if (right.has(root)) common += 1;
      best = Math.max(best, common / Math.sqrt(left.size * right.size || 1));
    }
  }
  return best;
}

/** Times analysis, one pair and one article against twenty voices, cold profiles included. */
export async function run({ data }: BenchOptions): Promise<void> {
  if (!data) throw new BenchError('--data PATH names an event file or a folder of event files.');
  const articles = texts(data).map((text, at) => articleOf({ id: `time-${at}`, title: '', text }));
  if (articles.length < 3) throw new BenchError('There is too little text for articles of 1,000 words.');
  for (const article of articles.slice(0, 2)) analyse(article);
  const analysed = articles.map((article) => {
    const { value, ms } = timed(() => analyse(article));
    return { article, analysis: value, ms };
  });
  const pairs = analysed.slice(1).map((other) => timed(() => comparePair(analysed[0]!, other)).ms);
  const cosines = articles
    .slice(1)
    .map((other) => timed(() => sentenceCosine(articles[0]!.text, other.text)).ms);
  const voices = analysed.slice(0, voicesWanted + 1).map((each, at) => ({ voice: `voice-${at}`, ...each }));
  const all = timed(() => compareVoices({ subject: voices[0]!, others: voices.slice(1) })).ms;
  const row = (name: string, value: number, bar: string): void =>
    console.log(`${name.padEnd(44)}${value.toFixed(1).padStart(9)} ms   ${bar}`);
  row('claims of an article of 1,000 words, median', median(analysed.map(({ ms }) => ms)), 'bar 30');
  row('one pair of articles, median', median(pairs), 'bar 5');
  row('plain sentence cosine of the pair, median', median(cosines), '');
  row(`an article against ${voices.length - 1} voices`, all, 'bar 100');
}
