import { type AnalysedArticle, type Profile, profileOf } from './profile';
import { type Rarity, rarityOf } from './rarity';

/** The articles of a story made ready, with how rare each word is among them. */
export interface Story {
  profiles: Profile[];
  rarity: Rarity;
}

export function storyOf(articles: readonly AnalysedArticle[]): Story {
  const profiles = articles.map(profileOf);
  return { profiles, rarity: rarityOf(profiles) };
}
