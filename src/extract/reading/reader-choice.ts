import { endsSentence } from '../text-shape';
import type { ReadBlock, ReadElements } from './page-snapshot';

/** What a reader (Readability, Defuddle) took for the article, as text without white space to find blocks in. */
export interface ReaderChoice {
  squeezed: string;
}

export const squeeze = (text: string): string =>
  text.replace(/[\s\u200b\u200e\u200f\u2060\ufeff\u00ad]+/g, '');

/** A reader's text as a choice; null when it is empty. */
export function asChoice(text: string): ReaderChoice | null {
  const squeezed = squeeze(text);
  return squeezed === '' ? null : { squeezed };
}

/** From this length on a text is itself: shorter ones ("Share") occur anywhere. */
const ownWords = 40;
/** How far behind its predecessor a short text may stand and still be taken for the same occurrence. */
const reach = 60;

interface Range {
  start: number;
  end: number;
}

/** Where `text` stands in `squeezed` between `from` and `to`, or -1: a search that stops. */
const indexWithin = (squeezed: string, text: string, from: number, to: number): number => {
  const at = squeezed.slice(from, to + text.length).indexOf(text);
  return at < 0 ? -1 : from + at;
};

/** Long texts first, wherever they stand; in order where they occur twice. */
function findLong(texts: string[], squeezed: string): (Range | null)[] {
  let from = 0;
  return texts.map((text) => {
    if (text.length < ownWords) return null;
    let at = squeezed.indexOf(text, from);
    if (at < 0) at = squeezed.indexOf(text);
    if (at < 0) return null;
    from = Math.max(from, at + text.length);
    return { start: at, end: at + text.length };
  });
}

/**
 * Positions of the texts (of a page's blocks, in order) that stand in the reader's choice. Short texts are looked
 * for only right behind a neighbour that was found.
 */
export function foundInOrder(texts: string[], choice: ReaderChoice | null): number[] {
  if (!choice) return [];
  const { squeezed } = choice;
  const wanted = texts.map(squeeze);
  const ranges = findLong(wanted, squeezed);
  const found: number[] = [];
  let end = 0;
  wanted.forEach((text, index) => {
    const range = ranges[index];
    if (range) end = range.end;
    else if (text === '' || text.length >= ownWords) return;
    else {
      const at = indexWithin(squeezed, text, end, end + reach);
      if (at < 0) return;
      end = at + text.length;
    }
    found.push(index);
  });
  return found;
}

/** A paragraph by its looks: some sentences that are no links. */
const isProse = ({ text, linkLength = 0 }: ReadBlock): boolean =>
  text.length >= ownWords * 2 && linkLength < text.length / 2 && endsSentence(text);

/** Tag and class of an element and two above it: the same for all paragraphs of a text. */
function pathOf({ parents, tags, classes }: ReadElements, element: number): string {
  let path = '';
  for (let at = element, level = 0; at >= 0 && level < 3; at = parents[at] as number, level++)
    path += `${tags[at]} ${classes[at]} `;
  return path;
}

const leastParagraphs = 3;
/** By how much a body above the choice must be longer to be taken in its place. */
const leastGain = 1.5;

/**
 * The paragraphs that stand between the headline and all that a reader took, when they are plainly more: then it took
 * what the page says about itself below the article, its terms and disclaimers. Null when there are no such.
 */
export function bodyAbove(blocks: ReadBlock[], elements: ReadElements, found: number[]): number[] | null {
  const first = found[0] ?? 0;
  const headline = blocks.findLastIndex(({ tag }, index) => tag === 'h1' && index < first);
  if (headline < 0) return null;
  const paths = new Map<string, number[]>();
  for (let index = headline + 1; index < first; index++) {
    const block = blocks[index] as ReadBlock;
    if (!isProse(block)) continue;
    const path = pathOf(elements, block.element);
    paths.set(path, [...(paths.get(path) ?? []), index]);
  }
  const lengthOf = (some: number[]): number =>
    some.reduce((sum, index) => sum + (blocks[index] as ReadBlock).text.length, 0);
  const taken = lengthOf(found.filter((index) => isProse(blocks[index] as ReadBlock)));
  const body = [...paths.values()].find(
    (some) => some.length >= leastParagraphs && lengthOf(some) > leastGain * taken,
  );
  return body ?? null;
}
