import { type Block, Place } from './block';
import { hintNames } from './class-words';
import { log, type Measured, measure, type PageHints, parentOf } from './measures/measured';
import { pageContext } from './measures/page-statistics';
import { contextNames, hintMasks, placeFeatures } from './measures/place-features';
import { textFeatures, textNames } from './measures/text-features';
import { phraseKinds } from './phrases';

export type { PageHints } from './measures/measured';

const places = Object.entries(Place);
const tagGroups: Record<string, string[]> = {
  p: ['p'],
  div: ['div', 'section', 'article', 'main', 'center', 'body'],
  heading: ['h2', 'h3'],
  smallHeading: ['h4', 'h5', 'h6'],
  title: ['h1'],
  item: ['li', 'dt', 'dd', 'ul', 'ol'],
  row: ['tr', 'table', 'tbody', 'caption'],
  quote: ['blockquote'],
};
const tagNames = Object.keys(tagGroups);
const groupOfTag = new Map(
  tagNames.flatMap((name, index) => (tagGroups[name] ?? []).map((tag) => [tag, index])),
);

const neighbourNames = [
  'words',
  'linkShare',
  'endsSentence',
  'found',
  'heading',
  'announced',
  'sameElement',
] as const;
const offsets = [-2, -1, 1, 2] as const;

/** Names of all features, in the order of a row. */
export const featureNames: string[] = [
  ...textNames,
  ...phraseKinds.map((kind) => `announces:${kind}`),
  ...tagNames.map((name) => `tag:${name}`),
  ...places.map(([name]) => `in:${name}`),
  ...hintNames.map((name) => `near:${name}`),
  ...hintNames.map((name) => `above:${name}`),
  ...contextNames,
  ...offsets.flatMap((offset) => neighbourNames.map((name) => `${name}@${offset}`)),
];

const bits = (mask: number, count: number): number[] =>
  hintNames.slice(0, count).map((_, index) => (mask >> index) & 1);

function neighbourFeatures(row: Measured, rows: Measured[]): number[] {
  return offsets.flatMap((offset) => {
    const other = rows[row.block.index + offset];
    if (!other) return [-1, -1, -1, -1, -1, -1, -1];
    return [
      log(other.words),
      other.linkShare,
      +other.endsSentence,
      +other.found,
      +(other.block.kind === 'heading'),
      +(other.phrase !== null),
      +(parentOf(other) === parentOf(row)),
    ];
  });
}

/**
 * One row of numbers for each block of a page, in the order of `featureNames`. Blocks more than `farthest` blocks
 * away from all that the reader took get none: menus and footers need no second look.
 */
export function featurise(
  blocks: Block[],
  found: boolean[],
  hints: PageHints,
  farthest = Number.POSITIVE_INFINITY,
): (Float64Array | null)[] {
  const rows = blocks.map((block, index) => measure(block, found[index] ?? false));
  const page = pageContext(rows, hints);
  const limit = found.includes(true) ? farthest : Number.POSITIVE_INFINITY;
  return rows.map((row, index) => {
    if ((page.nearest[index] ?? 0) > limit) return null;
    const { context, tag } = row.block;
    const [near, above] = hintMasks(context, page.common);
    const group = groupOfTag.get(tag) ?? -1;
    const parts = [
      textFeatures(row),
      phraseKinds.map((kind) => +(row.phrase === kind)),
      tagNames.map((_, tagIndex) => +(tagIndex === group)),
      places.map(([, bit]) => +((context.places & bit) !== 0)),
      bits(near, hintNames.length),
      bits(above, hintNames.length),
      placeFeatures(row, page),
      neighbourFeatures(row, rows),
    ];
    const line = new Float64Array(featureNames.length);
    let at = 0;
    for (const part of parts) {
      line.set(part, at);
      at += part.length;
    }
    return line;
  });
}
