import type { Article, ArticlePart } from '../../model/article';
import type { Analysis, Claim } from '../../model/claim';
import { contentWords, Unit, type Word } from './unit';

export interface AnalysedArticle {
  article: Article;
  analysis: Analysis;
}

/** An article made ready for alignment: its sentences and their clauses as units. */
export interface Profile extends AnalysedArticle {
  sentences: Unit[];
  /** Clauses of the sentence at a place, in order, made when first asked for; a sentence of one clause has itself. */
  clausesOf(at: number): readonly Unit[];
  /** In how many sentences of the article each root stands. */
  frequency: Map<string, number>;
}

export const partText = (article: Article, part: ArticlePart): string =>
  part === 'headline' ? article.headline.value : article.text;

/**
 * The words of a clause are those of its sentence that lie in it. Where its range cuts a word, what is left of it
 * reads differently, and the clause is read anew.
 */
function wordsOfClause(whole: string, claim: Claim, sentence: Unit): Word[] {
  const { start, end } = claim;
  const isCut = (at: number): boolean => isInsideWord(whole, at);
  if (start < sentence.start || end > sentence.end || isCut(start) || isCut(end))
    return contentWords(whole.slice(start, end), start);
  return sentence.words.filter((word) => word.start >= start && word.end <= end);
}

const isWordly = /[\p{L}\p{N}'’.]/u;

/** Whether a word may run on across a place in a text. */
const isInsideWord = (text: string, at: number): boolean =>
  isWordly.test(text.charAt(at - 1)) && isWordly.test(text.charAt(at));

function sentencesOf({ article, analysis }: AnalysedArticle): Unit[] {
  const claimsBySentence: Claim[][] = analysis.sentences.map(() => []);
  for (const claim of analysis.claims) claimsBySentence[claim.sentence]?.push(claim);
  return analysis.sentences.map(({ start, end, part }, index) => {
    const whole = partText(article, part);
    const words = contentWords(whole.slice(start, end), start);
    return new Unit(whole, { start, end }, part, index, words, claimsBySentence[index] ?? []);
  });
}

function clausesOf(sentence: Unit, article: Article): readonly Unit[] {
  const { part, claims, sentence: index } = sentence;
  if (claims.length < 2) return [sentence];
  const whole = partText(article, part);
  return claims.map(
    (claim) => new Unit(whole, claim, part, index, wordsOfClause(whole, claim, sentence), [claim]),
  );
}

const prepared = new WeakMap<Analysis, Profile>();

/** Prepares an article, once per analysis. */
export function profileOf({ article, analysis }: AnalysedArticle): Profile {
  const known = prepared.get(analysis);
  if (known && known.article === article) return known;
  const sentences = sentencesOf({ article, analysis });
  const frequency = new Map<string, number>();
  for (const { roots } of sentences) {
    for (const root of roots) frequency.set(root, (frequency.get(root) ?? 0) + 1);
  }
  const clauses: (readonly Unit[] | undefined)[] = [];
  const profile: Profile = {
    article,
    analysis,
    sentences,
    clausesOf(at) {
      const sentence = sentences[at];
      const known = clauses[at] ?? (sentence ? clausesOf(sentence, article) : []);
      clauses[at] = known;
      return known;
    },
    frequency,
  };
  prepared.set(analysis, profile);
  return profile;
}
