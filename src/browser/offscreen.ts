/**
 * Chrome only: an invisible page with a DOM, for a worker that has none. Named here and not in the polyfill,
 * which does not know it.
 */
interface OffscreenBrowser {
  offscreen: {
    createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
  };
  runtime: {
    getURL(path: string): string;
    getContexts(filter: { contextTypes: string[]; documentUrls: string[] }): Promise<unknown[]>;
  };
}

const chromium = (): OffscreenBrowser => (globalThis as unknown as { chrome: OffscreenBrowser }).chrome;

/** Makes sure the page at `path` is there. Two at once are asked for by nobody: see the caller. */
export async function ensureOffscreen(path: string, justification: string): Promise<void> {
  const { offscreen, runtime } = chromium();
  const documentUrls = [runtime.getURL(path)];
  const open = await runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'], documentUrls });
  if (open.length > 0) return;
  await offscreen.createDocument({ url: path, reasons: ['DOM_PARSER'], justification });
}
