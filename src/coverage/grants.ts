import { getDomain } from 'tldts';

/**
 * Match patterns to ask the reader for so that an address can be fetched: its outlet's own site with the names under
 * it (feeds and articles live on "www." and "feeds."), not more. An address without a registrable site (an IP
 * address, "localhost") asks for exactly its host. Plain http asks for https too, as sites move there.
 */
export function grantPatterns(address: string): string[] {
  const { protocol, hostname } = new URL(address);
  const site = getDomain(hostname, { allowPrivateDomains: true });
  const host = site ? `*.${site}` : hostname;
  const secure = `https://${host}/*`;
  return protocol === 'http:' ? [secure, `http://${host}/*`] : [secure];
}

/** The patterns for several addresses, each once. */
export const grantPatternsFor = (addresses: string[]): string[] => [
  ...new Set(addresses.filter((address) => URL.canParse(address)).flatMap(grantPatterns)),
];
