import browser from 'webextension-polyfill';

/** One exchange without redirects followed: the shape the coverage queue sends requests in. */
export interface BrowserHop {
  status: number;
  header(name: string): string | null;
  location: string | null;
  body: ReadableStream<Uint8Array> | null;
}

/**
 * Watches the answer to one address for its `Location`. `fetch` with `redirect: 'manual'` hides status and headers
 * of a redirect, and following it would contact the next host before anybody could ask whether it is granted.
 */
function watchRedirect(address: string): {
  found: { status: number; location: string | null };
  stop(): void;
} {
  const found: { status: number; location: string | null } = { status: 0, location: null };
  const bare = address.replace(/#.*$/, '');
  const listener = (details: browser.WebRequest.OnHeadersReceivedDetailsType): undefined => {
    if (details.tabId !== -1 || details.url.replace(/#.*$/, '') !== bare) return;
    found.status = details.statusCode;
    const header = details.responseHeaders?.find(({ name }) => name.toLowerCase() === 'location');
    found.location = header?.value ?? null;
  };
  // Match patterns know no ports; the address itself is compared in the listener.
  const { protocol, hostname } = new URL(address);
  browser.webRequest.onHeadersReceived.addListener(
    listener,
    { urls: [`${protocol}//${hostname}/*`], types: ['xmlhttprequest'] },
    ['responseHeaders'],
  );
  return { found, stop: () => browser.webRequest.onHeadersReceived.removeListener(listener) };
}

/** One GET without credentials, cache or redirects. Needs the grant for the address's host. */
export async function sendHop(
  address: string,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<BrowserHop> {
  const redirect = watchRedirect(address);
  try {
    const response = await fetch(address, {
      headers,
      signal,
      credentials: 'omit',
      redirect: 'manual',
      // Conditional requests are made by the queue; the browser's own cache would hide the 304s.
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    if (response.type === 'opaqueredirect') {
      const { status, location } = redirect.found;
      return { status: status || 302, header: () => null, location, body: null };
    }
    return {
      status: response.status,
      header: (name) => response.headers.get(name),
      location: null,
      body: response.body,
    };
  } finally {
    redirect.stop();
  }
}
