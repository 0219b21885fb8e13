import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../scripts/steps/browsers.mjs';
import { herald, post } from '../ui/gallery/articles';
import { optionsStateNames } from '../ui/gallery/options-answers';
import { buildGallery, type Gallery, type GalleryPage, type Look, openGallery } from '../ui/gallery/pictures';
import { popupStates } from '../ui/gallery/popup-states';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let gallery: Gallery;

beforeAll(async () => {
  const browser = findBrowser('chromium');
  if (!browser) throw new Error('Chromium was not found: run "npm run setup".');
  gallery = await openGallery(await buildGallery(), browser);
}, 120_000);
afterAll(() => gallery?.close());

interface Violation {
  id: string;
  nodes: { target: unknown; failureSummary?: string }[];
}

/** Everything axe finds wrong with a page, as short sentences. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = (await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"] }).then((result) => result.violations)',
  )) as Violation[];
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`);
}

/** Words that stand outside the window: at 360 px and 200 % nothing may need scrolling sideways. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Opens a page once and looks at it in several ways: what is wrong, by name of the look. */
async function inspect(
  wanted: GalleryPage,
  looks: Record<string, Look>,
  prepare: (page: Page) => Promise<void> = async () => {},
): Promise<Record<string, string[]>> {
  const page = await gallery.open(wanted);
  const wrong: Record<string, string[]> = {};
  await prepare(page);
  for (const [name, look] of Object.entries(looks)) {
    await gallery.dress(page, look);
    const over = await overflow(page);
    const found = await violations(page);
    if (over > 0) found.push(`${over} px have to be scrolled to sideways`);
    if (found.length > 0) wrong[name] = found;
  }
  await page.close();
  return wrong;
}

const twoSchemes: Record<string, Look> = {
  light: { scheme: 'light', width: 400 },
  dark: { scheme: 'dark', width: 400 },
};

const small: Record<string, Look> = {
  '360 px': { width: 360 },
  '200 %': { width: 800, zoom: 2 },
  'forced colours': { width: 400, forcedColors: true },
};

const wide: Record<string, Look> = {
  light: { width: 1280 },
  dark: { width: 1280, scheme: 'dark' },
  '360 px': { width: 360 },
  '200 %': { width: 1280, zoom: 2 },
  'forced colours': { width: 1280, forcedColors: true },
};

/** Opens everything that folds, so that what is inside is looked at too. */
const openAll = async (page: Page): Promise<void> => {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    for (const head of document.querySelectorAll<HTMLElement>('.group-head[aria-expanded=false]'))
      head.click();
  });
  await page.waitForFunction(() =>
    [...document.querySelectorAll('details.less-certain')].every((fold) => fold.querySelector('.row')),
  );
  await page.evaluate(() => {
    for (const head of document.querySelectorAll<HTMLElement>('.row-head[aria-expanded=false]')) head.click();
    document.querySelector<HTMLElement>('.chip')?.click();
  });
};

it.each(popupStates)('the popup, state %s, has no violation in light and dark', async (state) => {
  expect(await inspect({ page: 'popup', state }, twoSchemes)).toEqual({});
});

it.each(['less-certain', 'long-words'])(
  'the popup, state %s, has no violation with everything opened, small and large',
  async (state) => {
    expect(await inspect({ page: 'popup', state }, { ...twoSchemes, ...small }, openAll)).toEqual({});
  },
);

it('the popup has no violation from right to left', async () => {
  const wanted = { page: 'popup', state: 'less-certain', language: 'ar' };
  expect(await inspect(wanted, { ...twoSchemes, ...small }, openAll)).toEqual({});
});

const places = [
  'library',
  'stories',
  'story/s-flood',
  `article/${post.id}`,
  `pair/${post.id}/${herald.id}`,
  'archive',
  'storage',
  'settings',
  'corrections',
  'following',
  'bring-in',
  'hosts',
  'requests',
  `more-coverage/${post.id}`,
];

