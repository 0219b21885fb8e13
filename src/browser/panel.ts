import browser from 'webextension-polyfill';

/** Chrome's side panel, which the polyfill does not know. */
interface SidePanel {
  open: (options: { tabId: number }) => Promise<void>;
}

const sidePanel = (): SidePanel | undefined =>
  (globalThis as { chrome?: { sidePanel?: SidePanel } }).chrome?.sidePanel;

/** Whether this browser has a side panel or sidebar to open. */
export const hasPanel = (): boolean => sidePanel() !== undefined || browser.sidebarAction !== undefined;

/** Opens the side panel (Chrome) or sidebar (Firefox). Works only straight from a click. */
export async function openPanel(tabId: number): Promise<void> {
  const panel = sidePanel();
  await (panel ? panel.open({ tabId }) : browser.sidebarAction.open());
}
