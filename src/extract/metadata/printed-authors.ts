import type { Block } from '../block';
import { hintBit } from '../class-words';
import { hintsBelow } from '../furniture';
import { key } from '../text-shape';
import { type Byline, isEmpty, nobodyNamed, readByline, uniqueNames } from './names';
import type { PageFacts } from './page-facts';

const opensLikeByline = new RegExp(
  `^(?:${['by', 'written by', 'erstellt von', 'geschrieben von', 'escrito por', 'publicado por', 'écrit par', 'scritto da', 'words by', 'story by', 'von', 'beitrag von', 'text von', 'par', 'por', 'di', 'door', 'av', 'af', 'bởi', 'oleh', 'przez', 'автор', 'بقلم'].join('|')})\\s*:?\\s+\\p{L}`,
  'iu',
);

/** A link whose address spells out its words leads to a story; an author's page has two or three words. */
const leadsToStory = (block: Block): boolean =>
  block.links.some(({ href, start, end }) => {
    const words = key(block.text.slice(start, end));
    return words.split(' ').length >= 5 && key(href).includes(words);
  });

const hasAuthorHint = (block: Block): boolean =>
  !leadsToStory(block) && (hintsBelow(block.context, null, 2) & hintBit.author) !== 0;

/** Two to four words that each begin with a capital, or any short text in a script without capitals. */
export const looksLikeName = (text: string): boolean =>
  /^\p{Lu}[\p{L}\p{M}'’.-]*(?:\s(?:\p{Lu}[\p{L}\p{M}'’.-]*|de|del|da|dos|van|von|der|den|al|bin|la|le)){1,4}$/u.test(
    text,
  ) ||
  (/^[\p{Script=Han}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}\s・]{2,20}$/u.test(text) &&
    text.length <= 20);

/** A byline printed with the article: one that opens as bylines do, else a block marked as the author's. */
export function fromBlocks(blocks: Block[], outlet: string): Byline {
  const short = blocks.filter((block) => block.text.length <= 160);
  for (const line of short.flatMap((block) => block.lines)) {
    if (!opensLikeByline.test(line) && !/^(?:By|Von|Par|Por)\p{Lu}/u.test(line)) continue;
    const byline = readByline(line, outlet);
    if (!isEmpty(byline)) return byline;
  }
  // Each name often stands in an element of its own.
  const marked = short
    .filter(hasAuthorHint)
    .flatMap((block) => block.lines)
    .map((line) => readByline(line, outlet))
    // One part that is no name, and the line was a headline: "Northern Rail and the price of silence".
    .filter((byline) => byline.people.every(looksLikeName));
  return {
    people: uniqueNames(marked.flatMap((byline) => byline.people)),
    organisations: uniqueNames(marked.flatMap((byline) => byline.organisations)),
  };
}

/** Some outlets sign below the text; what follows the next heading belongs to other stories. */
export function belowText(facts: PageFacts): Block[] {
  const last = facts.body.at(-1)?.index ?? -1;
  if (last < 0) return [];
  const near = facts.blocks.slice(Math.max(0, last - 1), last + 5);
  const heading = near.findIndex((block) => block.index > last && /^h[1-4]$/.test(block.tag));
  return heading < 0 ? near : near.slice(0, heading);
}

/** Names alone in bold as one of the first or last lines of the text. */
export function fromSignature(blocks: Block[], outlet: string): Byline {
  for (const block of blocks) {
    const bold = block.boldLength > block.text.length * 0.9;
    if (!bold || block.linkLength > 0 || block.text.length > 120) continue;
    const byline = readByline(block.text, outlet);
    const names = block.text.split('/').map((name) => name.trim());
    if (names.every(looksLikeName) && !isEmpty(byline)) return byline;
  }
  return nobodyNamed;
}

/** The first lines of the text and those right above it, behind the headline. */
export function opening({ blocks, body, headlineAt }: PageFacts): Block[] {
  const first = body[0]?.index ?? -1;
  if (first < 0) return [];
  return blocks.slice(Math.max(headlineAt + 1, first - 3), first + 4).filter(({ kind }) => kind === 'text');
}
