import puppeteer, { type Browser, type Extension, type Page } from 'puppeteer-core';
import { findBrowser } from '../steps/browsers.mjs';
import { BrowserMissing, type DrivenBrowser, type LaunchOptions, openUnfinished, until } from './driven';

/** Flags that keep Chromium from calling home, beside those Puppeteer sets itself. */
const quietFlags = [
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-features=OptimizationHints,MediaRouter,Translate,InterestFeedContentSuggestions,AutofillServerCommunication,NetworkTimeServiceQuerying',
  '--no-pings',
  '--no-service-autorun',
];

function flags({ port, throughProxy, language }: LaunchOptions): string[] {
  const network = throughProxy
    ? [`--proxy-server=http://127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>']
    : [
        `--host-resolver-rules=MAP *.test 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost`,
      ];
  // The sandbox needs a user of its own; containers and CI run as root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [...quietFlags, ...network, ...sandbox, `--lang=${language ?? 'en-US'}`, '--window-size=1280,900'];
}

class DrivenChromium implements DrivenBrowser {
  readonly kind = 'chromium';

  constructor(
    readonly browser: Browser,
    private readonly extension: Extension,
  ) {}

  get origin(): string {
    return `chrome-extension://${this.extension.id}`;
  }

  async open(address: string): Promise<Page> {
    const page = await this.browser.newPage();
    await page.goto(address, { waitUntil: 'load' });
    await page.bringToFront();
    return page;
  }

  async openUnfinished(address: string, selector: string): Promise<Page> {
    return openUnfinished(await this.browser.newPage(), address, selector);
  }

  async clickToolbar(page: Page): Promise<Page> {
    await page.bringToFront();
    await page.triggerExtensionAction(this.extension);
    return until('the popup', async () =>
      (await this.extension.pages()).find((candidate) => candidate.url().includes('/popup/')),
    );
  }

  async openExtensionPage(path: string): Promise<Page> {
    return this.open(`${this.origin}/${path}`);
  }

  async killBackground(): Promise<void> {
    const isWorker = (url: string) => url.startsWith(this.origin);
    const target = this.browser
      .targets()
      .find((candidate) => candidate.type() === 'service_worker' && isWorker(candidate.url()));
    const worker = await target?.worker();
    // One that has ended by itself meanwhile is gone all the same.
    await worker?.close().catch(() => undefined);
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

/** Starts Chromium with the extension loaded. Nothing but the loopback server can be reached from it. */
export async function launchChromium(options: LaunchOptions): Promise<DrivenChromium> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new BrowserMissing('Chromium was not found: run "npm run setup".');
  const browser = await puppeteer.launch({
    executablePath,
    headless: options.headless ?? true,
    // Extensions can be loaded and clicked through the pipe only.
    pipe: true,
    enableExtensions: [options.extension],
    args: flags(options),
    defaultViewport: options.headless === false ? null : { width: 1180, height: 860 },
    ...(options.profile ? { userDataDir: options.profile } : {}),
  });
  const extension = await until('the extension', async () => [...(await browser.extensions()).values()][0]);
  return new DrivenChromium(browser, extension);
}

export type { DrivenChromium };
