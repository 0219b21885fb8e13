import type { Sourced } from '../../model/article';
import type { Block } from '../block';
import { bare } from '../characters';
import { fold, key } from '../text-shape';
import { linkedText } from './json-ld';
import type { PageFacts } from './page-facts';

const separators = /\s+[|·•»«–—\-:/]+\s+|\s*[|｜]\s*|\s+[-–—]\s*|\s*[–—]\s+/gu;

/** Text as linked data and meta tags hold it, with character references decoded that were encoded twice. */
export const decode = (text: string): string =>
  fold(
    text
      .replace(/<[^>]{1,80}>/g, ' ')
      .replace(
        /&(?:amp;)?(#x?[0-9a-f]+|amp|quot|apos|lt|gt|nbsp|rsquo|lsquo|ldquo|rdquo|ndash|mdash|hellip);/gi,
        (whole, name: string) => reference(name) ?? whole,
      ),
  );

const namedReferences: Record<string, string> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
};

function reference(name: string): string | null {
  if (!name.startsWith('#')) return namedReferences[name.toLowerCase()] ?? null;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 31 && code < 0x110000 ? String.fromCodePoint(code) : null;
}

/** Share of the words of the shorter text that stand in the longer one, 0 to 1. */
export function agreement(left: string, right: string): number {
  const wordsOfText = (text: string): string[] => {
    const words = key(text).split(' ').filter(Boolean);
    return words.length > 2 ? words : [...key(text).replace(/ /g, '')];
  };
  const one = wordsOfText(left);
  const other = new Set(wordsOfText(right));
  if (one.length === 0 || other.size === 0) return 0;
  const shared = one.filter((word) => other.has(word)).length;
  return shared / Math.min(one.length, Math.max(other.size, 1));
}

/** Cuts the outlet's name from the end, or the start, of a headline. */
function cutSiteName(title: string, siteNames: string[]): string {
  const names = new Set(siteNames.map((name) => key(name).replace(/ /g, '')).filter(Boolean));
  const isSite = (part: string): boolean => {
    const form = key(part).replace(/ /g, '');
    if (form === '') return true;
    for (const name of names) {
      if (
        form === name ||
        (form.length >= 4 &&
          name.length >= 4 &&
          (name.startsWith(form) || (form.startsWith(name) && form.length < name.length + 10)))
      )
        return true;
    }
    return false;
  };
  let text = title;
  for (let turn = 0; turn < 4; turn++) {
    const marks = [...text.matchAll(separators)];
    const last = marks.at(-1);
    const first = marks[0];
    if (last && isSite(text.slice((last.index ?? 0) + last[0].length))) text = text.slice(0, last.index);
    else if (first && isSite(text.slice(0, first.index)))
      text = text.slice((first.index ?? 0) + first[0].length);
    else break;
  }
  return fold(text) || title;
}

interface Candidate {
  text: string;
  source: Sourced<string>['source'];
}

const visibleHeadings = (facts: PageFacts): Block[] => facts.blocks.filter((block) => block.tag === 'h1');

const declared = (facts: PageFacts, siteNames: string[]): Candidate[] => {
  const list: Candidate[] = [];
  const add = (text: string | null, source: Candidate['source']): void => {
    const clean = text ? cutSiteName(decode(text), siteNames) : '';
    if (clean) list.push({ text: clean, source });
  };
  add(linkedText(facts.linked.article?.headline), 'json-ld');
  add(facts.meta.first('og:title'), 'meta');
  add(
    facts.meta.first('twitter:title', 'dc.title', 'parsely-title', 'sailthru.title', 'title', 'headline'),
    'meta',
  );
  add(facts.declared.title, 'title-element');
  return list;
};

const isCut = (text: string): boolean => /(?:…|\.\.\.)$/.test(text);

/** The h1 that says most nearly what a declared headline says, and how nearly, 0 to 1. */
function nearestHeading(
  headings: Block[],
  declaredHeadline: string,
): { heading: Block | null; agreed: number } {
  let chosen: Block | null = null;
  let agreed = 0;
  for (const heading of headings) {
    const value = agreement(heading.text, declaredHeadline);
    if (value > agreed) {
      agreed = value;
      chosen = heading;
    }
  }
  return { heading: chosen, agreed };
}

/**
 * The headline: the visible h1 that agrees with what the page declares (linked data, else meta, else the title
 * element), else what it declares, site name cut. Also finds its place among the blocks, for the zone around it.
 */
export function readHeadline(facts: PageFacts, siteNames: string[]): Sourced<string> {
  const candidates = declared(facts, siteNames);
  const headings = visibleHeadings(facts);
  const whole = candidates.filter((candidate) => !isCut(candidate.text));
  const best = whole[0] ?? candidates[0];
  if (best) {
    const { heading, agreed } = nearestHeading(headings, best.text);
    if (heading && agreed >= 0.6) {
      facts.headlineAt = heading.index;
      return { value: heading.text, source: 'heading' };
    }
    facts.headlineAt = placeOf(facts, best.text) ?? headings[0]?.index ?? -1;
    return { value: best.text, source: best.source };
  }
  const only = headings[0] ?? facts.blocks.find((block) => block.kind === 'heading');
  facts.headlineAt = only?.index ?? -1;
  return { value: only?.text ?? '', source: 'heading' };
}

const placeOf = (facts: PageFacts, headline: string): number | undefined => {
  const form = bare(headline);
  const near = (length: number): boolean => Math.abs(length - headline.length) <= 12;
  return facts.blocks.find((block) => near(block.text.length) && bare(block.text) === form)?.index;
};
