import type { Article } from '../model/article';
import type { NearMiss } from '../model/library-query';
import type { ServiceContext } from './context';
import { storyOf } from './told-story';

/** Stored articles that were nearly taken for the same event, nearest first, each with why it was not. */
export async function nearMisses(context: ServiceContext, article: Article): Promise<NearMiss[]> {
  const { refused } = (await storyOf(context, article)).decision;
  const kept = await context.store.getMany(
    'cards',
    refused.map(({ article: id }) => id),
  );
  return refused.flatMap((refusal, at) => {
    const card = kept[at]?.card;
    return card ? [{ refusal, card }] : [];
  });
}
