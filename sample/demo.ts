// The newsstand in a browser: five of six reports saved through the popup, the sixth ready for one click.
// Without a display (or with --headless) the click is made here, and what the popup shows is printed.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { type DrivenChromium, launchChromium } from '../scripts/browser/chromium';
import { openLibrary, press } from '../scripts/browser/library';
import { look, openRow, type ShownPopup, save, settle } from '../scripts/browser/popup';
import type { SiteServer } from '../scripts/browser/serve';
import { pagesToSave, pageToRead, serveNewsstand } from './newsstand';

const root = fileURLToPath(new URL('..', import.meta.url));
const extension = resolve(root, 'dist/chrome');
const profile = resolve(root, '.cache/profile');

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

const hasDisplay = (): boolean =>
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

/** Opens each report, clicks the toolbar button and saves it, as a reader would. */
async function fillLibrary(browser: DrivenChromium): Promise<void> {
  for (const { outlet, address } of pagesToSave) {
    const page = await browser.open(address);
    const popup = await browser.clickToolbar(page);
    await save(popup);
    say(`Saved  ${outlet}`);
    await page.close();
  }
}

/** Shows the extension's button in the toolbar itself, not behind the puzzle piece. */
function pin(extensionId: string): void {
  const file = resolve(profile, 'Default/Preferences');
  if (!existsSync(file)) return;
  const preferences = JSON.parse(readFileSync(file, 'utf8'));
  preferences.extensions = { ...preferences.extensions, pinned_extensions: [extensionId] };
  writeFileSync(file, JSON.stringify(preferences));
}

async function printComparison(popup: Page, shown: ShownPopup): Promise<void> {
  say(`\n${shown.headline}\n${shown.facts}\n${shown.counts}`);
  for (const { verdict, label, values, id } of shown.rows) {
    say(`\n${verdict.toUpperCase()}  ${label}`);
    for (const { value, sayers } of values) say(`    ${value}  —  ${sayers}`);
    if (verdict === 'agree') continue;
    for (const { outlet, sentence } of await openRow(popup, id)) say(`      ${outlet}: “${sentence}”`);
  }
  for (const sentence of shown.onlyHere) say(`\nONLY HERE  “${sentence}”`);
  for (const sentence of shown.leftOut) say(`\nLEFT OUT HERE  “${sentence}”`);
}

async function picture(page: Page, folder: string, name: string): Promise<void> {
  await page.screenshot({ path: resolve(folder, `${name}.png`) as `${string}.png` });
}

/** The first row opened to its sentences. */
async function pictureOfRow(popup: Page, folder: string): Promise<void> {
  const [first] = await popup.$$eval('[data-row-id]', (rows) =>
    rows.map((row) => row.getAttribute('data-row-id') ?? ''),
  );
  if (!first) return;
  await openRow(popup, first);
  await popup.$eval('[data-row-id]', (row) => row.scrollIntoView());
  await picture(popup, folder, 'popup-row');
}

/** The library's list; the story its articles make, claim by claim; two of them side by side. */
async function picturesOfLibrary(browser: DrivenChromium, folder: string): Promise<void> {
  const library = await openLibrary(browser, '#/library');
  await library.waitForSelector('.card-link');
  await picture(library, folder, 'library');
  const stories = await openLibrary(browser, '#/stories');
  await (await stories.waitForSelector('.card-link'))?.click();
  await stories.waitForSelector('.claim-row td');
  await picture(stories, folder, 'story');
  // The first report and the last: the first two are copies of one text.
  const boxes = await stories.$$('.story li input[type=checkbox]');
  for (const box of [boxes[0], boxes.at(-1)]) await box?.click();
  await press(stories, 'Side by side');
  await stories.waitForSelector('.pair .chip');
  await picture(stories, folder, 'side-by-side');
}

async function headlessJourney(browser: DrivenChromium, folder: string): Promise<boolean> {
  mkdirSync(folder, { recursive: true });
  await fillLibrary(browser);
  const page = await browser.open(pageToRead.address);
  const popup = await browser.clickToolbar(page);
  await settle(popup);
  await picture(popup, folder, 'popup');
  await pictureOfRow(popup, folder);
  const shown = await look(popup);
  await printComparison(popup, shown);
  const highlight = await popup.$('.highlight-switch button');
  await highlight?.click();
  await popup.waitForFunction(() => document.querySelector('.highlight-switch [role=status]')?.textContent);
  await picture(page, folder, 'page');
  await picturesOfLibrary(browser, folder);
  say(`\nPictures are in ${folder}`);
  return shown.state === 'ready' && shown.rows.length > 0;
}

async function headedJourney(first: DrivenChromium, server: SiteServer): Promise<void> {
  await fillLibrary(first);
  const id = new URL(first.origin).host;
  await first.close();
  pin(id);
  const browser = await launchChromium({ extension, profile, port: server.port, headless: false });
  await browser.open('http://newsstand.test/');
  await browser.open(pageToRead.address);
  say('\nThe browser is open. Click the Collate button in its toolbar; close the browser to end.');
  await new Promise<void>((ended) => browser.browser.once('disconnected', () => ended()));
}

async function main(words: string[]): Promise<void> {
  const headless = words.includes('--headless') || !hasDisplay();
  const at = words.indexOf('--pictures');
  const folder = resolve(root, at >= 0 ? (words[at + 1] ?? 'docs/pictures') : '.cache/pictures');
  const server = await serveNewsstand();
  try {
    const browser = await launchChromium({ extension, port: server.port, ...(headless ? {} : { profile }) });
    if (!headless) return await headedJourney(browser, server);
    say('There is no display, so the click is made here.\n');
    const shown = await headlessJourney(browser, folder).finally(() => browser.close());
    if (!shown) process.exitCode = 1;
  } finally {
    await server.close();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
