import { sendToBackground } from '../browser/messages';
import { ensureOffscreen } from '../browser/offscreen';
import type { Extraction } from '../extract';
import { isResult } from '../messages/envelope';
import { fail, type Result } from '../model/result';
import type { ParseMessage } from './offscreen/message';
import { type HtmlSource, readHtml } from './offscreen/read-html';

/** Messages are cut off by the browser at 64 MB; a page of this many characters is no article anyway. */
const longestHtml = 8_000_000;

const offscreenPage = 'background/offscreen/index.html';

let opening: Promise<void> | null = null;

/** The browser refuses a second offscreen page, so all who need it wait for one opening. */
function offscreenReady(): Promise<void> {
  opening ??= ensureOffscreen(
    offscreenPage,
    'Reads the text of articles from pages you follow or import.',
  ).finally(() => {
    opening = null;
  });
  return opening;
}

async function readOffscreen(html: string, source: HtmlSource): Promise<Result<Extraction>> {
  const message: ParseMessage = { collateOffscreen: 1, html, ...source };
  for (let attempt = 0; attempt < 2; attempt += 1) {
    await offscreenReady();
    // The browser may close the page between the two steps; it is then opened anew.
    const reply = await sendToBackground(message).catch(() => undefined);
    if (isResult(reply)) return reply as Result<Extraction>;
  }
  return fail('unexpected', { call: 'parse-html' });
}

/** Reads the article of HTML that was fetched or imported: in Chrome's offscreen page, in Firefox right here. */
export async function parseHtml(html: string, source: HtmlSource): Promise<Result<Extraction>> {
  if (html.length > longestHtml) return fail('page-too-large');
  // The build puts a constant here, so that the worker of Chrome carries no reader it cannot use.
  if (__TARGET__ === 'chrome') return readOffscreen(html, source);
  return readHtml(html, source);
}
