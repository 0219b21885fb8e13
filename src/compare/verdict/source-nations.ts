import type { ArticlePart, Span } from '../../model/article';
import type { Claim } from '../../model/claim';
import { type Profile, partText } from '../align/profile';
import { languageOf } from '../languages';

interface NamedNation extends Span {
  nation: string;
  /** "French" as against "France": a title may follow it without a possessive. */
  adjective: boolean;
}

const longestNation = 4;

/** Names and adjectives of countries in a stretch of text, longest first: "South Korean" is not "Korean". */
function nationsIn(text: string, nations: ReadonlyMap<string, string>): NamedNation[] {
  const words = [...text.matchAll(/[\p{L}.]+/gu)].map((found) => ({
    word: found[0].replace(/\.$/, ''),
    start: found.index,
    end: found.index + found[0].length,
  }));
  const found: NamedNation[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (!/^\p{Lu}/u.test(words[at]?.word ?? '')) continue;
    for (let count = Math.min(longestNation, words.length - at); count > 0; count -= 1) {
      const name = words
        .slice(at, at + count)
        .map(({ word }) => word.toLowerCase())
        .join(' ');
      const nation = nations.get(name);
      if (nation === undefined) continue;
      const start = words[at]?.start ?? 0;
      const end = words[at + count - 1]?.end ?? start;
      found.push({ nation, start, end, adjective: name !== nation });
      at += count - 1;
      break;
    }
  }
  return found;
}

/** Countries named in some words, by name or adjective. */
export const namedNations = (words: string, language: string): string[] =>
  nationsIn(words, languageOf(language).names.nations).map(({ nation }) => nation);

/** Longest stretch between "Norway's" and the name it belongs to: "defence intelligence chief". */
const longestTitle = 60;

/** "the French finance minister Jean …": an adjective of a country, then a title, then the name. */
const afterAdjective = /^\s(?:[\p{L}-]+\s){0,5}$/u;
/** "Norway's chief of police, Per …": a possessive, then a title, with or without a comma before the name. */
const afterPossessive = /^['’]s?\s(?:[\p{L}-]+,?\s){0,6}$/u;

const known = new WeakMap<Profile, Map<string, Set<string>>>();

/** Countries the sources of an article speak for, by the sources' keys. */
function nationsBySource(profile: Profile): Map<string, Set<string>> {
  const before = known.get(profile);
  if (before) return before;
  const { nations } = languageOf(profile.analysis.language).names;
  const found = new Map<string, Set<string>>();
  const mentions: { part: ArticlePart; source: Claim['attribution'] & object }[] = [];
  for (const { part, attribution } of profile.analysis.claims)
    if (attribution) mentions.push({ part, source: attribution });
  for (const {
    part,
    source: { source },
  } of mentions) {
    const from = Math.max(0, source.start - longestTitle);
    const text = partText(profile.article, part).slice(from, source.end);
    const own = found.get(source.key) ?? new Set<string>();
    for (const { nation, start, end, adjective } of nationsIn(text, nations)) {
      const inside = start >= source.start - from;
      const whole = inside && start + from === source.start && end + from >= source.end - 1;
      const between = text.slice(end, source.start - from);
      const titled =
        !inside && (afterPossessive.test(between) || (adjective && afterAdjective.test(between)));
      // "The head of Norway's police, Per …" is one of theirs, "Norwegian media" are nobody's.
      const theirs = source.official || (source.named && /^['’]s?\s/.test(text.slice(end)));
      if (whole || titled || (inside && theirs)) own.add(nation);
    }
    found.set(source.key, own);
  }
  known.set(profile, found);
  return found;
}

/**
 * Countries a claim's source speaks for: the country itself, its officials, and by name whoever the article
 * introduced as one of theirs. Its media do not speak for it, and give none.
 */
export const sourceNations = (profile: Profile, claim: Claim): ReadonlySet<string> =>
  (claim.attribution && nationsBySource(profile).get(claim.attribution.source.key)) ?? new Set();
