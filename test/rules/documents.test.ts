import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { files, read } from './project';

const documents = files.filter((path) => path.endsWith('.md') && !path.startsWith('test/'));
const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts;

const isThere = (path: string): boolean =>
  files.includes(path) || files.some((file) => file.startsWith(`${path.replace(/\/$/, '')}/`));

/** Links to files and the commands a document tells its reader to type. */
function problems(file: string, text: string): string[] {
  const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)].map((match) => match[1]!);
  const dead = links
    .map((link) => posix.join(posix.dirname(file), link))
    .filter((path) => !path.startsWith('..') && !isThere(path))
    .map((path) => `${file} links to ${path}, which is not there`);
  const commands = [...text.matchAll(/npm run (?:-s )?(?:--silent )?([a-z:-]+)/g)].map((match) => match[1]!);
  const unknown = commands
    .filter((name) => !(name in scripts))
    .map((name) => `${file} says "npm run ${name}", which package.json does not have`);
  return [...dead, ...unknown];
}

describe('documents tell the truth', () => {
  test('the rule sees a dead link and an unknown command', () => {
    expect(problems('docs/a.md', '[x](nowhere.md)')).toHaveLength(1);
    expect(problems('README.md', '`npm run -s nothing -- x`')).toHaveLength(1);
    expect(problems('docs/a.md', '[y](https://example.org), npm run -s bench')).toEqual([]);
  });

  test('links lead somewhere and commands exist', () => {
    expect(documents.length).toBeGreaterThan(0);
    expect(documents.flatMap((file) => problems(file, read(file)))).toEqual([]);
  });

  test('files named in documents exist', () => {
    const named = documents.flatMap((file) =>
      [...read(file).matchAll(/`((?:src|test|scripts|bench|docs|sample|icons)\/[\w./-]+?)`/g)].map(
        (match) => ({
          file,
          path: match[1]!,
        }),
      ),
    );
    const missing = named.filter(({ path }) => !isThere(path) && !isThere(`${path}.ts`));
    expect(missing.map(({ file, path }) => `${file} names ${path}, which is not there`)).toEqual([]);
  });
});
