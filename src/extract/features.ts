import { type Block, Place } from './block';
import { hintNames } from './class-words';
import { log, type Measured, measureAll, type PageHints, parentOf, phraseOf } from './measures/measured';
import { type PageContext, pageContext } from './measures/page-statistics';
import { contextNames, hintMasks, writePlaceFeatures } from './measures/place-features';
import { textNames, writeTextFeatures } from './measures/text-features';
import { phraseKinds } from './phrases';

export type { PageHints } from './measures/measured';

const placeNames = Object.keys(Place);
const places = Object.values(Place);
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
  ...placeNames.map((name) => `in:${name}`),
  ...hintNames.map((name) => `near:${name}`),
  ...hintNames.map((name) => `above:${name}`),
  ...contextNames,
  ...offsets.flatMap((offset) => neighbourNames.map((name) => `${name}@${offset}`)),
];

function writeBits(out: Float64Array, at: number, mask: number): number {
  for (let bit = 0; bit < hintNames.length; bit++) out[at + bit] = (mask >> bit) & 1;
  return at + hintNames.length;
}

/** What the block announces, its tag, where it stands by tags and roles, and by class words. */
function writeMarks(out: Float64Array, at: number, row: Measured, page: PageContext): number {
  const { context, tag } = row.block;
  const phrase = phraseOf(row);
  // All of `out` is zero so far.
  if (phrase) out[at + phraseKinds.indexOf(phrase)] = 1;
  let next = at + phraseKinds.length;
  const group = groupOfTag.get(tag);
  if (group !== undefined) out[next + group] = 1;
  next += tagNames.length;
  for (let place = 0; place < places.length; place++)
    out[next + place] = (context.places & (places[place] as number)) === 0 ? 0 : 1;
  next += places.length;
  const [near, above] = hintMasks(context, page.common);
  next = writeBits(out, next, near);
  return writeBits(out, next, above);
}

function writeNeighbours(out: Float64Array, at: number, row: Measured, rows: Measured[]): void {
  const parent = parentOf(row);
  let next = at;
  for (const offset of offsets) {
    const other = rows[row.block.index + offset];
    if (!other) {
      out.fill(-1, next, next + neighbourNames.length);
      next += neighbourNames.length;
      continue;
    }
    out[next++] = log(other.words);
    out[next++] = other.linkShare;
    out[next++] = +other.block.endsSentence;
    out[next++] = +other.found;
    out[next++] = +(other.block.kind === 'heading');
    out[next++] = +(phraseOf(other) !== null);
    out[next++] = +(parentOf(other) === parent);
  }
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
  const rows = measureAll(blocks, found);
  const page = pageContext(rows, hints);
  const limit = found.includes(true) ? farthest : Number.POSITIVE_INFINITY;
  return rows.map((row, index) => {
    if ((page.nearest[index] ?? 0) > limit) return null;
    const out = new Float64Array(featureNames.length);
    let at = writeTextFeatures(out, 0, row);
    at = writeMarks(out, at, row, page);
    at = writePlaceFeatures(out, at, row, page);
    writeNeighbours(out, at, row, rows);
    return out;
  });
}
