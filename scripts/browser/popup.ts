import type { Page } from 'puppeteer-core';
import { until } from './driven';

/** One row as the popup shows it, closed. */
export interface ShownRow {
  verdict: string;
  id: string;
  label: string;
  values: { value: string; sayers: string }[];
}

/** What a reader sees in the popup, group by group. */
export interface ShownPopup {
  state: string;
  headline: string;
  facts: string;
  counts: string;
  failure: string;
  rows: ShownRow[];
  onlyHere: string[];
  leftOut: string[];
}

/** Waits until the popup has said all it has to say: the comparison, or why there is none. */
export async function settle(popup: Page): Promise<string> {
  return until(
    'the popup to be ready',
    () =>
      popup.evaluate(() => {
        const state = document.querySelector('[data-state]')?.getAttribute('data-state');
        return state === 'ready' || state === 'failed' ? state : null;
      }),
    30,
  );
}

/** Opens every folded group, so that its rows are drawn. */
export async function unfold(popup: Page): Promise<void> {
  await popup.evaluate(() => {
    for (const head of document.querySelectorAll<HTMLElement>('.group-head[aria-expanded="false"]'))
      head.click();
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('details.less-certain'))
      fold.open = true;
  });
  // What is folded away is drawn when it is opened, a moment later.
  await popup.waitForFunction(() =>
    [...document.querySelectorAll('details.less-certain')].every((fold) => fold.querySelector('.row')),
  );
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

// Functions sent into a page must not name inner functions: the compiler would leave a helper of its own in them.
const textsOf = async (popup: Page, selector: string): Promise<string[]> =>
  (await popup.$$eval(selector, (nodes) => nodes.map((node) => node.textContent ?? ''))).map(tidy);

const textOf = async (popup: Page, selector: string): Promise<string> =>
  (await textsOf(popup, selector))[0] ?? '';

async function rowsOf(popup: Page): Promise<ShownRow[]> {
  const rows = await popup.$$eval('[data-row-id]', (items) =>
    items.map((item) => ({
      verdict: item.getAttribute('data-verdict') ?? '',
      id: item.getAttribute('data-row-id') ?? '',
      label: item.querySelector('.row-label bdi')?.textContent ?? '',
      values: [...item.querySelectorAll('.value-line')].map((line) => ({
        value: line.querySelector('.value')?.textContent ?? '',
        sayers: line.querySelector('.sayers')?.textContent ?? '',
      })),
    })),
  );
  return rows.map((row) => ({
    ...row,
    label: tidy(row.label),
    values: row.values.map(({ value, sayers }) => ({ value: tidy(value), sayers: tidy(sayers) })),
  }));
}

/** Everything the popup shows once it has settled, its groups opened. */
export async function look(popup: Page): Promise<ShownPopup> {
  const state = await settle(popup);
  await unfold(popup);
  return {
    state,
    headline: await textOf(popup, 'h1'),
    facts: await textOf(popup, '.facts'),
    counts: await textOf(popup, '.counts'),
    failure: await textOf(popup, '[role="alert"]'),
    rows: await rowsOf(popup),
    onlyHere: await textsOf(popup, '[data-group="only-here"] blockquote'),
    leftOut: await textsOf(popup, '[data-group="left-out"] li > .evidence blockquote'),
  };
}

/** Presses "Save" and waits until the popup says that it is saved. */
export async function save(popup: Page): Promise<void> {
  await settle(popup);
  await popup.locator('.save button.primary').click();
  await popup.waitForSelector('.save .saved', { timeout: 15_000 });
}

/** Opens a row and gives the sentences that stand under it, with who says them. */
export async function openRow(popup: Page, id: string): Promise<{ outlet: string; sentence: string }[]> {
  const row = `[data-row-id="${id.replace(/["\\]/g, '\\$&')}"]`;
  await popup.$eval(`${row} .row-head`, (head) => {
    if (head.getAttribute('aria-expanded') === 'false') (head as HTMLElement).click();
  });
  await popup.waitForSelector(`${row} blockquote`);
  return popup.$$eval(`${row} .evidence`, (cards) =>
    cards.map((card) => ({
      outlet: (card.querySelector('.evidence-head b')?.textContent ?? '').trim(),
      sentence: (card.querySelector('blockquote')?.textContent ?? '').trim(),
    })),
  );
}
