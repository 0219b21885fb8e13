import type { Article, ArticleId } from '../model/article';
import { stem } from '../text/stem';
import { isStopWord, tokens } from '../text/words';
import type { ServiceContext } from './context';
import { recentReading } from './landing';
import { storyOf } from './told-story';

/**
 * A headline as likely as this to tell an article's event is worth a look at its text. Far below what makes two
 * articles one event: six words of a headline seldom do, and a wrong guess costs one request.
 */
const worthFetching = 0.1;
/** One word in common is chance, in a small library above all: "on board" and "school board". */
const wordsInCommon = 2;
const headlinesLimit = 12;

const stemsOf = (text: string, language: string): Set<string> =>
  new Set(
    tokens(text, language)
      .filter(({ word }) => word.length > 2 && !isStopWord(word, language))
      .map(({ word }) => stem(word, language)),
  );

/** How many words of one headline stand in an article's headline or text. */
function sharedWords(headline: Article, article: Article): number {
  const written = stemsOf(`${article.headline.value}\n${article.text}`, article.language.value);
  const words = [...stemsOf(headline.headline.value, headline.language.value)];
  return words.filter((word) => written.has(word)).length;
}

/** Stored articles that may tell the event of `article`, likeliest first. */
async function likely(context: ServiceContext, article: Article): Promise<ArticleId[]> {
  const { decision } = await storyOf(context, article);
  return decision.ranked.filter(({ score }) => score >= worthFetching).map(({ article: id }) => id);
}

/** Stored headlines without a text that may tell the event of `article`, likeliest first. */
export async function headlinesAbout(context: ServiceContext, article: Article): Promise<ArticleId[]> {
  const ids = await likely(context, article);
  const cards = await context.store.getMany('cards', ids);
  const bare = ids.filter((_, index) => cards[index]?.card.completeness === 'headline-only');
  return (await context.shelf.newest(bare))
    .filter((headline) => sharedWords(headline, article) >= wordsInCommon)
    .map(({ id }) => id)
    .slice(0, headlinesLimit);
}

/** Whether an article, perhaps only its headline, may tell the event of one the reader read lately. */
export async function mayTellReading(context: ServiceContext, article: Article): Promise<boolean> {
  const recent = await recentReading(context);
  if (recent.size === 0) return false;
  const read = (await likely(context, article)).filter((id) => recent.has(id));
  return (await context.shelf.newest(read)).some((each) => sharedWords(article, each) >= wordsInCommon);
}
