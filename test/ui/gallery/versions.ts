import type { Article } from '../../../src/model/article';
import type { ChangedWords, VersionChange } from '../../../src/model/version-change';
import { post } from './articles';
import { writeArticle } from './build-story';

const early = post.text.replace('At least 14 people', 'At least 12 people').split('\n\n');

const earlier = writeArticle({
  outlet: 'The Marrow Post',
  host: 'marrowpost.test',
  path: '2031/03/05/alder-dam',
  headline: 'Alder Dam gives way after night of rain',
  authors: ['Ilse Tarn', 'Bo Wexley', 'Ada Mills'],
  day: '2031-03-05',
  paragraphs: [...early.slice(0, 5), 'The weather service had warned of floods.'],
});

/** A sentence of an article with its words marked, found by its text. */
function changed(article: Article, sentence: string, value: string): ChangedWords {
  const start = article.text.indexOf(sentence);
  const at = start + sentence.indexOf(value);
  if (start < 0 || at < start) throw new Error(`not in the invented article: ${sentence}`);
  return {
    part: 'text',
    start,
    end: start + sentence.length,
    marks: [{ start: at, end: at + value.length }],
    value,
  };
}

const whole = (article: Article, sentence: string): ChangedWords => ({
  ...changed(article, sentence, sentence),
  marks: [],
});

const change: VersionChange = {
  savedAt: post.captured.at,
  since: '2031-03-05T07:00:00.000Z',
  facts: [
    { kind: 'headline', before: earlier.headline.value, after: post.headline.value },
    { kind: 'byline', before: 'Ilse Tarn, Bo Wexley, Ada Mills', after: 'Ilse Tarn, Bo Wexley' },
    {
      kind: 'value',
      of: 'quantity',
      label: 'people killed',
      before: changed(
        earlier,
        'At least 12 people were killed, provincial governor Mara Quill said.',
        'At least 12 people',
      ),
      after: changed(
        post,
        'At least 14 people were killed, provincial governor Mara Quill said.',
        'At least 14 people',
      ),
    },
    {
      kind: 'added',
      after: whole(post, 'Rebuilding the dam will cost 48 million crowns, the governor’s office said.'),
    },
    { kind: 'dropped', before: whole(earlier, 'The weather service had warned of floods.') },
  ],
  added: 2,
  removed: 0,
  reworded: 1,
};

/** The Marrow Post's report as it stood two hours earlier, and what changed. */
export const versionsOfPost = { earlier, change };
