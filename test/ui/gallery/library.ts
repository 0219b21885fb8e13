import type { ArticleCard, ArticleQuery } from '../../../src/messages/library-calls';
import type { Article } from '../../../src/model/article';
import { storyArticles } from './articles';

const places = [
  'Sorrel Junction',
  'Lower Venn',
  'Marrow',
  'Ostin',
  'Varn',
  'Kestrel Bay',
  'Harrow',
  'Upper Venn',
];
const things = [
  'Bridge at {} reopens after repairs',
  'Council of {} votes on the new tram line',
  'Harvest fair in {} draws record crowd',
  'Two held after fire at the {} granary',
  'School strike in {} enters its third week',
];

export function cardOf(article: Article, change: Partial<ArticleCard> = {}): ArticleCard {
  return {
    id: article.id,
    headline: article.headline.value,
    outlet: article.outlet.value,
    host: article.host,
    day: article.published?.value.day ?? null,
    savedAt: article.captured.at,
    address: article.address.raw,
    wordCount: article.wordCount,
    completeness: article.completeness.state,
    how: article.captured.how,
    versions: 1,
    tags: [],
    note: '',
    read: false,
    language: article.language.value,
    ...change,
  };
}

/** As many cards as wanted: the flood's six first, invented small news after. */
export function libraryOf(count: number): ArticleCard[] {
  const story = storyArticles.map((article, index) =>
    cardOf(article, {
      tags: index === 0 ? ['flood', 'Sorrel Valley'] : [],
      read: index > 2,
      versions: index === 3 ? 2 : 1,
      ...(index < 2 || index === 3 ? { differs: 3 - (index % 3) } : {}),
    }),
  );
  const rest = Array.from({ length: Math.max(0, count - story.length) }, (_, index): ArticleCard => {
    const article = storyArticles[index % storyArticles.length] as Article;
    const headline = (things[index % things.length] ?? '').replace('{}', places[index % places.length] ?? '');
    const day = new Date(Date.UTC(2031, 1, 28 - (index % 900))).toISOString().slice(0, 10);
    return cardOf(article, {
      id: `a1-${index}`,
      headline,
      day,
      savedAt: `${day}T08:00:00.000Z`,
      read: index % 3 > 0,
    });
  });
  return [...story, ...rest].slice(0, count);
}

/** Answers `article.list` from cards held in memory: enough of a search to try the page with. */
export const listFrom = (cards: ArticleCard[]) => (query: ArticleQuery) => {
  const words = query.text.toLowerCase();
  const found = cards.filter(
    (card) =>
      card.headline.toLowerCase().includes(words) &&
      (!query.outlet || card.outlet === query.outlet) &&
      (!query.day || card.day === query.day),
  );
  const key = { saved: 'savedAt', published: 'day', outlet: 'outlet', headline: 'headline' } as const;
  const field = key[query.order];
  found.sort((a, b) => (a[field] ?? '').localeCompare(b[field] ?? '') * (query.descending ? -1 : 1));
  return {
    cards: found.slice(query.offset, query.offset + query.limit),
    total: found.length,
    waiting: 0,
  };
};

/** The outlets of a made-up library. */
export const outletsFrom = (cards: ArticleCard[]): { outlets: string[] } => ({
  outlets: [...new Set(cards.map((card) => card.outlet))].sort(),
});
