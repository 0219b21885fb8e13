import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { launchChromium } from '../../scripts/browser/chromium';
import type { DrivenBrowser } from '../../scripts/browser/driven';
import { launchFirefox } from '../../scripts/browser/firefox';
import { type SitePage, type SiteServer, serveSites } from '../../scripts/browser/serve';

export const kinds = ['chromium', 'firefox'] as const;
export type Kind = (typeof kinds)[number];

const folders = { chromium: 'chrome', firefox: 'firefox' };

/** Folder of the built extension; tests never build it, so that they test what was built. */
export function builtExtension(kind: Kind): string {
  const folder = fileURLToPath(new URL(`../../dist/${folders[kind]}`, import.meta.url));
  if (!existsSync(`${folder}/manifest.json`)) {
    throw new Error(`dist/${folders[kind]} is not there: run "npm run build" first.`);
  }
  return folder;
}

export interface Setting {
  browser: DrivenBrowser;
  server: SiteServer;
  close(): Promise<void>;
}

/**
 * A browser with the built extension behind a server that answers for `pages` and sees every request the
 * browser makes.
 */
export async function openSetting(kind: Kind, pages: SitePage[]): Promise<Setting> {
  const server = await serveSites(pages);
  const launch = kind === 'chromium' ? launchChromium : launchFirefox;
  const browser = await launch({ extension: builtExtension(kind), port: server.port, throughProxy: true });
  return {
    browser,
    server,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** The document as the page's own scripts see it, to be compared before and after. */
export const documentOf = (page: Page): Promise<string> =>
  page.evaluate(() => document.documentElement.outerHTML);

/** Hosts browsers call on their own account (updates, connectivity), refused by the server. */
const browsersOwn =
  /(^|\.)(google\.com|googleapis\.com|gvt1\.com|gstatic\.com|mozilla\.(com|org|net)|firefox\.com|settings\.invalid)(:\d+)?$/;

/** Requests that neither a page of the test nor the browser itself has made. */
export const foreignRequests = ({ requests }: SiteServer, ownHosts: string[]): string[] =>
  requests
    .filter(({ host }) => !ownHosts.includes(host) && !browsersOwn.test(host))
    .map(({ method, host, path }) => `${method} ${host}${path}`);
