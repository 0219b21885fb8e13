import browser from 'webextension-polyfill';

/** Runs after installation, update of the extension or of the browser. */
export const onInstalled = (listener: (reason: string) => void): void =>
  browser.runtime.onInstalled.addListener(({ reason }) => listener(reason));

export const onStartup = (listener: () => void): void => browser.runtime.onStartup.addListener(listener);

export const onAlarm = (listener: (name: string) => void): void =>
  browser.alarms.onAlarm.addListener(({ name }) => listener(name));

/** Sets an alarm, replacing one of the same name. The browser rounds up to half a minute. */
export function setAlarm(name: string, when: { inMinutes: number; everyMinutes?: number }): Promise<void> {
  return Promise.resolve(
    browser.alarms.create(name, {
      delayInMinutes: when.inMinutes,
      ...(when.everyMinutes === undefined ? {} : { periodInMinutes: when.everyMinutes }),
    }),
  );
}

export const alarmExists = async (name: string): Promise<boolean> =>
  (await browser.alarms.get(name)) !== undefined;

export const clearAlarm = async (name: string): Promise<void> => {
  await browser.alarms.clear(name);
};

/** Text of `_locales` in the browser's language; the key itself when there is none. */
export const localText = (key: string, substitutions: string[] = []): string =>
  browser.i18n.getMessage(key, substitutions) || key;

/** A worker is ended half a minute after the last event or call of a browser API: less than that. */
const wakefulEvery = 20_000;

/** Keeps the worker from being ended as idle before `work` is done; it may still be ended for other reasons. */
export function stayAwakeFor(work: Promise<unknown>): void {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), wakefulEvery);
  const end = (): void => clearInterval(timer);
  work.then(end, end);
}
