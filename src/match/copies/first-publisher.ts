import type { Article } from '../../model/article';
import type { Voice } from '../../model/comparison';
import { declaresOriginal } from './copy-groups';
import { agencyName, creditedTo } from './credits';

const time = (article: Article): string =>
  article.published ? (article.published.value.instant ?? article.published.value.day) : '9999';

const day = (article: Article): string => article.published?.value.day ?? '9999';

/** Instants are only comparable when both are known; otherwise days decide. */
export const publishedBefore = (left: Article, right: Article): number => {
  const both = left.published?.value.instant && right.published?.value.instant;
  const [one, other] = both ? [time(left), time(right)] : [day(left), day(right)];
  return one < other ? -1 : one > other ? 1 : 0;
};

/** Who probably published a text first: who is credited, who is linked, who was earliest, who has the most of it. */
export function likelyFirst(members: readonly Article[]): Voice['likelyFirst'] {
  const names = members.map(creditedTo).filter((name) => name !== null);
  const credited = names.sort(
    (left, right) =>
      names.filter((name) => name === right).length - names.filter((name) => name === left).length ||
      (left < right ? -1 : 1),
  )[0];
  if (credited) {
    const own = members.find((article) => agencyName(article.outlet.value) === credited);
    return { name: credited, article: own?.id ?? null, reason: 'credited' };
  }
  const linked = members.find((article) => members.some((other) => declaresOriginal(other, article)));
  if (linked) return { name: linked.outlet.value, article: linked.id, reason: 'linked' };
  const [first, second] = [...members].sort(publishedBefore);
  if (!first) return { name: '', article: null, reason: 'only-one' };
  if (!second) return { name: first.outlet.value, article: first.id, reason: 'only-one' };
  if (first.published && publishedBefore(first, second) < 0) {
    return { name: first.outlet.value, article: first.id, reason: 'earliest' };
  }
  const longest = [...members].sort(
    (left, right) => right.text.length - left.text.length || (left.id < right.id ? -1 : 1),
  )[0]!;
  return { name: longest.outlet.value, article: longest.id, reason: 'longest' };
}
