import type { Page } from 'puppeteer-core';

/** What journeys need of a browser, the same for Chromium and Firefox. */
export interface DrivenBrowser {
  readonly kind: 'chromium' | 'firefox';
  /** Opens an address in a new tab in front and waits for the page to load. */
  open(address: string): Promise<Page>;
  /** The same for a page that never finishes loading: waits until something matches `selector`. */
  openUnfinished(address: string, selector: string): Promise<Page>;
  /**
   * A real click on the extension's toolbar button while `page` is in front: it grants activeTab. Resolves
   * with the popup as a page to drive: the popup itself in Chromium; in Firefox, where no protocol reaches
   * inside popups, the popup's page in a tab of its own, told which tab it is about.
   */
  clickToolbar(page: Page): Promise<Page>;
  /** A page of the extension in a tab: `options/index.html`. */
  openExtensionPage(path: string): Promise<Page>;
  /** Ends the background (service worker or event page) as the browser may at any moment. */
  killBackground(): Promise<void>;
  /** Origin of the extension's pages, without a slash at the end. */
  readonly origin: string;
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** Folder of the built extension. */
  extension: string;
  /** Port of a loopback server that answers for every `*.test` host; nothing else resolves. */
  port: number;
  /** With every request through the server at `port` as a proxy, its log is the whole truth. */
  throughProxy?: boolean;
  headless?: boolean;
  /** Folder of the profile; a throw-away one when left out. */
  profile?: string;
  language?: string;
}

export class BrowserMissing extends Error {}

/** Asks again until there is an answer; fails with what was waited for. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
  seconds = 20,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`Waited ${seconds} s in vain for ${what}.`);
    await new Promise((resume) => setTimeout(resume, 50));
  }
}

/** Goes to a page that never finishes loading, as far as something in it matches `selector`. */
export async function openUnfinished(page: Page, address: string, selector: string): Promise<Page> {
  // Resolves when the page is closed at the latest: nobody waits for it.
  void page.goto(address, { waitUntil: [] }).catch(() => undefined);
  await until(`${selector} on ${address}`, async () => page.$(selector).catch(() => null));
  await page.bringToFront();
  return page;
}
