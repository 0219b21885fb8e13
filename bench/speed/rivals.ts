import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import { Index } from 'flexsearch';
import MiniSearch from 'minisearch';
import { openLibrary, takeOrders, wordsTable, wordsTogether } from './library';

/** What a ready engine takes for the same job: the words the index keeps of each article, the same queries. */
export interface RivalFigures {
  engine: string;
  articles: number;
  /** Why there are no figures. */
  stopped: string | null;
  buildSeconds: number;
  bytes: number | null;
  warmQuery: number;
}

/** A rival that takes longer than this to build is stopped, and what it did until then is said. */
const patience = 300_000;

const median = (values: number[]): number =>
  [...values].sort((left, right) => left - right)[values.length >> 1]!;

interface Engine {
  name: string;
  add(number: number, words: string[]): void;
  finish(): void;
  query(words: string[]): unknown;
  bytes(): number | null;
}

function miniSearch(): Engine {
  const engine = new MiniSearch({ fields: ['words'], idField: 'id' });
  return {
    name: 'MiniSearch',
    add: (id, words) => engine.add({ id, words: words.join(' ') }),
    finish: () => undefined,
    query: (words) => engine.search(words.join(' ')).slice(0, 60),
    bytes: () => JSON.stringify(engine).length,
  };
}

function flexSearch(): Engine {
  const engine = new Index({ tokenize: 'strict' });
  return {
    name: 'FlexSearch',
    add: (id, words) => {
      engine.add(id, words.join(' '));
    },
    finish: () => undefined,
    query: (words) => engine.search(words.join(' '), { limit: 60, suggest: true }),
    bytes: () => {
      let bytes = 0;
      engine.export((_key: string, data: string) => {
        bytes += data?.length ?? 0;
      });
      return bytes;
    },
  };
}

async function sqlite(): Promise<Engine> {
  const start = sqlite3InitModule as unknown as (options: object) => ReturnType<typeof sqlite3InitModule>;
  const sqlite3 = await start({
    locateFile: (file: string) => `/${file}`,
    print: () => {},
    printErr: () => {},
  });
  const database = new sqlite3.oo1.DB(':memory:');
  database.exec("CREATE VIRTUAL TABLE news USING fts5(words, content='', tokenize='unicode61'); BEGIN");
  const insert = database.prepare('INSERT INTO news(rowid, words) VALUES (?, ?)');
  return {
    name: 'SQLite FTS5',
    add: (id, words) => {
      insert.bind([id + 1, words.join(' ')]).stepReset();
    },
    finish: () => database.exec('COMMIT'),
    query: (words) =>
      database.exec({
        sql: 'SELECT rowid FROM news WHERE news MATCH ? ORDER BY rank LIMIT 60',
        bind: [words.map((word) => `"${word}"`).join(' OR ')],
        returnValue: 'resultRows',
      }),
    bytes: () =>
      Number(
        database.selectValue('SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()'),
      ),
  };
}

const engines = { MiniSearch: miniSearch, FlexSearch: flexSearch, 'SQLite FTS5': sqlite };

/** The words of the library's articles, a thousand articles at a time. */
async function* wordsOfArticles(articles: number): AsyncGenerator<{ first: number; lists: string[][] }> {
  const { store } = openLibrary();
  for (let first = 0; first < articles; first += wordsTogether) {
    const found = await store.get('coverage', [wordsTable, String(first / wordsTogether)]);
    const lists = (found?.record ?? []) as string[][];
    yield { first, lists: lists.slice(0, articles - first) };
  }
}

async function measure(name: string, articles: number): Promise<RivalFigures> {
  const engine = await engines[name as keyof typeof engines]();
  const queries: string[][] = [];
  const asked = new Set(Array.from({ length: 15 }, (_, at) => Math.floor(((at + 0.5) * articles) / 15)));
  const figures = { engine: name, articles, stopped: null, bytes: null, warmQuery: Number.NaN };
  let building = 0;
  for await (const { first, lists } of wordsOfArticles(articles)) {
    const start = performance.now();
    lists.forEach((words, at) => {
      engine.add(first + at, words);
    });
    building += performance.now() - start;
    lists.forEach((words, at) => {
      if (asked.has(first + at)) queries.push(words);
    });
    if (building > patience) {
      const stopped = `stopped after ${first + lists.length} articles`;
      return { ...figures, stopped, buildSeconds: building / 1000 };
    }
  }
  const start = performance.now();
  engine.finish();
  building += performance.now() - start;
  engine.query(queries[0]!);
  const times = queries.map((words) => {
    const begun = performance.now();
    engine.query(words);
    return performance.now() - begun;
  });
  return { ...figures, buildSeconds: building / 1000, bytes: engine.bytes(), warmQuery: median(times) };
}

takeOrders<{ name: string; articles: number }, RivalFigures>(({ name, articles }) => measure(name, articles));
