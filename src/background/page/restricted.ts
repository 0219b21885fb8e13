import type { FailureCode } from '../../model/result';

/** Pages of the browser and its shops, into which no extension may look whatever it was granted. */
const ownProtocols = new Set([
  'about:',
  'chrome:',
  'chrome-extension:',
  'chrome-search:',
  'chrome-untrusted:',
  'devtools:',
  'edge:',
  'brave:',
  'vivaldi:',
  'opera:',
  'moz-extension:',
  'resource:',
  'view-source:',
  'javascript:',
  'data:',
  'blob:',
]);

const closedHosts = new Set([
  'chromewebstore.google.com',
  'microsoftedge.microsoft.com',
  'addons.opera.com',
  'accounts-static.cdn.mozilla.net',
  'accounts.firefox.com',
  'addons.cdn.mozilla.net',
  'addons.mozilla.org',
  'api.accounts.firefox.com',
  'content.cdn.mozilla.net',
  'discovery.addons.mozilla.org',
  'oauth.accounts.firefox.com',
  'profile.accounts.firefox.com',
  'support.mozilla.org',
  'sync.services.mozilla.com',
]);

const isPdf = (url: URL): boolean => /\.pdf$/i.test(url.pathname);

const parse = (address: string): URL | null => {
  try {
    return new URL(address);
  } catch {
    return null;
  }
};

/** Why no script may run on this address, or null when one may (with permission). */
export function restriction(address: string | undefined): FailureCode | null {
  if (address === undefined) return null;
  const url = parse(address);
  if (!url || ownProtocols.has(url.protocol) || closedHosts.has(url.hostname)) return 'page-restricted';
  if (url.hostname === 'chrome.google.com' && url.pathname.startsWith('/webstore')) return 'page-restricted';
  return null;
}

const messages: [RegExp, FailureCode][] = [
  [/no tab with id|tab was closed|invalid tab id|no window with id/i, 'page-closed'],
  [
    /frame with id \d+ was removed|document.*(?:destroyed|unloaded)|message manager disconnected/i,
    'page-changed',
  ],
  [/showing error page/i, 'page-not-ready'],
  [
    /extensions gallery cannot be scripted|cannot be scripted due to an extensionssettings/i,
    'page-restricted',
  ],
  [/cannot access (?:a )?(?:chrome|edge|about|view-source|devtools)[:-]/i, 'page-restricted'],
  [/cannot access|missing host permission|must request permission/i, 'page-not-permitted'],
];

/** What the browser means by refusing to run a script in a tab. `address` tells a PDF viewer from a page. */
export function injectionFailure(error: unknown, address: string | undefined): FailureCode {
  const message = error instanceof Error ? error.message : String(error);
  const code = messages.find(([pattern]) => pattern.test(message))?.[1] ?? 'page-not-permitted';
  const url = address === undefined ? null : parse(address);
  // Firefox shows PDF files in a page of its own that nothing may look into.
  if (code === 'page-not-permitted' && url && isPdf(url)) return 'page-is-pdf';
  return code;
}
