import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Address, ArticleId } from './article';

/** Version of the identity rule. Changing the rule is a migration: old ids keep their prefix. */
export const identityRule = 1;

/**
 * Query parameters that never change which article is shown. A list, not a guess: `ref`, `source`, `t`
 * and `id` are left alone, because some outlets name their articles with them.
 */
const trackingParameters = new Set([
  'fbclid',
  'gclid',
  'dclid',
  'msclkid',
  'twclid',
  'yclid',
  'igshid',
  'igsh',
  'mc_cid',
  'mc_eid',
  'mkt_tok',
  'gbraid',
  'wbraid',
  'gad_source',
  'srsltid',
  '_ga',
  '_gl',
  '_hsenc',
  '_hsmi',
  'hsctatracking',
  'vero_id',
  'wickedid',
  'oly_anon_id',
  'oly_enc_id',
  'rb_clickid',
  's_cid',
  'ns_campaign',
  'ns_mchannel',
  'ns_source',
  'ns_linkname',
  'ns_fee',
  'at_medium',
  'at_campaign',
  'at_link_id',
  'at_link_type',
  'at_link_origin',
  'at_bbc_team',
  'at_ptr_name',
  'at_format',
  'cmpid',
  'ito',
  'icid',
  'ncid',
  'sr_share',
  'smid',
  'smtyp',
  'guccounter',
  'guce_referrer',
  'guce_referrer_sig',
  'ocid',
  'cvid',
  'wt.mc_id',
  'wt_mc',
  'xtor',
  'cmp',
  'partner_id',
]);

const isTracking = (name: string): boolean => {
  const lower = name.toLowerCase();
  return (
    trackingParameters.has(lower) ||
    lower.startsWith('utm_') ||
    lower.startsWith('pk_') ||
    lower.startsWith('mtm_')
  );
};

const isWeb = (url: URL): boolean => url.protocol === 'https:' || url.protocol === 'http:';

const parse = (address: string, base?: string): URL | null => {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
};

/** Host without a `www.`, `m.` or `amp.` label, the forms under which one outlet serves one article. */
export const outletHost = (host: string): string =>
  host.toLowerCase().replace(/^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)/, '');

/**
 * The canonical address a page declares, or null when it cannot be trusted: another host (aggregators point
 * elsewhere, and one article must not swallow another outlet's copy), or the root of a site whose page is
 * not the root (a whole site merged into one article; hypothesis/h #4456 and #5115).
 */
export function trustedCanonical(raw: string, canonical: string | null): string | null {
  const page = parse(raw);
  const declared = canonical?.trim() ? parse(canonical.trim(), raw) : null;
  if (!page || !declared || !isWeb(declared)) return null;
  if (outletHost(declared.hostname) !== outletHost(page.hostname)) return null;
  const isRoot = declared.pathname === '/' && declared.search === '';
  if (isRoot && page.pathname !== '/') return null;
  declared.hash = '';
  return declared.href;
}

const identityAddress = (address: string): string => {
  const url = parse(address);
  if (!url || !isWeb(url)) return address.trim();
  const kept = [...url.searchParams].filter(([name]) => !isTracking(name));
  kept.sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
  const query = new URLSearchParams(kept).toString();
  const path = url.pathname.length > 1 ? url.pathname.replace(/\/+$/, '') : url.pathname;
  const port = url.port ? `:${url.port}` : '';
  // http and https, with and without "www.", show the same article.
  return `${outletHost(url.hostname)}${port}${path || '/'}${query ? `?${query}` : ''}`;
};

const digest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text))).slice(0, 20);

/**
 * The identity of an article: pure and versioned. Two visits to one article give one id whatever tracking
 * parameters, fragment, scheme or `www.` they came with. `body` names texts without a web address (pasted).
 */
export function identify(
  raw: string,
  canonical: string | null,
  body = '',
): { id: ArticleId; address: Address } {
  const trusted = trustedCanonical(raw, canonical);
  const page = parse(raw);
  const identity =
    page && isWeb(page) ? identityAddress(trusted ?? raw) : `text:${digest(`${raw}\n${body}`)}`;
  return { id: `a${identityRule}-${digest(identity)}`, address: { raw, canonical: trusted, identity } };
}
