import type { Sourced } from '../../model/article';
import { outletHost } from '../../model/identity';
import type { Block } from '../block';
import words from '../data/original-words.json';
import { key } from '../text-shape';
import { linkedText } from './json-ld';
import type { PageFacts } from './page-facts';

const phrases = words.phrases.map(key);
const endings = words.endings.map(key);

const hostname = (address: string): string => {
  try {
    return outletHost(new URL(address).hostname);
  } catch {
    return '';
  }
};

/** Whether an address is an article rather than a front page or a section. */
const isDeep = (address: string): boolean => {
  try {
    const { pathname } = new URL(address);
    return pathname.split('/').filter(Boolean).join('').length >= 20;
  } catch {
    return false;
  }
};

const saysOriginal = (text: string): boolean => {
  const form = key(text);
  return phrases.some((phrase) => form.includes(phrase)) || endings.some((phrase) => form === phrase);
};

function fromDeclared(facts: PageFacts, host: string): Sourced<string> | null {
  const candidates: [string | null, 'json-ld' | 'meta'][] = [
    [linkedText(facts.linked.article?.isBasedOn), 'json-ld'],
    [facts.meta.first('syndication-source', 'original-source'), 'meta'],
    [facts.declared.canonical, 'meta'],
  ];
  for (const [address, source] of candidates) {
    if (address && /^https?:/.test(address) && hostname(address) !== host && isDeep(address)) {
      return { value: address, source };
    }
  }
  return null;
}

function fromLinks(blocks: Block[], host: string): Sourced<string> | null {
  for (const block of blocks) {
    if (block.text.length > 240 || block.links.length === 0 || !saysOriginal(block.text)) continue;
    const link = block.links.find(
      ({ href }) => /^https?:/.test(href) && hostname(href) !== host && isDeep(href),
    );
    if (link) return { value: link.href, source: 'visible' };
  }
  return null;
}

/**
 * Addresses in the state that a script-rendered page carries (`__NEXT_DATA__` and its like). The state also
 * holds teasers: an address counts only when its own words are the headline's.
 */
function fromState(facts: PageFacts, host: string, headline: string): Sourced<string> | null {
  const words = new Set(
    key(headline)
      .split(' ')
      .filter((word) => word.length > 3),
  );
  if (words.size < 3) return null;
  for (const href of facts.declared.stateAddresses) {
    const slug = new Set(key(href).split(' '));
    const shared = [...words].filter((word) => slug.has(word)).length;
    if (shared / words.size >= 0.5 && hostname(href) !== host) return { value: href, source: 'meta' };
  }
  return null;
}

/**
 * Where a repost says its text came from: declared (`isBasedOn`, `syndication-source`, a canonical link to
 * another outlet), a link around the article that says so ("Read the full article here"), or the page's state.
 */
export function readOriginal(facts: PageFacts, headline: string): Sourced<string> | null {
  const host = hostname(facts.address);
  const last = facts.body.at(-1)?.index ?? facts.blocks.length;
  const near = facts.blocks.slice(Math.max(0, facts.headlineAt), last + 12);
  return fromDeclared(facts, host) ?? fromLinks(near, host) ?? fromState(facts, host, headline);
}
