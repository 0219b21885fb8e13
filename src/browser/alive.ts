interface Runtime {
  runtime?: { id?: string };
}

/**
 * Whether the extension that put this content script into the page is still there: after an update or removal
 * the script stays behind without its extension. Without the polyfill, which content scripts do not need.
 */
export function extensionAlive(): boolean {
  const { browser, chrome } = globalThis as unknown as { browser?: Runtime; chrome?: Runtime };
  try {
    return Boolean((browser ?? chrome)?.runtime?.id);
  } catch {
    return false;
  }
}
