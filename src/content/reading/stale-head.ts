const withoutFragment = (address: string): string => address.replace(/#.*$/, '');

const absolute = (address: string | null, base: string): string | null => {
  try {
    return address ? withoutFragment(new URL(address, base).href) : null;
  } catch {
    return null;
  }
};

/** Addresses the head declares for the page: canonical link and `og:url`. */
function declaredAddresses(document: Document, base: string): string[] {
  const canonical = document.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? null;
  const openGraph = document.querySelector('meta[property="og:url" i]')?.getAttribute('content') ?? null;
  return [absolute(canonical, base), absolute(openGraph, base)].flatMap((address) => address ?? []);
}

/**
 * Whether the head still speaks of the page the document was loaded for, after a navigation within the
 * document (History API) put another article in the body. Sites that route in the browser often change the
 * body and forget the head; its headline, date and canonical link are then another article's.
 */
export function headIsStale(document: Document, loadedAddress: string, address: string): boolean {
  const loaded = withoutFragment(loadedAddress);
  const present = withoutFragment(address);
  if (loaded === present) return false;
  const declared = declaredAddresses(document, address);
  return declared.includes(loaded) && !declared.includes(present);
}

const headFacts =
  'link[rel~="canonical" i], meta[property], meta[name], meta[itemprop], script[type="application/ld+json" i]';

/** A copy of the document without what its head says of the article. */
export function withoutHeadFacts(document: Document): Document {
  const copy = document.cloneNode(true) as Document;
  for (const element of copy.querySelectorAll(headFacts)) element.remove();
  return copy;
}
