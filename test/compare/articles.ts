import type { AnalysedArticle } from '../../src/compare';
import { analyse } from '../../src/compare';
import type { Article } from '../../src/model/article';
import { identify } from '../../src/model/identity';
import { joinParagraphs, onDay, plainArticle } from '../../src/model/plain-article';

export interface ArticleSketch {
  outlet: string;
  headline?: string;
  published?: string;
  paragraphs: string[];
  cut?: boolean;
}

/** A fictional article as plain data. */
export function makeArticle({ outlet, headline = '', published, paragraphs, cut }: ArticleSketch): Article {
  const body = joinParagraphs(paragraphs);
  return plainArticle({
    ...identify(`https://${outlet}.test/${headline.length}-${body.text.length}`, null, body.text),
    outlet: { value: outlet, source: 'declared' },
    host: `${outlet}.test`,
    headline: { value: headline, source: 'heading' },
    published: published ? onDay(published, 'meta') : null,
    language: { value: 'en', source: 'declared' },
    ...body,
    completeness: cut
      ? { state: 'perhaps-cut', reasons: ['paywall-notice'] }
      : { state: 'whole', reasons: [] },
    captured: { at: '2031-05-04T10:00:00.000Z', how: 'page', reader: 'readability' },
  });
}

export const analysed = (sketch: ArticleSketch): AnalysedArticle => {
  const article = makeArticle(sketch);
  return { article, analysis: analyse(article) };
};

/** The fictional ferry accident of Port Ellery, told by several outlets. */
export const ferryStory: ArticleSketch[] = [
  {
    outlet: 'harbour-gazette',
    headline: 'Ferry runs aground off Port Ellery, 14 injured',
    published: '2031-05-03',
    paragraphs: [
      'A passenger ferry ran aground near Port Ellery on Saturday, injuring 14 people, the coast guard said.',
      'The Maren Dahl was carrying 212 passengers and 18 crew members when it struck a sandbank at 6:40 a.m.',
      '“We heard a long scraping sound and then everything stopped,” said passenger Ilse Brandvold.',
      'Captain Jonas Rehn, 51, told investigators that the steering had failed shortly before the accident.',
      'Repairs to the vessel are expected to cost $3.2 million, according to the operator Norlink.',
      'The coast guard commander praised the volunteers of the Tarn lifeboat station.',
    ],
  },
  {
    outlet: 'ellery-post',
    headline: 'Injured ferry passengers recover after grounding',
    published: '2031-05-03',
    paragraphs: [
      'At least 14 people were injured when a passenger ferry ran aground near Port Ellery on Saturday.',
      'The ferry Maren Dahl had 212 passengers on board when it struck a sandbank, the coast guard said.',
      '“We heard a long scraping sound and then everything stopped,” passenger Ilse Brandvold said.',
      'The captain, Jonas Rehn, 51, said the steering failed before the accident.',
      'Schools in Port Ellery opened their gymnasiums to stranded travellers during the night.',
      'Divers found a crack of two metres in the hull of the ferry on Saturday evening.',
    ],
  },
  {
    outlet: 'island-times',
    headline: 'Nine hurt as ferry hits sandbank',
    published: '2031-05-03',
    paragraphs: [
      'Nine people were injured on Saturday when the ferry Maren Dahl ran aground near Port Ellery.',
      'The ship was carrying 187 passengers when it struck a sandbank, the operator Norlink said.',
      'Captain Jonas Rehn, 53, reported a failure of the steering.',
      'Divers found a crack of two metres in the hull of the ferry on Saturday evening.',
      'Schools in Port Ellery opened their gymnasiums to stranded travellers during the night.',
    ],
  },
];
