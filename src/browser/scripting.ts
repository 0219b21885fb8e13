import browser from 'webextension-polyfill';

// Scripts go in at once: pages may be loading for minutes, and ours wait by themselves for as much as they need.

/** Runs a packaged script file in the main frame of a tab. Rejects as the browser does. */
export async function injectFile(tabId: number, file: string): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: [file], injectImmediately: true });
}

/**
 * Calls a function in the main frame of a tab, in the extension's isolated world, and waits for what it
 * gives. `action` is serialised: it must not refer to anything around it.
 */
export async function runInPage<Arguments extends unknown[], Value>(
  tabId: number,
  action: (...given: Arguments) => Value | Promise<Value>,
  given: Arguments,
): Promise<Value | undefined> {
  const [frame] = await browser.scripting.executeScript({
    target: { tabId },
    func: action as (...given: unknown[]) => unknown,
    args: given,
    injectImmediately: true,
  });
  const error = (frame as { error?: { message?: string } } | undefined)?.error;
  if (error) throw new Error(error.message ?? String(error));
  return frame?.result as Value | undefined;
}
