import type { Sourced } from '../../model/article';
import { outletHost } from '../../model/identity';
import { fold, key } from '../text-shape';
import { decode } from './headline';
import { linkedText, resolveNode, typesOf } from './json-ld';
import type { PageFacts } from './page-facts';

export const hostOf = (address: string): string => {
  try {
    return outletHost(new URL(address).hostname);
  } catch {
    return '';
  }
};

/** "New Spotlight Magazine" from "Headline | New Spotlight Magazine", when it is like the host. */
function fromTitle(facts: PageFacts, host: string): string | null {
  const label = (host.split('.').at(-2) ?? host).replace(/[^a-z0-9]/g, '');
  const parts = facts.declared.title.split(/\s+[|–—\-·•:]\s+|\s*\|\s*/u);
  if (parts.length < 2) return null;
  const last = fold(parts.at(-1) ?? '');
  const squeezed = key(last).replace(/ /g, '');
  if (!squeezed || last.length > 40) return null;
  return squeezed.includes(label) || label.includes(squeezed) || sharesWord(last, label) ? last : null;
}

/**
 * The masthead's own words, when the title's last part only adds to them: a home link with "New Spotlight"
 * before a small "MAGAZINE" names the outlet New Spotlight.
 */
function shortened(facts: PageFacts, name: string): string {
  for (const text of facts.declared.homeNames) {
    if (text.length >= 4 && key(name).startsWith(`${key(text)} `)) return text;
  }
  return name;
}

const sharesWord = (name: string, label: string): boolean =>
  key(name)
    .split(' ')
    .some((word) => word.length >= 5 && label.includes(word));

/**
 * The outlet's name as its readers know it: `og:site_name`, the publisher in linked data, the end of the
 * title when it is like the host's name, else the host.
 */
export function readOutlet(facts: PageFacts): Sourced<string> {
  const site = facts.meta.first('og:site_name', 'application-name', 'apple-mobile-web-app-title');
  const host = hostOf(facts.address);
  const clean = (name: string | null): string | null => {
    const text = name ? decode(name).replace(/^https?:\/\/(?:www\.)?|\/$/g, '') : '';
    return text && text.length <= 60 ? text : null;
  };
  const named = clean(site);
  if (named) return { value: named, source: 'meta' };
  const publisher = resolveNode(facts.linked.article?.publisher, facts.linked.nodes);
  const fromLinked =
    clean(linkedText(publisher)) ??
    clean(
      linkedText(
        facts.linked.nodes.find((node) =>
          typesOf(node).some((type) => /WebSite|NewsMediaOrganization/.test(type)),
        ),
      ),
    );
  if (fromLinked) return { value: fromLinked, source: 'json-ld' };
  const marked = clean(facts.declared.publisher);
  if (marked) return { value: marked, source: 'microdata' };
  const titled = fromTitle(facts, host);
  if (titled) return { value: shortened(facts, titled), source: 'title-element' };
  return { value: host, source: 'host' };
}

/** All names the site goes by, for cutting them from headlines. */
export function siteNamesOf(facts: PageFacts, outlet: string): string[] {
  const host = hostOf(facts.address);
  const publisher = linkedText(resolveNode(facts.linked.article?.publisher, facts.linked.nodes));
  const label = host.split('.').length > 1 ? (host.split('.').at(-2) ?? host) : host;
  return [
    outlet,
    publisher ?? '',
    host,
    label,
    facts.meta.first('og:site_name') ?? '',
    facts.meta.first('application-name') ?? '',
  ];
}
