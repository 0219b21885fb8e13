import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { root } from './project';

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
