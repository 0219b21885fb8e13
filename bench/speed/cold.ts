import { profileOf } from '../../src/match';
import type { Article } from '../../src/model/article';
import { toldStory } from '../../src/service/told-story';
import { openLibrary, takeOrders } from './library';

/** What the first answer of a worker takes, in milliseconds. */
export interface Cold {
  /** From the worker's first instant, its start and the reading of its script included. */
  sinceStart: number;
  /** From the message that asked. */
  sinceAsked: number;
  pages: number;
  voices: number;
}

const context = openLibrary();
// As the background does, which looks for work that is owed when it starts: the database opens while the order arrives.
void context.store.count('work');

/** The first and only order of a worker: sixty nearest articles, or the whole story with its voices. */
takeOrders<{ article: Article; story: boolean }, Cold>(async ({ article, story }) => {
  const asked = performance.now();
  let pages = 0;
  let voices = 0;
  if (story) {
    const told = await toldStory(context, article);
    pages = told.pages.length;
    voices = told.voices.length;
  } else {
    pages = (await context.index.statistics()).nearest(profileOf(article), 60).length;
  }
  const now = performance.now();
  return { sinceStart: now, sinceAsked: now - asked, pages, voices };
});
