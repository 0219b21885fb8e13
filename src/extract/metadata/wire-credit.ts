import type { Sourced } from '../../model/article';
import type { EndMark } from '../dateline';
import { key } from '../text-shape';
import { linkedText, resolveNode } from './json-ld';
import { agencyOf, plainCase } from './names';
import type { PageFacts } from './page-facts';

/** "newsweek" of www.newsweek.com, written as the body writes it. */
function outletOfOriginal(original: string, text: string): string | null {
  let label = '';
  try {
    label =
      new URL(original).hostname
        .replace(/^www\./, '')
        .split('.')
        .at(-2) ?? '';
  } catch {
    return null;
  }
  if (label.length < 3) return null;
  const known = agencyOf(label);
  if (known) return known;
  const words = text.match(/\p{Lu}[\p{L}\p{N}'’]*(?:\s\p{Lu}[\p{L}\p{N}'’]*){0,3}/gu) ?? [];
  return words.find((word) => key(word).replace(/ /g, '') === label) ?? null;
}

const opensWithCredit =
  /\b(?:via|agency|source|quelle|fuente|fonte|bron|källa|kilde|źródło|kaynak|sumber)\s*[:：]?\s*([\p{L} .&-]{2,40})$/iu;

/**
 * The agency or outlet a text is credited to, apart from its authors: named in the byline, in the dateline,
 * at the end of the text, as the source organisation in linked data, near the text ("Agencies"), or by the link to the original.
 */
export function readWireCredit(
  facts: PageFacts,
  organisations: string[],
  outlet: string,
  marks: { dateline: EndMark | null; end: EndMark | null },
  original: string | null,
): Sourced<string> | null {
  const isSelf = (name: string): boolean => {
    const own = key(outlet);
    return key(name) === own || own.split(' ')[0] === key(name);
  };
  const credited = organisations.map(agencyOf).find((name) => name && !isSelf(name));
  if (credited) return { value: credited, source: 'byline' };
  const source = linkedText(
    resolveNode(
      facts.linked.article?.sourceOrganization ?? facts.linked.article?.provider,
      facts.linked.nodes,
    ),
  );
  if (source && !isSelf(source)) return { value: plainCase(agencyOf(source) ?? source), source: 'json-ld' };
  const marked = marks.dateline?.agency ?? marks.end?.agency;
  if (marked && !isSelf(marked)) return { value: marked, source: 'text' };
  const first = facts.body[0]?.index ?? 0;
  const last = facts.body.at(-1)?.index ?? 0;
  const around = [
    ...facts.blocks.slice(Math.max(0, facts.headlineAt), first),
    ...facts.blocks.slice(last + 1, last + 4),
  ];
  for (const block of around) {
    if (block.text.length > 60) continue;
    const agency = agencyOf(block.text) ?? agencyOf(opensWithCredit.exec(block.text)?.[1] ?? '');
    if (agency && !isSelf(agency)) return { value: agency, source: 'visible' };
  }
  const text = facts.body.map((block) => block.text).join('\n');
  const named = original ? outletOfOriginal(original, text) : null;
  return named && !isSelf(named) ? { value: named, source: 'visible' } : null;
}
