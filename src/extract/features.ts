import { type Block, Place } from './block';
import { hintNames } from './class-words';
import { log, type Measured, measureAll, type PageHints, parentOf, phraseOf } from './measures/measured';
import { type PageContext, pageContext } from './measures/page-statistics';
import { contextNames, hintMasks, writePlaceFeatures } from './measures/place-features';
import { textNames, writeTextFeatures } from './measures/text-features';
import { phraseKinds } from './phrases';

export type { PageHints } from './measures/measured';

/** In the order of their bits. */
const placeNames = Object.keys(Place);
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

const neighbourNames = ['words', 'linkShare', 'endsSentence', 'found', 'heading', 'sameElement'] as const;
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

/** Sets one place for each bit of `mask`. All of `out` is zero so far. */
function writeBits(out: Float64Array, at: number, mask: number): void {
  for (let left = mask; left !== 0; left &= left - 1) out[at + 31 - Math.clz32(left & -left)] = 1;
}

/** What the block announces, its tag, where it stands by tags and roles, and by class words. */
function writeMarks(out: Float64Array, at: number, row: Measured, page: PageContext): number {
  const { context, tag } = row.block;
  const phrase = phraseOf(row);
  if (phrase) out[at + phraseKinds.indexOf(phrase)] = 1;
  let next = at + phraseKinds.length;
  const group = groupOfTag.get(tag);
  if (group !== undefined) out[next + group] = 1;
  next += tagNames.length;
  writeBits(out, next, context.places);
  next += placeNames.length;
  const [near, above] = hintMasks(context, page.common);
  writeBits(out, next, near);
  next += hintNames.length;
  writeBits(out, next, above);
  return next + hintNames.length;
}

function writeNeighbours(out: Float64Array, at: number, { block }: Measured, rows: Measured[]): void {
  const parent = parentOf(block);
  let next = at;
  for (const offset of offsets) {
    const other = rows[block.index + offset];
    if (!other) {
      out.fill(-1, next, next + neighbourNames.length);
      next += neighbourNames.length;
      continue;
    }
    out[next++] = log(other.roughWords);
    out[next++] = other.linkShare;
    out[next++] = other.block.endsSentence ? 1 : 0;
    out[next++] = other.found ? 1 : 0;
    out[next++] = other.block.kind === 'heading' ? 1 : 0;
    out[next++] = parentOf(other.block) === parent ? 1 : 0;
  }
}

/**
 * One row of numbers for each block of a page that the trees are to be asked about, in the order of `featureNames`;
 * null for the others.
 */
export function featurise(blocks: Block[], found: boolean[], hints: PageHints): (Float64Array | null)[] {
  const measured = measureAll(blocks, found);
  const page = pageContext(measured, hints);
  const rows = new Array<Float64Array | null>(blocks.length).fill(null);
  for (const row of page.asked) {
    const out = new Float64Array(featureNames.length);
    let at = writeTextFeatures(out, 0, row.block);
    at = writeMarks(out, at, row, page);
    at = writePlaceFeatures(out, at, row, page);
    writeNeighbours(out, at, row, measured);
    rows[row.block.index] = out;
  }
  return rows;
}
