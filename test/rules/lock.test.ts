import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { files, importsOf, read, root } from './project';

interface LockEntry {
  version?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

type Packages = Record<string, LockEntry>;

/** Where Node looks for a package from a folder: beside it, then beside each folder above. */
function isLocked(packages: Packages, from: string, name: string): boolean {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (!folder) return false;
  }
}

const missing = (packages: Packages): string[] =>
  Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })
      .filter((name) => !isLocked(packages, path, name))
      .map((name) => `${path || 'the project'} needs ${name}`),
  );

test('the rule sees a package that the lock file forgot', () => {
  const packages = {
    '': { dependencies: { a: '1' } },
    'node_modules/a': { optionalDependencies: { b: '1' } },
  };
  expect(missing(packages)).toEqual(['node_modules/a needs b']);
});

test('the lock file names every package, those of other systems too: without them a clean checkout cannot be installed', () => {
  const { packages } = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')) as { packages: Packages };
  expect(missing(packages)).toEqual([]);
});

/** Name of the package an import asks for; null for files of the project and for Node's own modules. */
const packageOf = (specifier: string): string | null =>
  /^(\.|node:)/.test(specifier)
    ? null
    : specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');

test('every package that is imported is one the project asks for, the product’s own among its dependencies', () => {
  const asked = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
  const code = files.filter((path) => /^(src|test|bench|scripts|sample)\/.*\.(tsx?|mjs)$/.test(path));
  const wrong = code.flatMap((path) =>
    importsOf(read(path)).flatMap(({ specifier }) => {
      const name = packageOf(specifier);
      if (!name || asked.dependencies?.[name]) return [];
      return asked.devDependencies?.[name] && !path.startsWith('src/') ? [] : [`${path} imports ${name}`];
    }),
  );
  expect(wrong).toEqual([]);
});
