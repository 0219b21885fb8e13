import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsOf, read, sources } from './project';

const core = ['model', 'text'];
const stages = ['extract', 'store', 'match', 'compare', 'coverage'];
const middle = ['messages', 'browser', 'ui', 'service'];

/** What each folder of `src` may import besides itself. Imports point one way. */
const allowed: Record<string, string[]> = {
  _locales: [],
  model: [],
  text: ['model'],
  extract: core,
  store: core,
  match: core,
  compare: core,
  coverage: core,
  service: [...core, ...stages, 'messages'],
  messages: ['model', 'browser'],
  browser: [],
  ui: [...core, 'messages', 'browser', '_locales', 'compare'],
  background: [...core, ...stages, ...middle, '_locales'],
  content: [...core, 'extract', 'messages', 'browser', 'ui'],
  popup: [...core, 'messages', 'browser', 'ui', '_locales'],
  options: [...core, 'extract', 'coverage', 'messages', 'browser', 'ui', '_locales'],
  cli: [...core, ...stages, ...middle, '_locales'],
};

/** What may be imported as types besides: the words of a border belong to the side that keeps it. */
const allowedTypes: Record<string, string[]> = {
  messages: ['coverage'],
  background: ['content'],
};

/** Packages that one folder alone may touch, and why. */
const onlyIn: Record<string, { folder: string; why: string }> = {
  'webextension-polyfill': { folder: 'browser', why: 'src/browser is the seam that tests replace' },
  idb: { folder: 'store', why: 'the store is the only place that keeps things' },
  jsdom: { folder: 'cli', why: 'browsers bring their own document' },
  '@mozilla/readability': { folder: 'extract', why: 'reading pages is the extract stage' },
  defuddle: { folder: 'extract', why: 'reading pages is the extract stage' },
};

const folderOf = (path: string): string => path.split('/')[1] ?? '';

function problem(file: string, specifier: string, typesOnly: boolean): string | null {
  const from = folderOf(file);
  if (!specifier.startsWith('.')) {
    const name = specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/');
    const owner = onlyIn[name];
    if (owner && owner.folder !== from) {
      return `${file} imports ${name}: move that to src/${owner.folder}, because ${owner.why}`;
    }
    if (specifier.startsWith('node:') && from !== 'cli') {
      return `${file} imports ${specifier}: only src/cli runs in Node; pass what is needed in as a parameter`;
    }
    return null;
  }
  const target = posix.join(posix.dirname(file), specifier);
  if (!target.startsWith('src/')) {
    return /\/(package|manifest)\.json$/.test(`/${target}`)
      ? null
      : `${file} imports ${specifier}: src stands on its own; move what is needed into src`;
  }
  const to = folderOf(target);
  if (to === from || allowed[from]?.includes(to)) return null;
  if (typesOnly && allowedTypes[from]?.includes(to)) return null;
  return `${file} imports src/${to}: ${from} may import ${allowed[from]?.join(', ') || 'nothing'} only; let src/service string stages together, or move what both need to src/model or src/text`;
}

const problems = (file: string, source: string): string[] =>
  importsOf(source).flatMap(({ specifier, typesOnly }) => problem(file, specifier, typesOnly) ?? []);

describe('imports point one way', () => {
  test('the rule sees what it forbids', () => {
    expect(problems('src/match/a.ts', "import { analyse } from '../compare';")).toHaveLength(1);
    expect(problems('src/model/a.ts', "export * from '../text/words';")).toHaveLength(1);
    expect(problems('src/popup/a.tsx', "import browser from 'webextension-polyfill';")).toHaveLength(1);
    expect(problems('src/text/a.ts', "const fs = await import('node:fs');")).toHaveLength(1);
    expect(problems('src/content/a.ts', "import '../store';")).toHaveLength(1);
    expect(problems('src/background/a.ts', "import { read } from '../content/protocol';")).toHaveLength(1);
    expect(problems('src/background/a.ts', "import type { Read } from '../content/protocol';")).toEqual([]);
    expect(problems('src/service/a.ts', "import { a } from '../compare';\nimport b from './b';")).toEqual([]);
  });

  test('every folder of src has its place in the order', () => {
    const folders = new Set(sources.filter((path) => path.split('/').length > 2).map(folderOf));
    expect([...folders].filter((folder) => !(folder in allowed))).toEqual([]);
  });

  test('no file imports against the order', () => {
    expect(sources.flatMap((file) => problems(file, read(file)))).toEqual([]);
  });
});
