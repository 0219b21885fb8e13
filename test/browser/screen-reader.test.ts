import type { Page, SerializedAXNode } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../scripts/steps/browsers.mjs';
import { herald, post } from '../ui/gallery/articles';
import { buildGallery, type Gallery, openGallery } from '../ui/gallery/pictures';

let gallery: Gallery;

beforeAll(async () => {
  const browser = findBrowser('chromium');
  if (!browser) throw new Error('Chromium was not found: run "npm run setup".');
  gallery = await openGallery(await buildGallery(), browser);
}, 120_000);
afterAll(() => gallery?.close());

/** What a screen reader is told of a page, in order: role and name of each thing. */
async function heard(page: Page, roles: string[]): Promise<string[]> {
  const lines: string[] = [];
  const walk = (node: SerializedAXNode) => {
    if (roles.includes(node.role)) {
      const states = [
        node.expanded === true ? 'opened' : '',
        node.expanded === false ? 'closed' : '',
        node.pressed === true ? 'pressed' : '',
      ];
      lines.push([node.role, node.name?.replace(/[\u2068\u2069]/g, ''), ...states].filter(Boolean).join(' '));
    }
    node.children?.forEach(walk);
  };
  const tree = await page.accessibility.snapshot({ interestingOnly: false });
  if (tree) walk(tree);
  return lines;
}

describe('a screen reader', () => {
  it('hears of the popup what it says, in the order it is read', async () => {
    const page = await gallery.open({ page: 'popup', state: 'full' });
    const lines = await heard(page, ['heading', 'button', 'link']);
    expect(lines.slice(0, 17)).toEqual([
      'button Read again',
      'link Library',
      `heading ${post.headline.value}`,
      'button Save',
      'button Mark in the page',
      'button The Marrow Post closed',
      'button Kestrel Wire and 1 copy closed',
      'button Ostin Herald closed',
      'button Lowland Courier closed',
      'button Evening Bell closed',
      'button 3 differ',
      'button 1 update',
      'button 1 agrees',
      'button 2 only here',
      'button 1 left out here',
      'button 3 less certain',
      'heading Differ 3',
    ]);
    await page.close();
  });

  it('hears of a row its verdict, its title, and each value with who gives it, and no axis', async () => {
    const page = await gallery.open({ page: 'popup', state: 'full' });
    const row = (await heard(page, ['button'])).find((line) =>
      line.includes('residents of Lower Venn moved'),
    );
    expect(row?.replace(/\s+/g, ' ')).toBe(
      'button Differ: residents of Lower Venn moved number About 2,300 residents The Marrow Post · Kestrel Wire, ' +
        'citing the rescue service Between 2,800 and 3,000 people Lowland Courier, citing police ' +
        'Some 3,100 residents Ostin Herald, citing the rescue service closed',
    );
    await page.close();
  });

  it('hears how firmly each sentence speaks', async () => {
    const page = await gallery.open({ page: 'popup', state: 'full' });
    await page.click('[data-row-id="row-report"] .row-head');
    await page.waitForSelector('[data-row-id="row-report"] blockquote');
    const text = await page.$eval('[data-row-id="row-report"] .row-body', (body) => body.textContent);
    expect(text).toContain('denied');
    expect(text).toContain('official');
    await page.close();
  });

  it('hears in the grid of a story which outlet a cell belongs to and what it says', async () => {
    const page = await gallery.open({ page: 'options', state: 'full', hash: '#/story/s-flood', width: 1280 });
    const lines = await heard(page, ['columnheader', 'rowheader', 'button']);
    expect(lines).toContain('rowheader Differ: valley road closed');
    expect(lines).toContain('button The Marrow Post: until 12 March closed');
    expect(lines.filter((line) => line.startsWith('columnheader'))).toEqual([
      'columnheader Claim',
      'columnheader The Marrow Post Mar 5, 2031',
      'columnheader Kestrel Wire and 1 copy Mar 5, 2031',
      'columnheader Ostin Herald Mar 6, 2031',
      'columnheader Lowland Courier Mar 6, 2031',
      'columnheader Evening Bell Mar 7, 2031',
    ]);
    await page.close();
  });

  it('hears of every line of the library its headline and whether it was read', async () => {
    const page = await gallery.open({ page: 'options', state: 'full', hash: '#/library', width: 1280 });
    const lines = await heard(page, ['link', 'checkbox', 'searchbox', 'combobox']);
    expect(lines).toContain('searchbox Search');
    expect(lines).toContain('combobox Outlet closed');
    expect(lines).toContain(`link Unread: ${post.headline.value}`);
    expect(lines).toContain(`link ${herald.headline.value}`);
    expect(lines).toContain(`checkbox Select “${post.headline.value}”`);
    await page.close();
  });

  it.each(['full', 'no-article', 'no-permission', 'disk-full', 'empty'])(
    'is given no button or link without a name in the popup, state %s',
    async (state) => {
      const page = await gallery.open({ page: 'popup', state });
      const lines = await heard(page, ['button', 'link']);
      expect(lines.length).toBeGreaterThan(1);
      expect(lines.filter((line) => /^(button|link)$/.test(line))).toEqual([]);
      await page.close();
    },
  );
});

