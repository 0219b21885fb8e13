/**
 * Hosts that no feed and no redirect may lead to: the reader's own machine and network. Browsers hide what a
 * name resolves to, so this judges the name itself; a public name that points inward is stopped by the host
 * grant the reader has to give it.
 */

const octets = (host: string): number[] | null => {
  const parts = host.split('.');
  if (parts.length !== 4 || parts.some((part) => !/^\d{1,3}$/.test(part))) return null;
  const numbers = parts.map(Number);
  return numbers.some((number) => number > 255) ? null : numbers;
};

/** IANA special-purpose blocks that are not the public internet (RFC 6890). */
const isPrivateVersion4 = ([first = 0, second = 0, third = 0]: number[]): boolean =>
  first === 0 ||
  first === 10 ||
  first === 127 ||
  (first === 100 && second >= 64 && second <= 127) ||
  (first === 169 && second === 254) ||
  (first === 172 && second >= 16 && second <= 31) ||
  (first === 192 && second === 168) ||
  (first === 192 && second === 0 && (third === 0 || third === 2)) ||
  (first === 198 && (second === 18 || second === 19)) ||
  (first === 198 && second === 51 && third === 100) ||
  (first === 203 && second === 0 && third === 113) ||
  first >= 224;

/** URL parsing has already written the address in its shortest form: "::ffff:127.0.0.1" → "::ffff:7f00:1". */
const isPrivateVersion6 = (host: string): boolean => {
  const mapped = /^::(?:ffff:(?:0:)?)?([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(host);
  if (mapped) {
    const high = Number.parseInt(mapped[1]!, 16);
    const low = Number.parseInt(mapped[2]!, 16);
    return isPrivateVersion4([high >> 8, high & 255, low >> 8, low & 255]);
  }
  if (host === '::' || host === '::1') return true;
  // Unique local, link local, multicast, discard, documentation; 64:ff9b::/96 embeds any IPv4 address.
  return /^(?:f[cd]|fe[89ab]|fec|ff|100:|2001:db8:|64:ff9b:)/.test(host);
};

const privateSuffixes = ['localhost', 'local', 'internal', 'intranet', 'lan', 'home', 'corp', 'home.arpa'];

/** Whether a host (as `URL.hostname` gives it) lies on the reader's machine or network. */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  if (host.startsWith('[')) return isPrivateVersion6(host.slice(1, -1));
  const numbers = octets(host);
  if (numbers) return isPrivateVersion4(numbers);
  // A name of one label is never a public site.
  if (!host.includes('.')) return true;
  return privateSuffixes.some((suffix) => host.endsWith(`.${suffix}`));
}
