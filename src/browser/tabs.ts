import browser from 'webextension-polyfill';

export interface TabView {
  id: number;
  /** Undefined without permission for the tab's host. */
  address: string | undefined;
  title: string;
  private: boolean;
}

const view = (tab: browser.Tabs.Tab): TabView => ({
  id: tab.id ?? -1,
  address: tab.url,
  title: tab.title ?? '',
  private: tab.incognito,
});

/** The tab the reader looks at, or null in a window without tabs. */
export async function activeTab(): Promise<TabView | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : view(tab);
}

/** Rejects when the tab is closed. */
export const tabById = async (tabId: number): Promise<TabView> => view(await browser.tabs.get(tabId));

/** Every tab of every window, private ones included. */
export const allTabs = async (): Promise<TabView[]> => (await browser.tabs.query({})).map(view);

/** Runs when a tab shows another document or address. Needs permission for the tab to see the address. */
export function onTabAddress(listener: (tab: TabView) => void): void {
  browser.tabs.onUpdated.addListener((_tabId, change, tab) => {
    if (change.status === 'complete' || change.url) listener(view(tab));
  });
}

/** Opens an extension page or web address in a new tab. */
export const openTab = async (address: string): Promise<void> => {
  await browser.tabs.create({ url: address });
};

export const pageAddress = (path: string): string => browser.runtime.getURL(path);

/** Runs when another tab comes to the front or the front tab shows something else; gives the way to stop. */
export function onActiveTabChanged(listener: () => void): () => void {
  const updated = (_tabId: number, change: browser.Tabs.OnUpdatedChangeInfoType, tab: browser.Tabs.Tab) => {
    if (tab.active && (change.url || change.status === 'complete')) listener();
  };
  browser.tabs.onActivated.addListener(listener);
  browser.tabs.onUpdated.addListener(updated);
  return () => {
    browser.tabs.onActivated.removeListener(listener);
    browser.tabs.onUpdated.removeListener(updated);
  };
}
