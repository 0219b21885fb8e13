import { parseArgs } from 'node:util';
import { CommandError } from './error';
import { help } from './help';
import type { Terminal } from './terminal';

const options = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  explain: { type: 'boolean' },
  url: { type: 'string' },
  library: { type: 'string' },
  limit: { type: 'string' },
} as const;

const allowed: Record<string, string[]> = {
  extract: ['url', 'explain', 'json'],
  compare: ['json', 'explain'],
  match: ['library', 'limit', 'json'],
};

function parse(words: string[]) {
  try {
    return parseArgs({ args: words, options, allowPositionals: true });
  } catch (error) {
    // Node's own sentence names the option that is wrong; what follows it is advice for programmers.
    const sentence = (error as Error).message.split('. ')[0];
    throw new CommandError(`${sentence}. Try --help.`);
  }
}

function limitOf(text: string | undefined): number {
  if (text === undefined) return 20;
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1) throw new CommandError(`--limit takes a number, not "${text}".`);
  return limit;
}

async function dispatch(words: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parse(words);
  const [name, ...files] = positionals;
  if (values.help || name === 'help') {
    terminal.out(help);
    return 0;
  }
  if (!name) throw new CommandError('Say what to do: extract, compare or match. --help shows how.');
  const fitting = allowed[name];
  if (!fitting)
    throw new CommandError(`There is no command "${name}": extract, compare and match are known.`);
  const stray = Object.keys(values).find((option) => !fitting.includes(option));
  if (stray) throw new CommandError(`"${name}" has no option --${stray}. Try --help.`);
  const { json = false, explain = false, url = null, library = null } = values;
  // Loaded when asked for: `--help` must not wait for the whole core.
  if (name === 'extract') return (await import('./extract')).extract({ files, url, explain, json }, terminal);
  if (name === 'compare') return (await import('./compare')).compare({ files, json, explain }, terminal);
  if (files.length > 1) throw new CommandError('match takes one QUERY.');
  const limit = limitOf(values.limit);
  return (await import('./match')).match({ library, query: files[0] ?? null, limit, json }, terminal);
}

/** Runs one command; resolves with the exit code. 2: it could not be done, and one sentence on stderr says why. */
export async function runCommand(words: string[], terminal: Terminal): Promise<number> {
  try {
    return await dispatch(words, terminal);
  } catch (error) {
    if (error instanceof CommandError) terminal.err(`${error.message}\n`);
    else if (error instanceof Error && 'code' in error) terminal.err(`${error.message}\n`);
    else {
      const reason = error instanceof Error ? error.message : String(error);
      terminal.err(`Something unexpected went wrong: ${reason}\n`);
      if (process.env.COLLATE_DEBUG) terminal.err(`${error instanceof Error ? error.stack : ''}\n`);
    }
    return 2;
  }
}
