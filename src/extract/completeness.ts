import type { Completeness, CutReason } from '../model/article';
import type { Block } from './block';
import { countWords } from './characters';
import table from './data/notice-words.json';
import { linkedText } from './metadata/json-ld';
import type { PageFacts } from './metadata/page-facts';
import { endsSentence, key } from './text-shape';

const paywallPhrases = table.paywall.map(key);

/** Below this many words there is a headline and perhaps a teaser, not an article. */
const headlineOnlyWords = 25;
const shortWords = 150;

const isFalse = (value: unknown): boolean =>
  value === false || /^false$/i.test(String(linkedText(value) ?? ''));

/** Whether linked data or meta tags say that the text is not free to read. */
function declaredNotFree(facts: PageFacts): boolean {
  if (facts.linked.article && isFalse(facts.linked.article.isAccessibleForFree)) return true;
  const tier = facts.meta.first('article:content_tier');
  return tier === 'locked' || tier === 'metered';
}

function hasPaywallNotice(facts: PageFacts): boolean {
  const last = facts.body.at(-1)?.index ?? -1;
  return facts.blocks.slice(Math.max(0, last - 2), last + 12).some((block) => {
    if (block.text.length > 300) return false;
    const form = key(block.text);
    return paywallPhrases.some((phrase) => form.includes(phrase));
  });
}

function endReason(body: Block[], markLength: number): CutReason | null {
  const last = body.at(-1);
  if (last?.kind !== 'text') return null;
  const ending = last.text.slice(0, last.text.length - markLength);
  if (/(?:…|\.\.\.|\[…\]|\[\.\.\.\])$/.test(ending)) return 'ends-with-ellipsis';
  const long = body.filter((block) => block.kind === 'text' && block.words >= 15);
  const ended = long.filter((block) => block.endsSentence).length;
  // Only where the article's other paragraphs do end in full stops: some scripts and outlets use none.
  const usual = long.length >= 2 && ended / long.length >= 0.6;
  return usual && countWords(ending) >= 8 && !endsSentence(ending) ? 'ends-mid-sentence' : null;
}

/**
 * Whether a text is whole, perhaps cut (with every reason seen), or only a headline. `markLength` is the length
 * of an agency's mark after the last sentence.
 */
export function judgeCompleteness(
  facts: PageFacts,
  words: number,
  morePages: boolean,
  markLength: number,
): Completeness {
  const reasons: CutReason[] = [];
  const locked = declaredNotFree(facts);
  const notice = hasPaywallNotice(facts);
  const end = endReason(facts.body, markLength);
  const declaredBody = linkedText(facts.linked.article?.articleBody);
  const declaredWords = declaredBody
    ? countWords(declaredBody.replace(/<[^>]+>/g, ' '))
    : Number(linkedText(facts.linked.article?.wordCount) ?? 0);
  const shorter = declaredWords > 80 && words < declaredWords * 0.6;
  // Subscribers read locked articles whole: the declaration alone says nothing about this text.
  if (locked && (notice || end || shorter || words < shortWords)) reasons.push('declared-not-free');
  if (notice && (words < 400 || locked || end)) reasons.push('paywall-notice');
  if (shorter) reasons.push('shorter-than-declared');
  if (end) reasons.push(end);
  if (morePages) reasons.push('more-pages');
  if (words < headlineOnlyWords) return { state: 'headline-only', reasons };
  return { state: reasons.length > 0 ? 'perhaps-cut' : 'whole', reasons };
}
