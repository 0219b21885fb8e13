import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import { Index } from 'flexsearch';
import MiniSearch from 'minisearch';
import { termOf, tokens } from '../../src/text/words';
import { inventedArticle } from './invented-news';

/** What a ready engine takes for the same job: the same 40 words an article, the same queries. */
export interface RivalFigures {
  engine: string;
  articles: number;
  buildSeconds: number;
  bytes: number | null;
  warmQuery: number;
}

/** Rivals get the heaviest words by plain frequency among the rarer half: the terms are ours, the engine theirs. */
function salientWords(number: number): string[] {
  const article = inventedArticle(number);
  const counts = new Map<string, number>();
  for (const { word } of tokens(`${article.headline.value} ${article.text}`, 'en')) {
    const term = termOf(word, 'en');
    if (term) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return [...counts]
    .sort(
      ([left, one], [right, other]) => other * right.length - one * left.length || (left < right ? -1 : 1),
    )
    .slice(0, 40)
    .map(([word]) => word);
}

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

/** Measures the three rivals one after the other. */
export async function measureRivals(articles: number, say: (line: string) => void): Promise<RivalFigures[]> {
  const figures: RivalFigures[] = [];
  const queries = Array.from({ length: 15 }, (_, at) =>
    salientWords(Math.floor(((at + 0.5) * articles) / 15)),
  );
  for (const make of [miniSearch, flexSearch, sqlite]) {
    try {
      const engine = await make();
      let building = 0;
      for (let number = 0; number < articles; number++) {
        const words = salientWords(number);
        const start = performance.now();
        engine.add(number, words);
        building += performance.now() - start;
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
      figures.push({
        engine: engine.name,
        articles,
        buildSeconds: building / 1000,
        bytes: engine.bytes(),
        warmQuery: median(times),
      });
    } catch (error) {
      say(`${make.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return figures;
}
