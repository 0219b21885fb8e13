import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import { JSDOM, VirtualConsole } from 'jsdom';
import { betterOf, isImplausible } from '../../src/extract/implausible';
import { type Extraction, extractArticle } from '../../src/extract/index';
import { extractWithSecondReader } from '../../src/extract/second-reader';
import type { PublicationDate } from '../../src/model/article';

export interface PredictRequest {
  id: string;
  folder: string;
  task: 'article' | 'second-reader' | 'rows';
}

/** One page's prediction in the scorer's form. `failure` says why it is empty. */
export interface Prediction {
  text: string;
  title?: string;
  author?: string[];
  date?: string | null;
  site?: string;
  lang?: string;
  url?: string;
  failure?: string;
  /** The second reader was asked: whether its result was taken. */
  second?: 'taken' | 'passed over';
}

export interface PredictReply {
  id: string;
  prediction: Prediction;
}

export interface LoadedPage {
  html: string;
  address: string;
}

/** Address of a page: given beside it, or declared in it, or a neutral one. */
function addressOf(folder: string, html: string): string {
  const file = join(folder, 'expected.json');
  const expected = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { url?: string }) : {};
  const declared =
    /<link[^>]+rel=["']?canonical["']?[^>]*href=["']([^"']+)/i.exec(html)?.[1] ??
    /<link[^>]+href=["']([^"']+)["'][^>]*rel=["']?canonical/i.exec(html)?.[1] ??
    /<meta[^>]+property=["']og:url["'][^>]*content=["']([^"']+)/i.exec(html)?.[1];
  const candidate = expected.url ?? declared ?? '';
  return URL.canParse(candidate) ? candidate : 'https://page.invalid/article';
}

export function loadPage(folder: string): LoadedPage {
  const plain = join(folder, 'page.html');
  const html = existsSync(plain)
    ? readFileSync(plain, 'utf8')
    : gunzipSync(readFileSync(join(folder, 'page.html.gz'))).toString('utf8');
  return { html, address: addressOf(folder, html) };
}

// jsdom parses style sheets, slowly, and throws on some; nothing here looks at them.
const withoutStyles = (html: string): string => html.replace(/(<style\b[^>]*>)[\s\S]*?(<\/style>)/gi, '$1$2');

/** A document without scripts, styles, images or frames loaded. */
export const parsePage = (page: LoadedPage): JSDOM =>
  new JSDOM(withoutStyles(page.html), { url: page.address, virtualConsole: new VirtualConsole() });

/** The day in the outlet's own zone, with the clock when one is known. */
function stampOf(date: PublicationDate): string {
  if (!date.instant || date.offsetMinutes === null) return date.day;
  const local = new Date(Date.parse(date.instant) + date.offsetMinutes * 60_000).toISOString().slice(0, 19);
  const size = Math.abs(date.offsetMinutes);
  const pad = (number: number): string => String(number).padStart(2, '0');
  return `${local}${date.offsetMinutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

function predictionOf({ article, credited }: Extraction): Prediction {
  return {
    text: article.text,
    title: article.headline.value,
    author: credited,
    date: article.published ? stampOf(article.published.value) : null,
    site: article.outlet.value,
    lang: article.language.value,
    url: article.address.canonical ?? article.address.raw,
  };
}

/** As the product does it: the second reader is asked where the first result is implausible. */
function predict({ folder, task }: PredictRequest): Prediction {
  const page = loadPage(folder);
  const window = parsePage(page).window;
  const options = { address: page.address, capturedAt: '2025-01-01T00:00:00.000Z' };
  const alone = task === 'second-reader';
  const first = (alone ? extractWithSecondReader : extractArticle)(window.document, options);
  const asked = !alone && isImplausible(first);
  const result = asked ? betterOf(first, extractWithSecondReader(window.document, options)) : first;
  window.close();
  const prediction = result.ok ? predictionOf(result.value) : { text: '', failure: result.failure.code };
  if (asked) prediction.second = result === first ? 'passed over' : 'taken';
  return prediction;
}

parentPort?.on('message', (request: PredictRequest) => {
  let prediction: Prediction;
  try {
    prediction = predict(request);
  } catch (error) {
    prediction = { text: '', failure: `thrown: ${error instanceof Error ? error.stack : error}` };
  }
  parentPort?.postMessage({ id: request.id, prediction } satisfies PredictReply);
});
