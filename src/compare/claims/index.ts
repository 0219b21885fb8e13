import type { Article } from '../../model/article';
import type { Analysis, Claim } from '../../model/claim';
import { languageOf } from '../languages';
import { analysisRules } from '../rules';
import { claimsOf } from './assemble';
import { attributionsOf } from './attributions';
import { assembleAttributions } from './plain';
import { quotationsOf } from './quotations';
import { isDateLine, readSentences } from './sentence-readings';
import { assignSpeakers, resolveFirstPerson } from './speakers';

/**
 * Longest text that is analysed, in characters: about 30,000 words, ten times a long report. The rest of a
 * longer text is left out and `analysedUntil` says from where, so that nothing "left out" is told of it.
 */
export const longestText = 180_000;

const analysedEnd = (article: Article): number => {
  if (article.text.length <= longestText) return article.text.length;
  const last = article.paragraphs.filter((paragraph) => paragraph.end <= longestText).at(-1);
  return last?.end ?? longestText;
};

/**
 * Sentences, typed claims, quotations and attributions of one article. Pure: the same article and rules give
 * the same analysis. All spans are offsets into `article.text` or `article.headline.value`, as `part` says.
 */
export function analyse(article: Article): Analysis {
  const language = languageOf(article.language.value);
  const until = analysedEnd(article);
  const reading = readSentences(article, language, until);
  const attributions = attributionsOf(reading, language);
  const quotations = reading.sentences.flatMap((sentence) =>
    quotationsOf(
      sentence.part === 'headline' ? article.headline.value : article.text,
      sentence,
      sentence.index,
      reading.quoted[sentence.part],
    ),
  );
  const speakers = assignSpeakers(quotations, attributions, reading.sentences);
  resolveFirstPerson(speakers, attributions, language);
  const claims: Claim[] = [];
  for (const sentence of reading.sentences) {
    const source = sentence.part === 'headline' ? article.headline.value : article.text;
    const heading = sentence.paragraph >= 0 && article.paragraphs[sentence.paragraph]?.kind === 'heading';
    if (heading || sentence.tokens.length < 3 || isDateLine(source.slice(sentence.start, sentence.end)))
      continue;
    const own = attributions.filter((attribution) => attribution.sentence === sentence.index);
    const quoted = [...speakers].filter(([quotation]) => quotation.sentence === sentence.index);
    const context = { sentence, attributions: own, quoted, reference: reading.reference, language };
    claims.push(...claimsOf(context, claims.length));
  }
  const sentences = reading.sentences.map(({ start, end, part }) => ({ start, end, part }));
  return {
    article: article.id,
    rules: analysisRules,
    language: language.code,
    sentences,
    claims,
    quotations,
    attributions: assembleAttributions(attributions),
    analysedUntil: until < article.text.length ? until : null,
  };
}

export { type Saying, whoSays } from './who-says';
