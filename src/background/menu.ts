import { createMenu, onMenuChoice, openPopupWith } from '../browser/action';
import { localText } from '../browser/lifecycle';
import { openTab, pageAddress } from '../browser/tabs';

const selectionItem = 'use-selection';

/** Creates the menu. Menus are kept by the browser, so this runs on installation and update only. */
export const installMenu = (): Promise<void> =>
  createMenu([{ id: selectionItem, title: localText('menuUseSelection'), contexts: ['selection'] }]);

/**
 * Opens the popup on the selected text. The click grants the tab to us as a click on the icon does; where the
 * browser does not let us open the popup, the same page opens in a tab of its own.
 */
export function registerMenu(): void {
  onMenuChoice(({ item, tabId }) => {
    if (item !== selectionItem || tabId === null) return;
    const page = `popup/index.html?tabId=${tabId}&way=selection`;
    void openPopupWith(tabId, page).then((opened) => (opened ? undefined : openTab(pageAddress(page))));
  });
}