describe.each(places)('the library at %s', (place) => {
  const hash = `#/${place}`;
  it('has no violation in light, dark, narrow and enlarged', async () => {
    expect(await inspect({ page: 'options', state: 'full', hash }, wide)).toEqual({});
  });

  it('has no violation from right to left', async () => {
    const wanted = { page: 'options', state: 'full', hash, language: 'ar' };
    expect(await inspect(wanted, { wide: { width: 1280 }, '360 px': { width: 360 } })).toEqual({});
  });
});

it.each(optionsStateNames)('the library, state %s, has no violation', async (state) => {
  expect(await inspect({ page: 'options', state }, { light: { width: 1000 } })).toEqual({});
});

it.each(places.flatMap((place) => [`${place} empty`, `${place} error`]))(
  'the library at %s has no violation',
  async (name) => {
    const [place, state = ''] = name.split(' ');
    const wanted = { page: 'options', state, hash: `#/${place}` };
    expect(await inspect(wanted, { light: { width: 1000 }, '360 px': { width: 360 } })).toEqual({});
  },
);

it('the storage page has no violation with the preview of a keep rule opened', async () => {
  const preview = async (page: Page) => {
    await page.click('.keep-choice button');
    await page.waitForSelector('.keep-list');
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await page.waitForSelector('.keep-look del');
  };
  expect(await inspect({ page: 'options', state: 'full', hash: '#/storage' }, wide, preview)).toEqual({});
});

it.each([false, true])(
  'the page that is open is told from the others, forced colours: %s',
  async (forcedColors) => {
    const page = await gallery.open({ page: 'options', state: 'full', width: 1280, forcedColors });
    const edges = await page.$$eval('.navigation a', (links) =>
      links.map((link) => [link.getAttribute('aria-current'), getComputedStyle(link).borderInlineStartColor]),
    );
    const here = edges.filter(([current]) => current === 'page').map(([, edge]) => edge);
    const others = edges.filter(([current]) => current === null).map(([, edge]) => edge);
    expect(here).toHaveLength(1);
    expect(others.length).toBeGreaterThan(5);
    expect(others).not.toContain(here[0]);
    await page.close();
  },
);

describe('by keyboard alone', () => {
  it('a row is reached, opened, and its page opened from it', async () => {
    const page = await gallery.open({ page: 'popup', state: 'full' });
    const focused = () =>
      page.evaluate(() =>
        document.activeElement?.matches('body') ? '' : (document.activeElement?.textContent ?? ''),
      );
    for (let press = 0; press < 40 && !(await focused()).includes('residents of Lower Venn moved'); press++) {
      await page.keyboard.press('Tab');
    }
    expect(await focused()).toContain('residents of Lower Venn moved');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toContain('valley road closed');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-row-id="row-road"] blockquote');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Show in page');
    for (let press = 0; press < 4 && (await focused()) !== 'Open there'; press++)
      await page.keyboard.press('Tab');
    expect(await focused()).toBe('Open there');
    await page.close();
  });

  it('the focus can be seen wherever it is', async () => {
    const page = await gallery.open({ page: 'popup', state: 'full' });
    for (let press = 0; press < 15; press++) {
      await page.keyboard.press('Tab');
      const outline = await page.evaluate(() => {
        const style = getComputedStyle(document.activeElement ?? document.body);
        return `${style.outlineStyle} ${style.outlineWidth}`;
      });
      expect(outline).toBe('solid 2px');
    }
    await page.close();
  });

  it('an article is found, opened and left again in the library', async () => {
    const page = await gallery.open({ page: 'options', state: 'full', width: 1280 });
    await page.keyboard.press('/');
    await page.keyboard.type('what we know');
    await page.waitForFunction(() => document.querySelectorAll('.card-link').length === 1);
    for (let press = 0; press < 10; press++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.classList.contains('card-link'))) break;
    }
    await page.keyboard.press('Enter');
    await page.waitForSelector('.reading h1');
    expect(await page.$eval('.reading h1', (heading) => heading.textContent)).toBe(
      'What we know about the Alder Dam',
    );
    await page.close();
  });
});
