import browser from 'webextension-polyfill';

export interface Sender {
  /** Whether a page of this extension sent it, not a content script or another extension. */
  ownPage: boolean;
  tabId: number | null;
}

export const sendToBackground = (message: unknown): Promise<unknown> => browser.runtime.sendMessage(message);

/** The listener answers with a promise, or `undefined` for messages that are not for it. */
export function onMessage(
  listener: (message: unknown, sender: Sender) => Promise<unknown> | undefined,
): void {
  const origin = browser.runtime.getURL('');
  browser.runtime.onMessage.addListener(((message: unknown, sender: browser.Runtime.MessageSender) =>
    listener(message, {
      ownPage: sender.id === browser.runtime.id && (sender.url ?? '').startsWith(origin),
      tabId: sender.tab?.id ?? null,
    })) as never);
}
