import type {
  Article,
  BodyLink,
  CaptureMethod,
  CutReason,
  FactSource,
  PublicationDate,
  ReaderName,
} from '../model/article';
import { identify, outletHost } from '../model/identity';
import { fail, ok, type Result } from '../model/result';
import { joinBlocks } from './body';
import { countWords } from './characters';
import { readDateline, readEndMark } from './dateline';
import { chooseLanguage } from './language';
import { parseMachineDate } from './metadata/dates';
import { readByline, uniqueNames } from './metadata/names';
import { fold } from './text-shape';

export interface PlainArticle {
  headline: string;
  /** Paragraphs parted by blank lines, or by single line breaks when there are no blank lines. */
  text: string;
  address?: string;
  outlet?: string;
  authors?: string[];
  /** ISO day or instant, as the source states it. */
  published?: string;
  modified?: string;
  language?: string;
  section?: string;
  /** ISO instant. */
  capturedAt: string;
  how: CaptureMethod;
  reader?: ReaderName;
  /** Why the text is known to be cut: a feed's summary. */
  cut?: CutReason[];
  links?: BodyLink[];
}

const sourceOf: Partial<Record<CaptureMethod, FactSource>> = {
  feed: 'feed',
  imported: 'import',
  pasted: 'reader',
};

/** Cuts a plain text into folded paragraphs. */
export function plainParagraphs(text: string): string[] {
  const clean = text.replace(/\r\n?/g, '\n');
  const blank = /\n[^\S\n]*\n/;
  const parts = blank.test(clean) ? clean.split(/\n[^\S\n]*\n+/) : clean.split('\n');
  return parts.map(fold).filter((part) => part !== '');
}

const hostOf = (address: string): string => {
  try {
    return outletHost(new URL(address).hostname);
  } catch {
    return '';
  }
};

function dated(
  value: string | undefined,
  source: FactSource,
): { value: PublicationDate; source: FactSource } | null {
  const date = value ? parseMachineDate(value) : null;
  return date ? { value: date, source } : null;
}

/**
 * An article from text that came without a page: pasted, imported, from a feed or a bench file. No DOM is
 * needed. Fails with `text-too-short` when there is neither headline nor text.
 */
export function articleFromText(input: PlainArticle): Result<Article> {
  const source = sourceOf[input.how] ?? 'text';
  const paragraphs = plainParagraphs(input.text);
  const headline = fold(input.headline) || (paragraphs[0] ?? '').slice(0, 160);
  if (headline === '') return fail('text-too-short');
  const joined = joinBlocks(
    paragraphs.map((text) => ({ text, kind: 'text' as const, links: [] })),
    input.address ?? '',
  );
  const dateline = readDateline(paragraphs[0] ?? '');
  const end = readEndMark(paragraphs.at(-1) ?? '');
  const first = joined.paragraphs[0];
  const last = joined.paragraphs.at(-1);
  if (first && dateline) first.start += dateline.text.length;
  if (last && end && last.end - last.start > end.text.length) last.end -= end.text.length;
  const bylines = (input.authors ?? []).map((name) => readByline(name, input.outlet ?? null));
  const organisations = bylines.flatMap((byline) => byline.organisations);
  const agency = organisations[0] ?? dateline?.agency ?? end?.agency ?? null;
  const address = input.address?.trim() ?? '';
  const host = hostOf(address);
  const wordCount = countWords(joined.text);
  const { id, address: identity } = identify(address, null, joined.text || headline);
  return ok({
    id,
    address: identity,
    outlet: input.outlet ? { value: fold(input.outlet), source } : { value: host, source: 'host' },
    host,
    headline: { value: headline, source: fold(input.headline) ? source : 'text' },
    authors: { value: uniqueNames(bylines.flatMap((byline) => byline.people)), source },
    wireCredit: agency ? { value: agency, source: organisations[0] ? source : 'text' } : null,
    published: dated(input.published, source),
    modified: dated(input.modified, source),
    language: chooseLanguage([input.language ?? null], joined.text || headline),
    section: input.section ?? null,
    original: null,
    dateline: dateline?.text.trim() ?? null,
    text: joined.text,
    paragraphs: joined.paragraphs,
    links: input.links ?? [],
    notes: [],
    kind: 'article',
    liveEntries: [],
    completeness: {
      state: wordCount < 25 ? 'headline-only' : input.cut?.length ? 'perhaps-cut' : 'whole',
      reasons: input.cut ?? [],
    },
    wordCount,
    captured: { at: input.capturedAt, how: input.how, reader: input.reader ?? readerOf(input.how) },
  });
}

const readerOf = (how: CaptureMethod): ReaderName =>
  how === 'feed' ? 'feed' : how === 'imported' ? 'import' : how === 'selection' ? 'selection' : 'pasted';
