import type { Sourced } from '../model/article';
import { type Block, blocksOf } from './block';
import { bare } from './characters';
import type { PageHints } from './features';
import { declaredAuthors } from './metadata/authors';
import { readHeadline } from './metadata/headline';
import { linkedText } from './metadata/json-ld';
import { readOutlet, siteNamesOf } from './metadata/outlet';
import { gatherFacts, type PageFacts } from './metadata/page-facts';
import type { PageSnapshot } from './reading/page-snapshot';

/** A page read as far as it goes before anybody has decided which blocks are the article. */
export interface PreparedPage {
  blocks: Block[];
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

/** Works out of what was read of a page which metadata says what belongs together. */
export function preparePage(page: PageSnapshot): PreparedPage {
  const blocks = blocksOf(page);
  const found = blocks.map(() => false);
  for (const index of page.found) found[index] = true;
  const body = page.found.map((index) => blocks[index] as Block);
  const facts = gatherFacts(page, blocks, body);
  const outlet = readOutlet(facts);
  const headline = readHeadline(facts, siteNamesOf(facts, outlet.value));
  const authors = declaredAuthors(facts, outlet.value);
  const hints = hintsOf(facts, headline.value, authors, outlet.value);
  return { blocks, facts, outlet, headline, found, hints };
}