describe('by keyboard alone', () => {
  const active = (page: Page): Promise<string> =>
    page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

  it('articles are read, chosen, deleted and brought back without leaving the list', async () => {
    const page = await gallery.open({ page: 'options', state: 'full', hash: '#/library', width: 1280 });
    await page.focus('a[data-index="0"]');
    await page.keyboard.press('j');
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-index') === '1');
    await page.keyboard.press('r');
    await page.keyboard.press('x');
    await page.waitForSelector('.bulk');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-index'))).toBe('1');
    await page.keyboard.press('Delete');
    await page.waitForSelector('.undo .card');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-index'))).toBe('1');
    await page.keyboard.down('Control');
    await page.keyboard.press('z');
    await page.keyboard.up('Control');
    await page.waitForFunction(() => document.querySelector('.undo .card') === null);
    await page.close();
  });

  it('a row is called wrong and back', async () => {
    const page = await gallery.open({ page: 'popup', state: 'full' });
    await page.focus('[data-row-id="row-road"] .row-head');
    await page.keyboard.press('Enter');
    for (let press = 0; press < 20 && (await active(page)) !== 'This is wrong'; press++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.wrong button');
    for (let press = 0; press < 5 && (await active(page)) !== 'Not a conflict'; press++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('[data-row-id="row-road"]') === null);
    expect(await active(page)).toContain('ministry received the report');
    await page.focus('.corrected summary');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await active(page)).toBe('Undo');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-row-id="row-road"]');
    await page.close();
  });

  it('a cell of the grid opens its sentence', async () => {
    const page = await gallery.open({ page: 'options', state: 'full', hash: '#/story/s-flood', width: 1280 });
    await page.focus('.cell');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.opened blockquote');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.opened') === null);
    await page.close();
  });

  it.each([
    ['en', 'ArrowRight'],
    ['ar', 'ArrowLeft'],
  ] as const)('the grid is walked by arrow keys over silent cells, in %s', async (language, onwards) => {
    const hash = '#/story/s-flood';
    const page = await gallery.open({ page: 'options', state: 'full', hash, width: 1280, language });
    const at = () =>
      page.evaluate(() => {
        const cell = document.activeElement?.closest('td');
        const row = cell?.parentElement as HTMLTableRowElement | null | undefined;
        return `${row?.sectionRowIndex} ${cell?.cellIndex}`;
      });
    await page.focus('tbody tr:nth-child(2) .cell');
    const start = await at();
    expect(start).toBe('1 1');
    await page.keyboard.press(onwards);
    expect(await at()).toBe('1 2');
    await page.keyboard.press(onwards);
    expect(await at(), 'the third voice is silent').toBe('1 4');
    await page.keyboard.press('ArrowDown');
    expect(await at(), 'the fourth voice says nothing on the third claim').toBe('3 4');
    await page.keyboard.press('ArrowUp');
    expect(await at()).toBe('1 4');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.opened blockquote');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('.opened') === null);
    expect(await at(), 'the focus is back on the cell').toBe('1 4');
    await page.close();
  });

  it('two stories are made one, and one article is taken out again', async () => {
    const page = await gallery.open({ page: 'options', state: 'full', hash: '#/stories', width: 1280 });
    await page.waitForSelector('.story-line');
    const tabTo = async (words: string) => {
      for (let press = 0; press < 60 && (await active(page)) !== words; press++)
        await page.keyboard.press('Tab');
      expect(await active(page)).toBe(words);
    };
    for (const box of await page.$$('.story-line input')) {
      await box.focus();
      await page.keyboard.press('Space');
    }
    await tabTo('These are one story');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.undo .card');
    await tabTo('Undo');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.undo .card') === null);
    await page.close();
  });

  it('two articles are set side by side and a claim is followed from one to the other', async () => {
    const hash = `#/pair/${post.id}/${herald.id}`;
    const page = await gallery.open({ page: 'options', state: 'full', hash, width: 1280 });
    await page.waitForSelector('.pair .chip');
    await page.focus('.pair .chip');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('.claim.current').length === 2);
    await page.focus('#pair-left .claim, .column .claim');
    await page.keyboard.press('Enter');
    const chosen = await page.$$eval('.claim.current', (claims) =>
      claims.map(({ textContent }) => textContent),
    );
    expect(chosen).toHaveLength(2);
    await page.close();
  });

  it('the bin is emptied only by a second press', async () => {
    const page = await gallery.open({ page: 'options', state: 'full', hash: '#/storage', width: 1280 });
    await page.waitForSelector('.bin-entry');
    for (let press = 0; press < 40 && (await active(page)) !== 'Empty the bin now'; press++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Empty it for good');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.body.textContent?.includes('The bin was emptied.'));
    await page.close();
  });
});
