import type { Sourced } from '../model/article';
import { ok, type Result } from '../model/result';
import type { PageText } from './block';
import { bare } from './characters';
import type { DomAccess } from './dom';
import type { PageHints } from './features';
import { readAuthors } from './metadata/authors';
import { readHeadline } from './metadata/headline';
import { linkedText } from './metadata/json-ld';
import { readOutlet, siteNamesOf } from './metadata/outlet';
import { gatherFacts, type PageFacts } from './metadata/page-facts';
import { readBlocks } from './read-blocks';
import { foundInOrder, type ReaderChoice } from './reader-choice';

/** A page read as far as it goes before anybody has decided which blocks are the article. */
export interface PreparedPage {
  page: PageText;
  facts: PageFacts;
  outlet: Sourced<string>;
  headline: Sourced<string>;
  /** For each block, whether the reader (Readability or the second one) took it. */
  found: boolean[];
  hints: PageHints;
}

const withoutTags = (html: string): string => html.replace(/<[^>]+>/g, ' ');

function hintsOf(facts: PageFacts, headline: string, authors: string[], outlet: string): PageHints {
  return {
    declaredBody: bare(withoutTags(linkedText(facts.linked.article?.articleBody) ?? '')),
    headline,
    description: bare(
      facts.meta.first('description', 'og:description') ??
        linkedText(facts.linked.article?.description) ??
        '',
    ),
    authors: authors.map(bare),
    outlet: bare(outlet),
  };
}

/** Reads blocks, the reader's choice and the metadata that says which blocks belong together. */
export function preparePage(
  dom: DomAccess,
  address: string,
  choose: () => ReaderChoice | null,
): Result<PreparedPage> {
  const page = readBlocks(dom);
  if (!page.ok) return page;
  const { blocks } = page.value;
  const found = foundInOrder(
    blocks.map((block) => block.text),
    choose(),
  );
  const body = blocks.filter((_, index) => found[index]);
  const facts = gatherFacts(dom, address, blocks, body, page.value.title);
  const outlet = readOutlet(facts);
  const headline = readHeadline(facts, siteNamesOf(facts, outlet.value));
  const authors = readAuthors(facts, outlet.value).authors.value;
  const hints = hintsOf(facts, headline.value, authors, outlet.value);
  return ok({ page: page.value, facts, outlet, headline, found, hints });
}
