import { Place } from './page-snapshot';

/** What a tag means for reading: bits beside those of `Place`. */
export const Tag = { skipped: 1 << 20, startsLine: 1 << 21, cell: 1 << 22, other: 1 << 23 } as const;

/** Elements that start a new line. */
const lineTags =
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer ' +
  'form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody ' +
  'tfoot thead tr caption ul amp-fit-text';
/** Elements that never hold text of an article. */
const skippedTags =
  'script style noscript template svg math canvas object embed video audio select option button input ' +
  'textarea head map area meta link datalist progress meter rp rt track source img picture param dialog iframe';
/** Elements that need a second look before they are entered or passed over. */
const otherTags = 'br hr iframe frame a form';
const placeOfTag: Record<string, number> = {
  figure: Place.figure,
  figcaption: Place.figure | Place.caption,
  aside: Place.aside,
  form: Place.form,
  fieldset: Place.form,
  footer: Place.footer,
  header: Place.header,
  article: Place.article,
  main: Place.main,
  table: Place.table,
  caption: Place.caption,
  ul: Place.list,
  ol: Place.list,
  dl: Place.list,
  blockquote: Place.blockquote,
  nav: Place.nav,
  a: Place.link,
  b: Place.bold,
  strong: Place.bold,
  em: Place.italic,
  i: Place.italic,
  time: Place.time,
};

/** One look-up an element: everything its tag alone says. */
export const tagBits = new Map<string, number>(Object.entries(placeOfTag));
for (const [tags, bit] of [
  [lineTags, Tag.startsLine],
  [skippedTags, Tag.skipped],
  [otherTags, Tag.other],
  ['td th', Tag.cell],
] as const) {
  for (const tag of tags.split(' ')) tagBits.set(tag, (tagBits.get(tag) ?? 0) | bit);
}

/** The bits of `Place` among a tag's bits. */
export const placesOf = (bits: number): number => bits & (Tag.skipped - 1);
