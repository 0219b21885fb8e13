import type { Article, ArticlePart } from '../../model/article';
import type { Analysis, Claim } from '../../model/claim';
import { makeUnit, type Unit } from './unit';

export interface AnalysedArticle {
  article: Article;
  analysis: Analysis;
}

/** An article made ready for alignment: its sentences and its clauses as units. */
export interface Profile extends AnalysedArticle {
  sentences: Unit[];
  /** Clauses of each sentence, in order; a sentence of one clause has itself. */
  clauses: Unit[][];
  /** In how many sentences of the article each root stands. */
  frequency: Map<string, number>;
}

export const partText = (article: Article, part: ArticlePart): string =>
  part === 'headline' ? article.headline.value : article.text;

const prepared = new WeakMap<Analysis, Profile>();

/** Prepares an article, once per analysis. */
export function profileOf({ article, analysis }: AnalysedArticle): Profile {
  const known = prepared.get(analysis);
  if (known && known.article === article) return known;
  const claimsBySentence: Claim[][] = analysis.sentences.map(() => []);
  for (const claim of analysis.claims) claimsBySentence[claim.sentence]?.push(claim);
  const sentences = analysis.sentences.map((sentence, index) =>
    makeUnit(partText(article, sentence.part), sentence, sentence.part, index, claimsBySentence[index] ?? []),
  );
  const clauses = sentences.map((sentence, index) => {
    const claims = claimsBySentence[index] ?? [];
    if (claims.length < 2) return [sentence];
    return claims.map((claim) =>
      makeUnit(partText(article, sentence.part), claim, sentence.part, index, [claim]),
    );
  });
  const frequency = new Map<string, number>();
  for (const { roots } of sentences) {
    for (const root of roots) frequency.set(root, (frequency.get(root) ?? 0) + 1);
  }
  const profile = { article, analysis, sentences, clauses, frequency };
  prepared.set(analysis, profile);
  return profile;
}
