import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { contentWords } from '../src/compare/align/unit';
import type { Article } from '../src/model/article';
import type { Analysis } from '../src/model/claim';
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

interface StoredText {
  event: string;
  text: string;
}

/** Different texts of the event that has most of them, as many as are compared. */
function eventTexts(file: string): string[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const byEvent = new Map<string, Set<string>>();
  for (const line of lines) {
    const { event, text } = JSON.parse(line) as StoredText;
    byEvent.set(event, (byEvent.get(event) ?? new Set()).add(text));
  }
  const largest = [...byEvent.values()].sort((left, right) => right.size - left.size)[0] ?? [];
  return [...largest].slice(0, voicesWanted + 1);
}

const median = (values: number[]): number =>
  [...values].sort((x, y) => x - y)[Math.floor(values.length / 2)] ?? 0;

interface Timed<T> {
  value: T;
  /** Milliseconds of processor time: other work on the machine counts less in it than on the clock. */
  ms: number;
}

function timed<T>(work: () => T): Timed<T> {
  const start = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(start);
  return { value, ms: (user + system) / 1000 };
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

type Engine = typeof import('../src/compare');

interface Round {
  claims: number;
  pair: number;
  cosine: number;
  voices: number;
  event: number;
}

/** Articles as they come from the store: analysed, and nothing made ready for comparing. */
const stored = (articles: readonly Article[], analyses: readonly Analysis[]) =>
  articles.map((article, at) => ({
    voice: `voice-${at}`,
    article,
    analysis: structuredClone(analyses[at]!),
  }));

function voicesTime({ compareVoices }: Engine, articles: readonly Article[], analyses: readonly Analysis[]) {
  const [subject, ...others] = stored(articles, analyses).slice(0, voicesWanted + 1);
  return subject ? timed(() => compareVoices({ subject, others })).ms : 0;
}

function measure(engine: Engine, articles: readonly Article[], ofEvent: readonly Article[]): Round {
  const analyses = articles.map((article) => timed(() => engine.analyse(article)));
  const values = analyses.map(({ value }) => value);
  const [first, ...others] = stored(articles, values);
  const pairs = others.map((other) => timed(() => engine.comparePair(first!, other)).ms);
  const cosines = others.map(
    ({ article }) => timed(() => sentenceCosine(articles[0]!.text, article.text)).ms,
  );
  return {
    claims: median(analyses.map(({ ms }) => ms)),
    pair: median(pairs),
    cosine: median(cosines),
    voices: voicesTime(engine, articles, values),
    event: voicesTime(
      engine,
      ofEvent,
      ofEvent.map((article) => engine.analyse(article)),
    ),
  };
}

/** Analysis and comparison with all their language data as one script, as the worker runs it. */
async function builtEngine(): Promise<string> {
  const entry = fileURLToPath(new URL('../src/compare/index.ts', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      rollupOptions: { input: entry, preserveEntrySignatures: 'strict' },
    },
  });
  const outputs = 'output' in built ? [built] : Array.isArray(built) ? built : [];
  const code = outputs.flatMap(({ output }) => output).map((chunk) => ('code' in chunk ? chunk.code : ''));
  return code.join('');
}

async function loaded(code: string): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), 'compare-time-'));
  const file = join(folder, 'engine.mjs');
  writeFileSync(file, code);
  try {
    return (await import(pathToFileURL(file).href)) as Engine;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The texts of large events lie beside the labelled claims. */
const eventsFile = (data: string): string => resolve(data, '../../../events/dev/fnc.jsonl');

/**
 * Times claims, one pair and one article against twenty voices, in the first round (code just started, as after the
 * worker woke) and in the fourth. A pair and the voices start from ready analyses, which are made when an article is
 * saved: what counts is making them ready for each other, alignment and verdicts. What is timed is the built script.
 */
export async function run({ data }: BenchOptions): Promise<void> {
  if (!data) throw new BenchError('--data PATH names an event file or a folder of event files.');
  const articles = texts(data).map((text, at) => articleOf({ id: `time-${at}`, title: '', text }));
  if (articles.length < 3) throw new BenchError('There is too little text for articles of 1,000 words.');
  const file = eventsFile(data);
  const event = existsSync(file) ? eventTexts(file) : [];
  const ofEvent = event.map((text, at) => articleOf({ id: `event-${at}`, title: '', text }));
  const code = await builtEngine();
  const engine = await loaded(code);
  const rounds = [1, 2, 3, 4].map(() => measure(engine, articles, ofEvent));
  const row = (name: string, key: keyof Round, bar: string): void => {
    const [first, last] = [rounds[0]!, rounds.at(-1)!].map((round) => round[key].toFixed(1).padStart(9));
    console.log(`${name.padEnd(52)}${first} ${last}   ${bar}`);
  };
  console.log(`${'milliseconds of processor time'.padEnd(52)}    first    fourth round`);
  row('claims of an article of 1,000 words, median', 'claims', 'bar 30');
  row('one pair of articles, median', 'pair', 'bar 5');
  row('plain sentence cosine of the pair, median', 'cosine', '');
  const voices = Math.min(voicesWanted, articles.length - 1);
  row(`an article against ${voices} voices, texts repeated`, 'voices', 'bar 100');
  if (event.length > 1) {
    const words = event.join(' ').split(/\s+/).length;
    const name = `an article against ${event.length - 1} voices of one event`;
    row(`${name}, ${Math.round(words / event.length)} words each`, 'event', '');
  } else console.log(`no texts of one event at ${file}`);
  const size = (gzipSync(code, { level: 9 }).length / 1000).toFixed(0);
  console.log(`${'engine with language data, gzipped'.padEnd(52)}${size.padStart(9)} kB   bar 250`);
}
