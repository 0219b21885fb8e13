import browser from 'webextension-polyfill';

/** Writes on the toolbar icon of one tab, or of all when `tabId` is null. */
export async function setBadge(tabId: number | null, text: string): Promise<void> {
  const target = tabId === null ? {} : { tabId };
  await browser.action.setBadgeText({ ...target, text });
  await browser.action.setBadgeBackgroundColor({ ...target, color: '#8a3b12' });
}

export interface MenuChoice {
  item: string;
  tabId: number | null;
}

/** Creates the context menu anew; ids must be unique, so an older menu is dropped first. */
export async function createMenu(
  items: { id: string; title: string; contexts: ('selection' | 'page' | 'action')[] }[],
): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const item of items) browser.contextMenus.create(item);
}

export function onMenuChoice(listener: (choice: MenuChoice) => void): void {
  browser.contextMenus.onClicked.addListener((info, tab) =>
    listener({ item: String(info.menuItemId), tabId: tab?.id ?? null }),
  );
}

/**
 * Opens the popup with another page than usual; false where the browser does not open popups by itself. Must be
 * called in a click, before anything is awaited.
 */
export async function openPopupWith(tabId: number, page: string): Promise<boolean> {
  const changed = browser.action.setPopup({ tabId, popup: page });
  try {
    await browser.action.openPopup();
    return true;
  } catch {
    return false;
  } finally {
    await changed;
    // Null gives the tab the popup of the manifest again.
    await browser.action.setPopup({ tabId, popup: null }).catch(() => {});
  }
}
