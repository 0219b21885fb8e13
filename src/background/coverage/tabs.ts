import { hasHosts } from '../../browser/permissions';
import { allTabs } from '../../browser/tabs';
import type { CoverageCalls, OpenTab } from '../../messages/coverage-calls';
import type { Handlers } from '../../messages/serve';
import type { Article } from '../../model/article';
import { type Failure, fail, ok } from '../../model/result';
import type { HandlerContext } from '../context';
import { readPage } from '../handlers/page';

type TabCalls = Pick<CoverageCalls, 'coverage.tabs' | 'coverage.tabs.compare'>;

const isWeb = (address: string | undefined): address is string => /^https?:/.test(address ?? '');

/** Tabs that could hold another outlet's report. Private ones are never looked at. */
async function openTabs(except: number | null): Promise<OpenTab[]> {
  const tabs: OpenTab[] = [];
  for (const tab of await allTabs()) {
    if (tab.private || tab.id === except || tab.id < 0) continue;
    if (tab.address !== undefined && !isWeb(tab.address)) continue;
    const host = tab.address ? new URL(tab.address).hostname : null;
    const permitted = tab.address ? await hasHosts([`${new URL(tab.address).origin}/*`]) : false;
    tabs.push({ id: tab.id, title: tab.title, host, permitted });
  }
  return tabs;
}

/** Open tabs as coverage: read on the reader's word, compared, and forgotten unless saved. */
export function tabHandlers(context: HandlerContext): Handlers<TabCalls> {
  return {
    async 'coverage.tabs'({ except }) {
      return ok({ tabs: await openTabs(except) });
    },
    async 'coverage.tabs.compare'({ article, tabIds }) {
      const titles = new Map((await openTabs(null)).map((tab) => [tab.id, tab.title]));
      const others: Article[] = [];
      const unread: { id: number; title: string; failure: Failure }[] = [];
      for (const tabId of tabIds) {
        const title = titles.get(tabId);
        const read =
          title === undefined ? fail('page-closed') : await readPage(context, { tabId, way: 'automatic' });
        if (!read.ok) unread.push({ id: tabId, title: title ?? '', failure: read.failure });
        else if (
          read.value.article.id !== article.id &&
          !others.some(({ id }) => id === read.value.article.id)
        )
          others.push({
            ...read.value.article,
            captured: { ...read.value.article.captured, how: 'open-tab' },
          });
      }
      const view = await context.service.collateGiven(article, others);
      return view.ok ? ok({ view: view.value, unread }) : view;
    },
  };
}
