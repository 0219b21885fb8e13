import { findBrowser } from '../scripts/steps/browsers.mjs';
import type { Cold } from './speed/cold';
import type { Filled } from './speed/fill';
import { inventedArticle } from './speed/invented-news';
import { quantile } from './speed/library';
import type { RivalFigures } from './speed/rivals';
import type { Warm } from './speed/warm';
import { openWorkshop, type Workshop } from './speed/workshop';

export const summary =
  'time, size and memory of the match index in Chromium, beside MiniSearch, FlexSearch, SQLite FTS5';

/** Figures of one size of library, by the heads of the table. */
interface Figures {
  articles: number;
  shown: Record<string, number>;
}

const coldWorkers = 5;
const rivalNames = ['MiniSearch', 'FlexSearch', 'SQLite FTS5'];

async function cold(workshop: Workshop, articles: number, story: boolean) {
  const answers: Cold[] = [];
  let memory = 0;
  for (let at = 0; at < coldWorkers; at++) {
    const article = inventedArticle(Math.floor(((at + 0.5) * articles) / coldWorkers));
    const run = await workshop.runCold<Cold>('cold', { article, story });
    answers.push(run.answer);
    memory = Math.max(memory, run.memory);
  }
  const median = (of: (answer: Cold) => number) => quantile(answers.map(of), 0.5);
  return {
    sinceStart: median(({ sinceStart }) => sinceStart),
    sinceAsked: median(({ sinceAsked }) => sinceAsked),
    memory,
  };
}

/** Measures a library that is filled. */
async function measure(workshop: Workshop, filled: Filled): Promise<Figures> {
  const { articles } = filled;
  const query = await cold(workshop, articles, false);
  const story = await cold(workshop, articles, true);
  const { answer: warm, memory } = await workshop.run<Warm>('warm', { articles });
  const shown = {
    'index MB': filled.segmentBytes / 1e6,
    'profiles MB': filled.profileBytes / 1e6,
    'texts MB': filled.textBytes / 1e6,
    'index built s': filled.indexSeconds,
    'cold query': query.sinceAsked,
    'cold story': story.sinceAsked,
    'with start': story.sinceStart,
    'warm query': warm.query,
    'query p95': warm.query95,
    'warm story': warm.story,
    add: warm.add,
    'add p95': warm.add95,
    'add most': warm.addMost,
    save: warm.save,
    'first list': warm.firstList,
    list: warm.list,
    'memory MB': Math.max(query.memory, story.memory, memory) / 1e6,
    pages: warm.pages,
  };
  return { articles, shown };
}

const slope = (points: [number, number][]): string => {
  const logs = points.map(([size, value]) => [Math.log(size), Math.log(Math.max(value, 1e-6))] as const);
  const mean = (at: 0 | 1) => logs.reduce((sum, log) => sum + log[at], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const over = logs.reduce((sum, log) => sum + (log[0] - x) * (log[1] - y), 0);
  const under = logs.reduce((sum, log) => sum + (log[0] - x) ** 2, 0);
  return under > 0 ? (over / under).toFixed(2) : '–';
};

const figure = (value: number): string => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const ruled = (names: readonly string[]): string[] => [row(names), row(names.map(() => '---'))];

function print(sizes: Figures[], rivals: RivalFigures[]): void {
  const names = Object.keys(sizes[0]?.shown ?? {});
  const growth = names.map((name) => slope(sizes.map(({ articles, shown }) => [articles, shown[name]!])));
  const table = [
    ...ruled(['articles', ...names]),
    ...sizes.map(({ articles, shown }) => row([`${articles}`, ...names.map((name) => figure(shown[name]!))])),
    ...(sizes.length > 1 ? [row(['growth', ...growth])] : []),
  ];
  console.log(
    `\nTimes in milliseconds unless named; growth is the slope of log on log.\n${table.join('\n')}\n`,
  );
  if (rivals.length === 0) return;
  const lines = rivals.map(({ engine, articles, stopped, buildSeconds, bytes, warmQuery }) =>
    row([
      engine,
      `${articles}`,
      figure(buildSeconds),
      bytes === null ? '–' : figure(bytes / 1e6),
      stopped ?? figure(warmQuery),
    ]),
  );
  console.log([...ruled(['engine', 'articles', 'built s', 'MB', 'warm query']), ...lines].join('\n'));
}

async function measureRivals(workshop: Workshop, articles: number): Promise<RivalFigures[]> {
  const figures: RivalFigures[] = [];
  for (const name of rivalNames) {
    try {
      figures.push((await workshop.run<RivalFigures>('rivals', { name, articles })).answer);
    } catch (error) {
      console.log(
        `${name} gave no figures at ${articles}: ${error instanceof Error ? error.message : error}`,
      );
    }
  }
  return figures;
}

const argument = (rest: readonly string[], name: string): string | null =>
  rest.includes(name) ? (rest[rest.indexOf(name) + 1] ?? null) : null;

/**
 * `npm run -s bench -- speed [--sizes 1000,10000,100000] [--without-rivals] [--library FOLDER]`: invented articles in
 * workers of Chromium, through the product's own service, index and store. `--library` keeps the library in a folder,
 * and measures it without filling it when it holds as many articles as the size asked for.
 */
export async function run(options: { rest: string[] }): Promise<void> {
  const sizes = (argument(options.rest, '--sizes') ?? '1000,3000,10000,30000,100000').split(',').map(Number);
  const chromium = findBrowser('chromium');
  if (!chromium) {
    console.log('Speed is measured in Chromium, and there is none here.');
    return;
  }
  const workshop = await openWorkshop(chromium, argument(options.rest, '--library'));
  try {
    const figures: Figures[] = [];
    const rivals: RivalFigures[] = [];
    let from = 0;
    for (const to of sizes.sort((left, right) => left - right)) {
      const filled = (await workshop.run<Filled>('fill', { from, to })).answer;
      from = to;
      figures.push(await measure(workshop, filled));
      if (!options.rest.includes('--without-rivals')) rivals.push(...(await measureRivals(workshop, to)));
      process.stderr.write(`\n${JSON.stringify(figures.at(-1))}\n`);
    }
    print(figures, rivals);
  } finally {
    await workshop.close();
  }
}
