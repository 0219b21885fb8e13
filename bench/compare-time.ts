import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { contentWords } from '../src/compare/align/unit';
import type { Article } from '../src/model/article';
import type { Analysis } from '../src/model/claim';
import { articleOf } from './compare/documents';
import { eventTexts, joinedTexts, longEventTexts, wordCount } from './compare/story-texts';
import { BenchError, type BenchOptions } from './harness/options';

export const summary = 'milliseconds of analysing and comparing articles of about 1,000 words';

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
  /** An article against the voices of each story. */
  voices: number[];
}

/** An article and the voices it is set against. */
interface Story {
  name: string;
  articles: readonly Article[];
}

/** Articles as they come from the store: analysed, and nothing made ready for comparing. */
const stored = (articles: readonly Article[], analyses: readonly Analysis[]) =>
  articles.map((article, at) => ({
    voice: `voice-${at}`,
    article,
    analysis: structuredClone(analyses[at]!),
  }));

function voicesTime(engine: Engine, articles: readonly Article[]): number {
  const analyses = articles.map((article) => engine.analyse(article));
  const [subject, ...others] = stored(articles, analyses);
  return subject ? timed(() => engine.compareVoices({ subject, others })).ms : 0;
}

function measure(engine: Engine, articles: readonly Article[], stories: readonly Story[]): Round {
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
    voices: stories.map((story) => voicesTime(engine, story.articles)),
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

/** An article and its voices from each source of texts that is there. */
function storiesOf(data: string, joined: readonly Article[]): Story[] {
  const stories: Story[] = [{ name: 'texts repeated', articles: joined }];
  const add = (kind: string, texts: readonly string[]): void => {
    if (texts.length < 2) {
      console.log(`no ${kind} beside the claims`);
      return;
    }
    const words = Math.round(wordCount(texts.join(' ')) / texts.length);
    const articles = texts.map((text, at) => articleOf({ id: `voice-${at}`, title: '', text }));
    stories.push({ name: `${kind}, ${words} words each`, articles });
  };
  add('of one event', eventTexts(data));
  add('long real texts', longEventTexts(data));
  return stories;
}

/**
 * Times claims, one pair and one article against twenty voices, in the first round (code just started, as after the
 * worker woke) and in the fourth. A pair and the voices start from ready analyses, which are made when an article is
 * saved: what counts is making them ready for each other, alignment and verdicts. What is timed is the built script.
 */
export async function run({ data }: BenchOptions): Promise<void> {
  if (!data) throw new BenchError('--data PATH names an event file or a folder of event files.');
  const articles = joinedTexts(data).map((text, at) => articleOf({ id: `time-${at}`, title: '', text }));
  if (articles.length < 3) throw new BenchError('There is too little text for articles of 1,000 words.');
  const stories = storiesOf(data, articles);
  const code = await builtEngine();
  const engine = await loaded(code);
  const rounds = [1, 2, 3, 4].map(() => measure(engine, articles, stories));
  const row = (name: string, of: (round: Round) => number, bar = ''): void => {
    const [first, last] = [rounds[0]!, rounds.at(-1)!].map((round) => of(round).toFixed(1).padStart(9));
    console.log(`${name.padEnd(64)}${first} ${last}   ${bar}`);
  };
  console.log(`${'milliseconds of processor time'.padEnd(64)}    first    fourth round`);
  row('claims of an article of 1,000 words, median', ({ claims }) => claims, 'bar 30');
  row('one pair of articles, median', ({ pair }) => pair, 'bar 5');
  row('plain sentence cosine of the pair, median', ({ cosine }) => cosine);
  for (const [at, { name, articles: all }] of stories.entries()) {
    row(`an article against ${all.length - 1} voices, ${name}`, ({ voices }) => voices[at] ?? 0, 'bar 100');
  }
  const size = (gzipSync(code, { level: 9 }).length / 1000).toFixed(0);
  console.log(`${'engine with language data, gzipped'.padEnd(64)}${size.padStart(9)} kB   bar 250`);
}
