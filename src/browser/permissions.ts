import browser from 'webextension-polyfill';

/** Asks the reader for hosts. Must be called in a click, before anything is awaited. */
export const requestHosts = (origins: string[]): Promise<boolean> => browser.permissions.request({ origins });

export const hasHosts = (origins: string[]): Promise<boolean> => browser.permissions.contains({ origins });

export const dropHosts = (origins: string[]): Promise<boolean> => browser.permissions.remove({ origins });

export const grantedHosts = async (): Promise<string[]> => (await browser.permissions.getAll()).origins ?? [];

export const onHostsChanged = (listener: () => void): void => {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
};
