import type {
  Address,
  Article,
  BodyLink,
  Completeness,
  CutReason,
  EditorialNote,
  FactSource,
  LiveEntry,
  Paragraph,
  PublicationDate,
  Sourced,
  Span,
} from './article';
import { identify, identityRule } from './identity';
import {
  day,
  type Fields,
  filled,
  finite,
  instant,
  list,
  oneOf,
  orNull,
  ParseProblem,
  type Parser,
  shape,
  text,
  whole,
} from './parse';
import { fail, ok, type Result } from './result';

/** Longest text kept: a book of 700 pages. Longer ones are a mistake of whoever made the file. */
const longestText = 2_000_000;

const factSource = oneOf<FactSource>({
  'json-ld': true,
  meta: true,
  microdata: true,
  heading: true,
  'title-element': true,
  byline: true,
  visible: true,
  relative: true,
  address: true,
  text: true,
  declared: true,
  detected: true,
  host: true,
  feed: true,
  import: true,
  reader: true,
});

const sourced = <T>(parser: Parser<T>): Parser<Sourced<T>> =>
  shape<Sourced<T>>({ value: parser, source: factSource });

const date = shape<PublicationDate>({ day, instant: orNull(instant), offsetMinutes: orNull(finite) });

const span = { start: whole, end: whole };

const fields: Fields<Article> = {
  id: (value, path) => {
    if (typeof value !== 'string' || !/^a\d+-[0-9a-f]{20}$/.test(value))
      throw new ParseProblem(path, 'an article id');
    return value;
  },
  address: shape<Address>({ raw: text, canonical: orNull(filled), identity: filled }),
  outlet: sourced(text),
  host: text,
  headline: sourced(text),
  authors: sourced(list(text)),
  wireCredit: orNull(sourced(filled)),
  published: orNull(sourced(date)),
  modified: orNull(sourced(date)),
  language: sourced(text),
  section: orNull(text),
  original: orNull(sourced(text)),
  dateline: orNull(text),
  text: (value, path) => {
    if (typeof value !== 'string' || value.length > longestText)
      throw new ParseProblem(path, `text of at most ${longestText} characters`);
    return value;
  },
  paragraphs: list(
    shape<Paragraph>({
      ...span,
      kind: oneOf<Paragraph['kind']>({ text: true, heading: true, 'list-item': true, quote: true }),
    }),
  ),
  links: list(shape<BodyLink>({ ...span, href: filled })),
  notes: list(
    shape<EditorialNote>({
      kind: oneOf<EditorialNote['kind']>({ correction: true, update: true, clarification: true }),
      text: filled,
    }),
  ),
  kind: oneOf<Article['kind']>({
    article: true,
    'live-blog': true,
    gallery: true,
    transcript: true,
    video: true,
    index: true,
    'multi-page': true,
  }),
  liveEntries: list(shape<LiveEntry>({ ...span, at: orNull(text), heading: orNull(text) })),
  completeness: shape<Completeness>({
    state: oneOf<Completeness['state']>({ whole: true, 'perhaps-cut': true, 'headline-only': true }),
    reasons: list(
      oneOf<CutReason>({
        'declared-not-free': true,
        'paywall-notice': true,
        'shorter-than-declared': true,
        'shorter-than-visible': true,
        'ends-mid-sentence': true,
        'ends-with-ellipsis': true,
        'more-pages': true,
        'feed-summary': true,
        'still-loading': true,
        'text-dropped': true,
      }),
    ),
  }),
  wordCount: whole,
  captured: shape<Article['captured']>({
    at: instant,
    how: oneOf<Article['captured']['how']>({
      page: true,
      selection: true,
      pasted: true,
      'open-tab': true,
      remembered: true,
      feed: true,
      fetched: true,
      imported: true,
    }),
    reader: oneOf<Article['captured']['reader']>({
      readability: true,
      defuddle: true,
      selection: true,
      pasted: true,
      feed: true,
      import: true,
    }),
  }),
};

const article = shape<Article>(fields);

/** Ranges must lie in the text; `apart` ones must also be in order and not overlap. */
function checkRanges(ranges: readonly Span[], length: number, path: string, apart: boolean): void {
  let from = 0;
  for (const [index, { start, end }] of ranges.entries()) {
    if (start >= end || end > length)
      throw new ParseProblem(`${path}[${index}]`, `a range within the text of ${length} characters`);
    if (apart && start < from) throw new ParseProblem(`${path}[${index}]`, 'a range after the one before');
    from = end;
  }
}

/** An id made by this rule must be the one its address gives; ids of other rules are taken as they are. */
function checkIdentity({ id, address }: Article): void {
  if (!id.startsWith(`a${identityRule}-`) || address.identity.startsWith('text:')) return;
  if (identify(address.raw, address.canonical).id !== id)
    throw new ParseProblem('id', `the id of ${address.identity}`);
}

/**
 * The only way in for an article from outside: a page's script, the store, an archive, an import. Checks every
 * field and every offset; unknown fields are dropped. Fails with 'record-damaged' and the field concerned.
 */
export function parseArticle(value: unknown): Result<Article> {
  try {
    const parsed = article(value, '');
    checkRanges(parsed.paragraphs, parsed.text.length, 'paragraphs', true);
    checkRanges(parsed.links, parsed.text.length, 'links', false);
    checkRanges(parsed.liveEntries, parsed.text.length, 'liveEntries', false);
    checkIdentity(parsed);
    return ok(parsed);
  } catch (problem) {
    if (!(problem instanceof ParseProblem)) throw problem;
    return fail('record-damaged', { field: problem.path || 'article', expected: problem.expected });
  }
}
