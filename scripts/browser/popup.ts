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
}

export async function look(popup: Page): Promise<ShownPopup> {
  const state = await settle(popup);
  await unfold(popup);
  return popup.evaluate((shownState) => {
    const words = (node: Element | null): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
    const all = (selector: string, within: ParentNode = document): Element[] => [
      ...within.querySelectorAll(selector),
    ];
    return {
      state: shownState,
      headline: words(document.querySelector('h1')),
      facts: words(document.querySelector('.facts')),
      counts: words(document.querySelector('.counts')),
      failure: words(document.querySelector('[role="alert"]')),
      rows: all('[data-row-id]').map((row) => ({
        verdict: row.getAttribute('data-verdict') ?? '',
        id: row.getAttribute('data-row-id') ?? '',
        label: words(row.querySelector('.row-label bdi')),
        values: all('.value-line', row).map((line) => ({
          value: words(line.querySelector('.value')),
          sayers: words(line.querySelector('.sayers')),
        })),
      })),
      onlyHere: all('[data-group="only-here"] blockquote').map(words),
      leftOut: all('[data-group="left-out"] li').map((item) => words(item.querySelector('blockquote'))),
    };
  }, state);
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
