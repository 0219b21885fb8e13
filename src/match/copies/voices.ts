import type { Article } from '../../model/article';
import type { CopyReason, Voice } from '../../model/comparison';
import type { MatchCorrections } from '../corrections';
import { copyFeatures } from './copy-features';
import { copyGroups, declaresOriginal, rememberedCopyText } from './copy-groups';
import { creditedTo } from './credits';
import { likelyFirst, publishedBefore } from './first-publisher';
import { passages } from './passages';

const sameText = 0.85;
const shortened = 0.8;
const sameLength = 0.75;

const wordsIn = (article: Article): number => rememberedCopyText(article).words.length;

/** The fullest text first; a text known to be cut stands for nobody while a whole one is there. */
const fullestFirst = (left: Article, right: Article): number =>
  Number(left.completeness.state !== 'whole') - Number(right.completeness.state !== 'whole') ||
  wordsIn(right) - wordsIn(left) ||
  publishedBefore(left, right) ||
  (left.id < right.id ? -1 : 1);

function reasonFor(copy: Article, lead: Article, share: number): CopyReason {
  if (declaresOriginal(copy, lead)) return { code: 'declared-original', address: copy.original!.value };
  const features = copyFeatures(rememberedCopyText(copy), rememberedCopyText(lead));
  const credit = creditedTo(copy);
  if (credit && features.fivesMore < shortened) return { code: 'credit', credit };
  // Words added to a text do not make the text another: what was left out of it does.
  if (features.fivesMore >= sameText && features.lengthRatio >= sameLength)
    return { code: 'same-text', share };
  if (features.fivesMore >= shortened) return { code: 'shortened', share };
  return { code: 'rewritten', share };
}

function copyOf(copy: Article, lead: Article): Voice['copies'][number] {
  const { shared, added } = passages(rememberedCopyText(copy), rememberedCopyText(lead));
  const length = shared.reduce((sum, span) => sum + span.end - span.start, 0);
  const share = Math.round((100 * length) / Math.max(1, copy.text.length)) / 100;
  return { article: copy.id, reason: reasonFor(copy, lead, share), shared, added };
}

function voiceOf(members: Article[]): Voice {
  const [lead, ...others] = [...members].sort(fullestFirst);
  const ordered = [lead!, ...others];
  return {
    id: `v-${lead!.id}`,
    lead: lead!.id,
    articles: ordered.map((article) => article.id),
    outlets: [...new Set(ordered.map((article) => article.outlet.value))],
    copies: others.map((article) => copyOf(article, lead!)),
    likelyFirst: likelyFirst(ordered),
  };
}

/**
 * Articles that carry one text, together as one voice: copies, shortened reposts, light rewrites. Shared quotations
 * do not make a copy. The voice of the first article comes first, the others in order of time.
 * @param elsewhere stored articles near by that tell other stories: they show up digests
 */
export function collapseVoices(
  articles: readonly Article[],
  corrections?: MatchCorrections,
  elsewhere: readonly Article[] = [],
): Voice[] {
  const groups = copyGroups(articles, corrections, elsewhere).map((positions) =>
    positions.map((at) => articles[at]!),
  );
  const earliest = (members: Article[]) => [...members].sort(publishedBefore)[0]!;
  const [own, ...others] = groups;
  others.sort(
    (left, right) =>
      publishedBefore(earliest(left), earliest(right)) || (left[0]!.id < right[0]!.id ? -1 : 1),
  );
  return own ? [own, ...others].map(voiceOf) : [];
}
