import type { Article } from '../../model/article';
import type { Analysis } from '../../model/claim';
import type { Comparison, Denominator, OnlyHere, VoiceId } from '../../model/comparison';
import { profileOf } from '../align/profile';
import { storyOf } from '../align/story';
import { kept } from '../kept';
import { comparisonRules } from '../rules';
import { compareProfiles } from '../verdict/compare-pair';
import type { PairRow } from '../verdict/rows';
import { Coverage } from './coverage';
import { inOrderOfTime, type VoiceProfile } from './evidence';
import { groupRows, type VoiceRow } from './groups';
import { checkHeadline } from './headline';
import { disputedSentences, leftOut } from './left-out';
import type { RowsBetween } from './lines';
import { onlyHere } from './only-here';
import { onlyHereFigures } from './only-here-figures';

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

/** How many voices have been compared, or a part of the comparison. */
export type ComparisonPart =
  | { part: 'compared'; voices: number; of: number }
  /** Without what is only here and left out. */
  | { part: 'rows'; comparison: Comparison }
  | { part: 'only-here'; onlyHere: Comparison['onlyHere'] }
  | { part: 'left-out'; leftOut: Comparison['leftOut'] };

export interface ComparedVoices {
  subject: AnalysedVoice;
  others: readonly AnalysedVoice[];
}

const voiceProfile = (each: AnalysedVoice): VoiceProfile => ({
  voice: each.voice,
  profile: profileOf(each),
});

/** Sentences and figures that no other voice has; a sentence shown for its figure is not shown as less certain again. */
function aloneIn(
  here: VoiceProfile,
  voices: readonly VoiceProfile[],
  coverage: readonly Coverage[],
  rows: readonly PairRow[],
): OnlyHere[] {
  const sentences = onlyHere(here, coverage, rows);
  const certain = sentences.filter((item) => item.certain);
  const figures = onlyHereFigures(here, voices, rows, certain);
  const shown = new Set([...certain, ...figures].map(({ evidence }) => evidence.quote.start));
  const rest = sentences.filter((item) => !item.certain && !shown.has(item.evidence.quote.start));
  return [...certain, ...figures, ...rest];
}

/**
 * Compares as `compareVoices` does, part by part, so that whoever waits can be answered in between. Every part is
 * finished when it is given; the whole comparison is returned.
 */
export function* comparedInParts({ subject, others }: ComparedVoices): Generator<ComparisonPart, Comparison> {
  const here = voiceProfile(subject);
  const voices = others.map(voiceProfile).sort(inOrderOfTime);
  const { rarity } = storyOf([subject, ...others]);
  const rows: VoiceRow[] = [];
  const coverage: Coverage[] = [];
  for (const voice of voices) {
    const found = compareProfiles(here.profile, voice.profile, rarity);
    rows.push(...found.map((row) => ({ row, voice })));
    coverage.push(new Coverage(here.profile, voice.profile, rarity));
    yield { part: 'compared', voices: coverage.length, of: voices.length };
  }
  // Several things in question may ask for the same two voices.
  const rowsFrom = kept((left: VoiceProfile) =>
    kept((right: VoiceProfile) => compareProfiles(left.profile, right.profile, rarity)),
  );
  const between: RowsBetween = (left, right) => rowsFrom(left)(right);
  const comparison: Comparison = {
    rules: comparisonRules,
    article: subject.article.id,
    rows: [...checkHeadline(subject, subject.voice), ...groupRows(here, rows, between)],
    onlyHere: [],
    leftOut: [],
    denominator: denominatorOf(voices),
  };
  yield { part: 'rows', comparison };
  // A text that looks cut may state a fact, but its silence means nothing.
  const whole = voices.filter(isWhole);
  const found = rows.map(({ row }) => row);
  const alone = whole.length > 0 ? aloneIn(here, voices, coverage, found) : [];
  yield { part: 'only-here', onlyHere: alone };
  const missing = isWhole(here) ? leftOut(here, whole, rarity, disputedSentences(rows)) : [];
  yield { part: 'left-out', leftOut: missing };
  return { ...comparison, onlyHere: alone, leftOut: missing };
}

/**
 * One article against the other voices of its story: who agrees, who differs, what is only here and what is
 * left out here. The order of `others` does not matter; the same input gives byte-equal output.
 */
export function compareVoices(voices: ComparedVoices): Comparison {
  const parts = comparedInParts(voices);
  for (;;) {
    const { done, value } = parts.next();
    if (done) return value;
  }
}
