import type { OnlyHere } from '../../model/comparison';
import type { Profile } from '../align/profile';
import type { Unit } from '../align/unit';
import type { PairRow } from '../verdict/rows';
import { type OnlyHereValues, onlyHereChance, onlyHereValues } from './absence';
import { type Coverage, highestScores } from './coverage';
import { evidenceOfSentence, type VoiceProfile } from './evidence';

/** From here on a sentence is shown first, and from here on at all; chosen on events held out (docs/claims.md). */
const certainChance = 0.74;
const leastChance = 0.25;
/** "He agreed." and picture credits state nothing worth a row. */
const leastRoots = 2;

/** Those of the items that every voice lacks. */
function newToAll<Item>(
  coverage: readonly Coverage[],
  lacking: (voice: Coverage) => readonly Item[],
): Item[] {
  const [first, ...rest] = coverage.map(lacking);
  return (first ?? []).filter((item) => rest.every((items) => items.includes(item)));
}

/** Evidence for each sentence of an article, asked for one by one. `coverage` is that by each other voice. */
export class AloneEvidence {
  private readonly scores = new Map<Unit, readonly [number, number]>();
  private readonly headlines: number;

  constructor(
    private readonly article: Profile,
    private readonly coverage: readonly Coverage[],
  ) {
    this.headlines = article.sentences.filter(({ part }) => part === 'headline').length;
  }

  private scoresOf(sentence: Unit): readonly [number, number] {
    const known = this.scores.get(sentence) ?? highestScores(sentence, this.coverage);
    this.scores.set(sentence, known);
    return known;
  }

  of(sentence: Unit): OnlyHereValues {
    const { article, coverage, headlines } = this;
    const after = article.sentences[sentence.sentence + 1];
    return onlyHereValues(sentence, {
      scores: this.scoresOf(sentence),
      typed: Math.max(...coverage.map((voice) => voice.typedOf(sentence))),
      next: after ? this.scoresOf(after)[0] : null,
      newNames: newToAll(coverage, (voice) => voice.newNames(sentence)).length,
      newNumbers: newToAll(coverage, (voice) => voice.newNumbers(sentence)).length,
      place: sentence.sentence - headlines,
    });
  }
}

const question = /\?["'”’]*$/;
/** Date lines, credits, captions and headings have no full stop. */
const sentenceEnd = /\p{Sentence_Terminal}["'”’»)\]\s]*$/u;
/** Where a text breaks off, what others tell may be in the part that is not there. */
const brokenOff = /\.\.\.["'”’]*$/;

/**
 * The sentences asked about. A headline is worded anew by each outlet, and told again in the text it is a headline
 * still; a question states nothing.
 */
export function statements({ sentences }: Profile): Unit[] {
  const headline = new Set(sentences.flatMap(({ part, roots }) => (part === 'headline' ? roots : [])));
  return sentences.filter(({ part, roots, text }) => {
    if (part === 'headline' || roots.length < leastRoots || !sentenceEnd.test(text)) return false;
    if (question.test(text) || brokenOff.test(text)) return false;
    return headline.size === 0 || !roots.every((root) => headline.has(root));
  });
}

/**
 * Sentences of the article that no other voice has, in order of text. `coverage` is that by each other voice, `rows` what
 * stands between the article and them: a sentence that certainly agrees or differs is told elsewhere.
 */
export function onlyHere(
  subject: VoiceProfile,
  coverage: readonly Coverage[],
  rows: readonly PairRow[],
): OnlyHere[] {
  if (coverage.length === 0) return [];
  const evidence = new AloneEvidence(subject.profile, coverage);
  const { id } = subject.profile.article;
  const told = new Set(rows.filter(({ certain }) => certain).map(({ a }) => a.sentence));
  return statements(subject.profile).flatMap((sentence) => {
    if (told.has(sentence.sentence)) return [];
    const chance = onlyHereChance(evidence.of(sentence));
    if (chance < leastChance) return [];
    return [
      {
        id: `only-${id}-${sentence.start}`,
        evidence: evidenceOfSentence(subject, sentence),
        certain: chance >= certainChance,
      },
    ];
  });
}
