import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BenchError } from '../harness/options';

/** What is known of a seed page (`expected.json` beside the pages). */
export interface SeedPage {
  file: string;
  seed: string;
  url: string;
  outlet: string;
  headline: string;
  byline: string | null;
  wireCredit: string | null;
  publishedDate: string;
  originalUrl?: string;
  paragraphs: string[];
  notIn: string[];
}

const besideTheProject = fileURLToPath(new URL('../../../shared/seeds', import.meta.url));

/** Folder of the seed pages: the one named, or the one beside the project; null when neither is there. */
export function seedFolder(named: string | null): string | null {
  const folder = named ?? besideTheProject;
  if (existsSync(join(folder, 'expected.json'))) return folder;
  if (named) throw new BenchError(`There is no expected.json in ${named}.`);
  return null;
}

export const readSeeds = (folder: string): SeedPage[] =>
  JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));

/** The name the labels use for a page, by the number its seed text begins with. */
export function documentId(seed: string): string {
  const names: Record<string, string> = { '000': 'N', '001': 'M', '002': 'K', '003': 'Y', '004': 'C' };
  const number = /(\d{3})-/.exec(seed)?.[1] ?? '';
  const name = names[number];
  if (!name) throw new BenchError(`The labels know no seed "${seed}".`);
  return name;
}
