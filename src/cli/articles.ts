import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { createGunzip, gunzipSync } from 'node:zlib';
import { JSDOM, VirtualConsole } from 'jsdom';
import { type Extraction, extractArticle } from '../extract';
import type { Article } from '../model/article';
import { ok, type Result } from '../model/result';
import { CommandError } from './error';
import { articleFromRecord } from './records';
import { failureSentence } from './sentences';
import { createProgress, type Terminal } from './terminal';

const isCompressed = (file: string): boolean => file.endsWith('.gz');
const bare = (file: string): string => file.replace(/\.gz$/, '').toLowerCase();
export const isPage = (file: string): boolean => /\.(x?html?|xhtml)$/.test(bare(file));

/** Absolute path of a file the user named; fails with one sentence when there is none. */
export function locate(file: string, terminal: Terminal): string {
  const path = resolve(terminal.folder, file);
  if (!existsSync(path)) throw new CommandError(`There is no file "${file}".`);
  if (!statSync(path).isFile()) throw new CommandError(`"${file}" is not a file.`);
  return path;
}

function readBytes(path: string): Buffer {
  const bytes = readFileSync(path);
  return isCompressed(path) ? gunzipSync(bytes) : bytes;
}

/** Where a saved page came from, as the page itself says; its place on the disk when it does not. */
function addressOf(document: Document, path: string): string {
  const declared =
    document.querySelector('link[rel="canonical"]')?.getAttribute('href') ??
    document.querySelector('meta[property="og:url"]')?.getAttribute('content');
  return declared && URL.canParse(declared) ? declared : pathToFileURL(path).href;
}

/** A page saved without its address may name no outlet at all; the file's name then tells the pages apart. */
function withOutlet(extraction: Extraction, path: string): Extraction {
  const { article } = extraction;
  if (article.outlet.value) return extraction;
  const name = basename(path).replace(/\.[^.]*(\.gz)?$/, '');
  return { ...extraction, article: { ...article, outlet: { value: name, source: 'import' } } };
}

/** Reads one saved page with the product's own reading, on a document that runs no scripts and loads nothing. */
export function extractPage(path: string, address: string | null, capturedAt: string): Result<Extraction> {
  // jsdom reports every style sheet it cannot parse; that is of no use to anybody here.
  const virtualConsole = new VirtualConsole();
  const dom = new JSDOM(readBytes(path), {
    virtualConsole,
    ...(address ? { url: address } : {}),
  });
  const { document } = dom.window;
  const result = extractArticle(document, {
    address: address ?? addressOf(document, path),
    capturedAt,
    how: 'imported',
  });
  dom.window.close();
  return result.ok ? ok(withOutlet(result.value, path)) : result;
}

function parseRecord(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Articles of a JSONL file, one a line, read as a stream. What cannot be taken is said and passed over. */
async function* articlesOfLines(path: string, file: string, terminal: Terminal): AsyncGenerator<Article> {
  const bytes: Readable = createReadStream(path);
  const input = isCompressed(path) ? bytes.pipe(createGunzip()) : bytes;
  const progress = createProgress(terminal, `Reading ${file}`);
  let position = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    position += 1;
    progress.step(position, null);
    if (!line.trim()) continue;
    const record = parseRecord(line);
    const result = record === undefined ? null : articleFromRecord(record, terminal.now());
    if (result?.ok) yield result.value;
    else {
      const reason = result ? failureSentence(result.failure) : 'It is not JSON.';
      terminal.err(`Line ${position} of "${file}" was set aside: ${reason}\n`);
    }
  }
  progress.finish();
}

function articlesOfJson(path: string, file: string, terminal: Terminal): Article[] {
  const parsed = parseRecord(readBytes(path).toString('utf8'));
  if (parsed === undefined) throw new CommandError(`"${file}" is not JSON.`);
  const records = Array.isArray(parsed) ? parsed : [parsed];
  return records.map((record, index) => {
    const result = articleFromRecord(record, terminal.now());
    if (result.ok) return result.value;
    throw new CommandError(`Article ${index + 1} of "${file}": ${failureSentence(result.failure)}`);
  });
}

/** The articles of one file: an HTML page, an article (or a list of them) as JSON, or JSONL. */
export async function* articlesOf(file: string, terminal: Terminal): AsyncGenerator<Article> {
  const path = locate(file, terminal);
  if (isPage(path)) {
    const result = extractPage(path, null, terminal.now());
    if (!result.ok) throw new CommandError(`"${file}": ${failureSentence(result.failure)}`);
    yield result.value.article;
  } else if (/\.(jsonl|ndjson)$/.test(bare(path))) yield* articlesOfLines(path, file, terminal);
  else if (bare(path).endsWith('.json')) yield* articlesOfJson(path, file, terminal);
  else throw new CommandError(`"${file}" is neither HTML nor JSON nor JSONL by its name.`);
}

/** All articles of several files, in order. */
export async function collectArticles(files: string[], terminal: Terminal): Promise<Article[]> {
  const articles: Article[] = [];
  for (const file of files) for await (const article of articlesOf(file, terminal)) articles.push(article);
  return articles;
}
