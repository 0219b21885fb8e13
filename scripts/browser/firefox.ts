import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from '../steps/browsers.mjs';
import { BrowserMissing, type DrivenBrowser, type LaunchOptions, openUnfinished, until } from './driven';

/** Firefox gives each installed extension a random origin; a fixed one lets tests open its pages. */
const originId = '6f0e3c1a-52d7-4b1e-9a43-7a1d0c0117a7';

/** Text of the popup's document, null until it says that it is ready or has failed. */
const readPopup = `async () => {
  const popup = document.querySelector('.webextension-popup-browser');
  if (!popup) return null;
  const script = 'const root = content.document.querySelector("[data-state]");'
    + 'const state = root && root.getAttribute("data-state");'
    + 'sendAsyncMessage("popup-words", state === "ready" || state === "failed" ? root.textContent : null);';
  return new Promise((done) => {
    popup.messageManager.addMessageListener('popup-words', function hear(message) {
      popup.messageManager.removeMessageListener('popup-words', hear);
      done(message.data);
    });
    popup.messageManager.loadFrameScript('data:,' + encodeURIComponent(script), false);
  });
}`;

interface Connection {
  send(method: string, parameters: object): Promise<{ result: Record<string, unknown> }>;
}

const quietPreferences = {
  'app.normandy.enabled': false,
  'browser.region.update.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'datareporting.healthreport.uploadEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'http://settings.invalid',
};

const proxyPreferences = (port: number) => ({
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': port,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': port,
  'network.proxy.no_proxies_on': '',
  'network.proxy.allow_hijacking_localhost': true,
});

class DrivenFirefox implements DrivenBrowser {
  readonly kind = 'firefox';
  readonly origin = `moz-extension://${originId}`;

  constructor(
    readonly browser: Browser,
    private readonly addOnId: string,
  ) {}

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
    await this.pressButton();
    const tabId = await this.tabInFront();
    // An open popup would take the next click as "close me"; what the click granted stays with the tab.
    await this.closePopup();
    return this.openExtensionPage(`popup/index.html?tabId=${tabId}`);
  }

  /** A real click, and what the real popup says once it has settled. */
  async clickAndReadPopup(page: Page): Promise<string> {
    await page.bringToFront();
    await this.pressButton();
    const words = await until(
      'the popup to be ready',
      () => this.inBrowserWindow(readPopup) as Promise<string | null>,
    );
    await this.closePopup();
    return words;
  }

  async openExtensionPage(path: string): Promise<Page> {
    const page = await this.browser.newPage();
    // Firefox never reports "load" for pages of an extension.
    await page.goto(`${this.origin}/${path}`, { waitUntil: [] });
    await page.waitForSelector('body');
    return page;
  }

  async killBackground(): Promise<void> {
    await this.inBrowserWindow(
      `async (id) => {
        const { extension } = WebExtensionPolicy.getByID(id);
        await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
      }`,
    );
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  private async pressButton(): Promise<void> {
    await this.inBrowserWindow(
      `async (id) => {
        const { extension } = WebExtensionPolicy.getByID(id);
        const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
        await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
      }`,
    );
  }

  /** Closes the popup once it is open; until then it lives in a panel for preloading, which is "closed". */
  private async closePopup(): Promise<void> {
    await until('the popup to close', () =>
      this.inBrowserWindow(`() => {
        const popup = document.querySelector('.webextension-popup-browser');
        const panel = popup?.closest('panel');
        if (panel?.state === 'open') panel.hidePopup();
        return popup ? '' : 'closed';
      }`),
    );
  }

  /** Number the extension knows the tab in front by, asked of the browser's own window. */
  private async tabInFront(): Promise<number> {
    return Number(
      await this.inBrowserWindow(
        `() => {
          const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
          return ExtensionParent.apiManager.global.tabTracker.getId(window.gBrowser.selectedTab);
        }`,
      ),
    );
  }

  /** Calls a function in the privileged window of the browser; its argument is the add-on's id. */
  private async inBrowserWindow(functionDeclaration: string): Promise<unknown> {
    const { connection } = this.browser as unknown as { connection: Connection };
    const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const { context } = (tree.result.contexts as { context: string }[])[0]!;
    const reply = await connection.send('script.callFunction', {
      awaitPromise: true,
      target: { context },
      arguments: [{ type: 'string', value: this.addOnId }],
      functionDeclaration,
    });
    if (reply.result.type === 'exception') {
      throw new Error((reply.result.exceptionDetails as { text: string }).text);
    }
    return (reply.result.result as { value?: unknown }).value;
  }
}

/** Starts Firefox with the extension installed. All its traffic goes to the loopback server as a proxy. */
export async function launchFirefox(options: LaunchOptions): Promise<DrivenFirefox> {
  const executablePath = findBrowser('firefox');
  if (!executablePath) throw new BrowserMissing('Firefox was not found: run "npm run setup".');
  const manifest = JSON.parse(readFileSync(join(options.extension, 'manifest.json'), 'utf8'));
  const addOnId: string = manifest.browser_specific_settings.gecko.id;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: options.headless ?? true,
    args: ['--remote-allow-system-access'],
    defaultViewport: options.headless === false ? null : { width: 1180, height: 860 },
    ...(options.profile ? { userDataDir: options.profile } : {}),
    extraPrefsFirefox: {
      ...quietPreferences,
      ...proxyPreferences(options.port),
      'extensions.webextensions.uuids': JSON.stringify({ [addOnId]: originId }),
      'intl.locale.requested': options.language ?? 'en-US',
    },
  });
  await until('the extension', async () => {
    await browser.installExtension(options.extension);
    return true;
  });
  return new DrivenFirefox(browser, addOnId);
}

export type { DrivenFirefox };
