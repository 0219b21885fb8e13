import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

const notOurs = new Set(['.git', '.cache', 'node_modules', 'dist', 'test-results', 'package-lock.json']);

function under(folder: string): string[] {
  return readdirSync(`${root}${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (notOurs.has(entry.name)) return [];
    return entry.isDirectory() ? under(path) : [path];
  });
}

/** Every file of the project, as paths from its root. */
export const files: readonly string[] = under('').sort();

export const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8');

export const isText = (path: string): boolean =>
  /\.(tsx?|mjs|mts|json|md|html|css|svg|txt|xml|opml|csv|jsonl)$/.test(path) || path.startsWith('.ci/');

export const sources = files.filter((path) => /^src\/.*\.tsx?$/.test(path));

const imports =
  /(?:^|[\s;}])(?:import|export)\b(\s+type\b)?[^'"`;]*?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|^\s*import\s+['"]([^'"]+)['"]/gm;

/** What a file imports, static, dynamic and re-exported, as written. */
export const importsOf = (source: string): { specifier: string; typesOnly: boolean }[] =>
  [...source.matchAll(imports)].map((match) => ({
    specifier: (match[2] ?? match[3] ?? match[4])!,
    typesOnly: match[1] !== undefined,
  }));
