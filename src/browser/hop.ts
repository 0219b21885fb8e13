import browser from 'webextension-polyfill';

/** One exchange without redirects followed: the shape the coverage queue sends requests in. */
export interface BrowserHop {
  status: number;
  header(name: string): string | null;
  location: string | null;
  body: ReadableStream<Uint8Array> | null;
}

interface Redirect {
  status: number;
  location: string | null;
}

const bare = (address: string): string => address.replace(/#.*$/, '');

/** Redirects under way, by address: the queue asks one host once at a time, so an address is there only once. */
const watched = new Map<string, (redirect: Redirect) => void>();

let listening: Promise<void> | null = null;

/**
 * `fetch` with `redirect: 'manual'` hides status and headers of a redirect, and following it would contact the next
 * host before anybody could ask whether it is granted. The `Location` is therefore read by watching our own
 * requests, those of no tab. The listener reaches the browser's own process a moment after it was added: without
 * the wait the first redirect of a worker's life went by unseen.
 */
function listen(): Promise<void> {
  listening ??= new Promise((resolve) => {
    browser.webRequest.onHeadersReceived.addListener(
      (details) => {
        if (details.statusCode < 300 || details.statusCode > 399) return undefined;
        const header = details.responseHeaders?.find(({ name }) => name.toLowerCase() === 'location');
        watched.get(bare(details.url))?.({ status: details.statusCode, location: header?.value ?? null });
        return undefined;
      },
      { urls: ['http://*/*', 'https://*/*'], types: ['xmlhttprequest'], tabId: -1 },
      ['responseHeaders'],
    );
    setTimeout(resolve, 100);
  });
  return listening;
}

/** The redirect at an address, as soon as the browser tells of it; unknown after two seconds. */
function watch(address: string): { redirect: Promise<Redirect>; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const redirect = new Promise<Redirect>((resolve) => watched.set(bare(address), resolve));
  const unknown = () =>
    new Promise<Redirect>((resolve) => {
      timer = setTimeout(() => resolve({ status: 302, location: null }), 2_000);
    });
  return {
    get redirect() {
      return Promise.race([redirect, unknown()]);
    },
    stop() {
      clearTimeout(timer);
      watched.delete(bare(address));
    },
  };
}

/** One GET without credentials, cache or redirects. Needs the grant for the address's host. */
export async function sendHop(
  address: string,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<BrowserHop> {
  await listen();
  const watching = watch(address);
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
      const { status, location } = await watching.redirect;
      return { status, header: () => null, location, body: null };
    }
    return {
      status: response.status,
      header: (name) => response.headers.get(name),
      location: null,
      body: response.body,
    };
  } finally {
    watching.stop();
  }
}
