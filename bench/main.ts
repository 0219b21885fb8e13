import { existsSync, readdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { BenchError, type BenchOptions } from './harness/options';

interface Benchmark {
  run(options: BenchOptions): Promise<void>;
  /** One line for the list: what is measured. */
  summary?: string;
}

const folder = dirname(fileURLToPath(import.meta.url));
const projectRoot = resolve(folder, '..');

/** A benchmark is a file of this folder that exports `run`; helpers live in subfolders. */
const names = (): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && file !== 'main.ts' && !file.endsWith('.d.ts'))
    .map((file) => file.slice(0, -3))
    .sort();

const load = async (name: string): Promise<Partial<Benchmark>> =>
  (await import(pathToFileURL(resolve(folder, `${name}.ts`)).href)) as Partial<Benchmark>;

/** Paths are meant from the folder the command was typed in; npm itself runs it in the project's folder. */
function absolute(path: string): string {
  const typed = resolve(process.env.INIT_CWD ?? process.cwd(), path);
  const inProject = resolve(projectRoot, path);
  return !existsSync(typed) && existsSync(inProject) ? inProject : typed;
}

function parse(words: string[]): BenchOptions {
  const options: BenchOptions = { data: null, out: null, rest: [] };
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]!;
    const match = /^--(data|out)(?:=(.*))?$/.exec(word);
    if (!match) {
      options.rest.push(word);
      continue;
    }
    const value = match[2] ?? words[++index];
    if (!value) throw new BenchError(`--${match[1]} needs a path.`);
    options[match[1] as 'data' | 'out'] = absolute(value);
  }
  if (options.data && !existsSync(options.data)) throw new BenchError(`There is nothing at ${options.data}.`);
  return options;
}

async function help(): Promise<string> {
  const lines = ['npm run -s bench -- NAME [--data PATH] [--out PATH]', ''];
  for (const name of names()) {
    const benchmark = await load(name).catch((): Partial<Benchmark> => ({}));
    if (benchmark.run) lines.push(`  ${name.padEnd(14)}${benchmark.summary ?? ''}`.trimEnd());
  }
  return `${lines.join('\n')}\n`;
}

async function main(words: string[]): Promise<void> {
  const [name, ...rest] = words;
  if (!name || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(await help());
    if (!name) process.exitCode = 2;
    return;
  }
  if (!names().includes(name)) {
    throw new BenchError(`There is no benchmark "${name}": ${names().join(', ') || 'none'} can be run.`);
  }
  const benchmark = await load(name);
  if (!benchmark.run) throw new BenchError(`bench/${name}.ts exports no run().`);
  await benchmark.run(parse(rest));
}

// A reader such as `head` may close the pipe early; that is not an error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

main(process.argv.slice(2)).catch((error: unknown) => {
  // An error of a file (missing, unreadable) or of the arguments is the user's to mend; the rest is ours.
  const isExpected = error instanceof BenchError || (error instanceof Error && 'code' in error);
  const sentence = error instanceof Error ? error.message : String(error);
  process.stderr.write(isExpected ? `${sentence}\n` : `${(error as Error).stack ?? sentence}\n`);
  process.exitCode = 2;
});
