import type { Article } from '../model/article';
import { identify } from '../model/identity';
import type { Block } from './block';
import { joinBlocks } from './body';
import { bare } from './characters';
import type { Choice } from './choose';
import { judgeCompleteness } from './completeness';
import { readDateline, readEndMark } from './dateline';
import type { Capture, Extraction } from './judge-page';
import { chooseLanguage } from './language';
import { readLiveEntries } from './live-entries';
import { type Authorship, readAuthors } from './metadata/authors';
import { linkedText } from './metadata/json-ld';
import { agencyOf } from './metadata/names';
import { readOriginal } from './metadata/original';
import { hostOf } from './metadata/outlet';
import type { PageFacts } from './metadata/page-facts';
import { readModified, readPublished } from './metadata/published';
import { readWireCredit } from './metadata/wire-credit';
import { noteKind, readNotes } from './notes';
import { hasMorePages, pageKind } from './page-kind';
import type { PreparedPage } from './prepare';

/** Body blocks without headline, notes and repetitions, which stand elsewhere in the article. */
function withoutRepeats(choice: Choice, headline: string): Block[] {
  const seen = new Set<string>();
  const title = bare(headline);
  return choice.kept.filter((block, position) => {
    const { form } = block;
    const drop = (reason: string): boolean => {
      choice.removed.push({ step: 'assemble', reason, text: block.text });
      return false;
    };
    if (position < 4 && form === title && title !== '') return drop('headline');
    if (block.text.length >= 60 && seen.has(form)) return drop('duplicate');
    if (noteKind(block.text)) return drop('editorial-note');
    seen.add(form);
    return true;
  });
}

function languagesOf(facts: PageFacts): (string | null)[] {
  const { declared, meta, linked } = facts;
  return [
    declared.language,
    meta.first('og:locale'),
    linkedText(linked.article?.inLanguage),
    meta.first('content-language', 'language', 'dc.language', 'dcterms.language'),
  ];
}

/** Dates with slashes need the region too: `en-US` puts the month first. */
function dateLanguages(facts: PageFacts, language: string): string[] {
  const region = languagesOf(facts)[0]?.toLowerCase().replace('_', '-');
  const own = language === 'en' && region === 'en-us' ? 'en-us' : language;
  return own.startsWith('en') ? [own] : [own, 'en'];
}

const sectionOf = (facts: PageFacts): string | null =>
  facts.meta.first('article:section', 'parsely-section', 'section') ??
  linkedText(facts.linked.article?.articleSection);

/** Imported pages may have been saved long before. */
const readAt = ({ how, capturedAt }: Capture): string | null => (how === 'imported' ? null : capturedAt);

/** Puts the chosen blocks and the page's metadata together as an article. */
export function assemble(
  { blocks, facts, outlet, headline }: PreparedPage,
  choice: Choice,
  capture: Capture,
): Extraction {
  const notes = readNotes(blocks, choice.kept);
  const body = withoutRepeats(choice, headline.value);
  facts.body = body;
  const { address: raw, declared } = facts;
  const { standfirst } = choice;
  const joined = joinBlocks([...standfirst, ...body], raw);
  const bodyParagraphs = joined.paragraphs.slice(standfirst.length);
  const dateline = readDateline(body[0]?.text ?? '');
  const end = readEndMark(body.at(-1)?.text ?? '');
  setAside(bodyParagraphs, dateline?.text.length ?? 0, end?.text.length ?? 0);
  const language = chooseLanguage(languagesOf(facts), joined.text || headline.value);
  const authorship = readAuthors(facts, outlet.value);
  const original = readOriginal(facts, headline.value);
  const liveEntries = readLiveEntries(facts, body, bodyParagraphs);
  const morePages = hasMorePages(facts);
  const wordCount = [...standfirst, ...body].reduce((sum, block) => sum + block.words, 0);
  const declaredAddress = declared.canonical || facts.meta.first('og:url');
  const { id, address } = identify(raw, declaredAddress, joined.text);
  const article: Article = {
    id,
    address,
    outlet,
    host: hostOf(raw),
    headline,
    authors: authorship.authors,
    wireCredit: readWireCredit(
      facts,
      authorship.organisations,
      outlet.value,
      { dateline, end },
      original?.value ?? null,
    ),
    published: readPublished(facts, dateLanguages(facts, language.value), readAt(capture)),
    modified: readModified(facts),
    language,
    section: sectionOf(facts),
    original,
    dateline: dateline?.text.trim() ?? null,
    text: joined.text,
    paragraphs: joined.paragraphs,
    links: joined.links,
    notes,
    kind: pageKind(facts, liveEntries.length, morePages),
    liveEntries,
    completeness: judgeCompleteness(facts, wordCount, morePages, end?.text.length ?? 0),
    wordCount,
    captured: { at: capture.capturedAt, how: capture.how ?? 'page', reader: capture.reader ?? 'readability' },
  };
  return {
    article,
    removed: choice.removed,
    credited: creditedNames(authorship),
  };
}

/** People and the agencies beside them; the outlet's own name counts only where it names nobody else. */
function creditedNames({ authors, organisations }: Authorship): string[] {
  const agencies = organisations.filter((name) => agencyOf(name) !== null);
  const names = [...authors.value, ...agencies];
  return names.length > 0 ? names : organisations;
}

/**
 * Takes dateline and agency mark out of the first and last paragraph. They stay in `text`, as printed, but in
 * no paragraph: sentences begin behind the one and end before the other.
 */
function setAside(paragraphs: Article['paragraphs'], opening: number, closing: number): void {
  const first = paragraphs[0];
  const last = paragraphs.at(-1);
  if (first && opening > 0 && first.end - first.start > opening) first.start += opening;
  if (last && closing > 0 && last.end - last.start > closing) last.end -= closing;
}
