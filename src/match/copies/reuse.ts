import type { Article, ArticleId, Span } from '../../model/article';
import type { Reuse, ReuseSide, Voice } from '../../model/comparison';
import { sharedCount } from '../key-set';
import { rememberedCopyText } from './copy-groups';
import { partedBy } from './passages';
import { leastRun, type Reading, type Run, readingOf, sharedRuns } from './shared-passages';

interface VoiceReading extends Reading {
  voice: Voice;
}

/** A run of this many words holds so many sequences of five. */
const leastSequences = leastRun - 4;

/**
 * Whether two voices may share passages. Pages of one outlet may: that an outlet uses its own sentences again says nothing
 * of whose they are, and its furniture stands on all its pages.
 */
const mayShare = (left: VoiceReading, right: VoiceReading): boolean =>
  left.article.host !== right.article.host &&
  sharedCount(left.text.unquotedFives, right.text.unquotedFives) >= leastSequences;

const spanOf = ({ text }: Reading, start: number, length: number): Span => ({
  start: text.words[start]!.start,
  end: text.words[start + length - 1]!.end,
});

/** Of one text: how much of it the runs are, and what it has beside them. */
function sideOf(
  { voice, article, text }: VoiceReading,
  runs: readonly Run[],
  own: 'left' | 'right',
): ReuseSide {
  const inOther = new Uint8Array(text.words.length);
  for (const run of runs) inOther.fill(1, run[own], run[own] + run.length);
  const { shared, added } = partedBy(text, inOther);
  const length = shared.reduce((sum, { start, end }) => sum + end - start, 0);
  const share = Math.round((100 * length) / Math.max(1, article.text.length)) / 100;
  return { voice: voice.id, article: article.id, share, added };
}

function reuseOf(left: VoiceReading, right: VoiceReading): Reuse | null {
  const runs = mayShare(left, right) ? sharedRuns(left, right) : [];
  if (runs.length === 0) return null;
  return {
    sides: [sideOf(left, runs, 'left'), sideOf(right, runs, 'right')],
    passages: runs.map((run) => [spanOf(left, run.left, run.length), spanOf(right, run.right, run.length)]),
  };
}

/**
 * Which voices share passages word for word, quotations and lines of credit set aside, though none is a copy of another.
 * Each pair once, in the order of the voices.
 * @param subject the article read: it stands for its voice, whoever leads that; the leads stand for the others
 */
export function reusesAmong(
  voices: readonly Voice[],
  articles: Readonly<Record<ArticleId, Article>>,
  subject: ArticleId,
): Reuse[] {
  const readings = voices.flatMap((voice): VoiceReading[] => {
    const article = articles[voice.articles.includes(subject) ? subject : voice.lead];
    return article ? [{ voice, ...readingOf(article, rememberedCopyText(article)) }] : [];
  });
  return readings.flatMap((left, at) =>
    readings.slice(at + 1).flatMap((right) => reuseOf(left, right) ?? []),
  );
}
