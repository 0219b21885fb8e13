import type { Article } from '../../model/article';
import type { Analysis } from '../../model/claim';
import type { Comparison, Denominator, VoiceId } from '../../model/comparison';
import { profileOf } from '../align/profile';
import { storyOf } from '../align/story';
import { compareProfiles } from '../verdict/compare-pair';
import { Coverage } from './coverage';
import { inOrderOfTime, type VoiceProfile } from './evidence';
import { groupRows, type VoiceRow } from './groups';
import { checkHeadline } from './headline';
import { disputedSentences, leftOut } from './left-out';
import { onlyHere } from './only-here';
import { onlyHereFigures } from './only-here-figures';

/** Version of alignment, verdicts and grouping; part of what makes a comparison reproducible. */
export const comparisonRules = 2;

/** The lead article of a voice with its analysis. */
export interface AnalysedVoice {
  voice: VoiceId;
  article: Article;
  analysis: Analysis;
}

const isWhole = ({ profile }: VoiceProfile): boolean => profile.article.completeness.state === 'whole';

function denominatorOf(voices: readonly VoiceProfile[]): Denominator {
  const instants = voices
    .map(
      ({ profile: { article } }) => article.published?.value.instant ?? article.published?.value.day ?? null,
    )
    .filter((instant) => instant !== null)
    .sort();
  return {
    voices: voices.filter(isWhole).length,
    oldest: instants[0] ?? null,
    newest: instants.at(-1) ?? null,
    cut: voices
      .filter((voice) => !isWhole(voice))
      .map(({ profile: { article } }) => ({
        article: article.id,
        reasons: article.completeness.reasons,
      })),
  };
}

/**
 * One article against the other voices of its story: who agrees, who differs, what is only here and what is
 * left out here. The order of `others` does not matter; the same input gives byte-equal output.
 */
export function compareVoices({
  subject,
  others,
}: {
  subject: AnalysedVoice;
  others: readonly AnalysedVoice[];
}): Comparison {
  const voiceProfile = (each: AnalysedVoice): VoiceProfile => ({
    voice: each.voice,
    profile: profileOf(each),
  });
  const here = voiceProfile(subject);
  const voices = others.map(voiceProfile).sort(inOrderOfTime);
  const { rarity } = storyOf([subject, ...others]);
  const rows: VoiceRow[] = [];
  const coverage: Coverage[] = [];
  for (const voice of voices) {
    const found = compareProfiles(here.profile, voice.profile, rarity);
    rows.push(...found.map((row) => ({ row, voice })));
    coverage.push(new Coverage(here.profile, voice.profile, rarity));
  }
  // A text that looks cut may state a fact, but its silence means nothing.
  const whole = voices.filter(isWhole);
  const sentences = whole.length > 0 ? onlyHere(here, coverage) : [];
  const figures = onlyHereFigures(
    here,
    voices,
    rows.map(({ row }) => row),
    sentences,
  );
  return {
    rules: comparisonRules,
    article: subject.article.id,
    rows: [...checkHeadline(subject, subject.voice), ...groupRows(here, rows)],
    onlyHere: whole.length > 0 ? [...sentences, ...figures] : [],
    leftOut: isWhole(here) ? leftOut(here, whole, rarity, disputedSentences(rows)) : [],
    denominator: denominatorOf(voices),
  };
}
