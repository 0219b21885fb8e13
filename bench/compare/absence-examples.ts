import { analyse } from '../../src/compare';
import { leftOutFeatures, onlyHereFeatures } from '../../src/compare/across/absence';
import { Coverage } from '../../src/compare/across/coverage';
import absenceTable from '../../src/compare/across/data/absence.json';
import { leftOutEvidence } from '../../src/compare/across/left-out-limits';
import { AloneEvidence, statements } from '../../src/compare/across/only-here';
import alignmentWeights from '../../src/compare/align/data/weights.json';
import { featureNames } from '../../src/compare/align/features';
import { type Profile, profileOf } from '../../src/compare/align/profile';
import { type Rarity, rarityOf } from '../../src/compare/align/rarity';
import type { Unit } from '../../src/compare/align/unit';
import { articleOf } from './documents';
import { type AlignmentExample, examplesOf as alignmentExamplesOf, fitWeights } from './fit-alignment';
import { fitLogistic } from './logistic';
import type { LabelledEvent } from './told-facts';

/** A sentence that is only here or not, or left out or not, with the labelled facts it tells. */
export interface Labelled {
  event: string;
  features: number[];
  label: 0 | 1;
  weight: number;
  facts: string[];
}

/** Sentences of fewer words are not asked about in what is left out. */
const leastRoots = 3;

export type Same = (left: string, right: string) => boolean;

/** One event made ready: its voices, how each covers each other one, and which sentences the labels speak of. */
interface Story {
  labelled: LabelledEvent;
  same: Same;
  rarity: Rarity;
  voices: { voice: string; profile: Profile }[];
  coverage(of: string, by: string): Coverage;
  isLabelled(voice: string, sentence: Unit): boolean;
}

function storyOf(labelled: LabelledEvent, same: Same): Story {
  const { event, gold } = labelled;
  const isCopy = (id: string): boolean => gold.docs.find((doc) => doc.id === id)?.duplicateOf !== undefined;
  const voices = event.documents
    .filter(({ id }) => !isCopy(id))
    .map((document) => {
      const article = articleOf(document);
      return { voice: document.id, profile: profileOf({ article, analysis: analyse(article) }) };
    });
  const rarity = rarityOf(voices.map(({ profile }) => profile));
  const known = new Map(
    voices.flatMap((a) =>
      voices
        .filter((b) => b !== a)
        .map((b) => [`${a.voice}|${b.voice}`, new Coverage(a.profile, b.profile, rarity)] as const),
    ),
  );
  return {
    labelled,
    same,
    rarity,
    voices,
    coverage: (of, by) => known.get(`${of}|${by}`)!,
    isLabelled: (voice, { text }) =>
      gold.docs.find(({ id }) => id === voice)!.sentences.some((sentence) => same(sentence.text, text)),
  };
}

function onlyHereExamples({ labelled, same, voices, coverage, isLabelled }: Story): Labelled[] {
  const { id, onlyHere } = labelled.gold;
  return voices.flatMap(({ voice, profile }) => {
    const others = voices.filter((other) => other.voice !== voice);
    const evidence = new AloneEvidence(
      profile,
      others.map((other) => coverage(voice, other.voice)),
    );
    return statements(profile)
      .filter((sentence) => isLabelled(voice, sentence))
      .map((sentence) => {
        const values = evidence.of(sentence);
        const isAlone = onlyHere.some((each) => each.doc === voice && same(each.sentence, sentence.text));
        const features = onlyHereFeatures.map((name) => values[name]);
        return { event: id, features, label: isAlone ? 1 : 0, weight: 1, facts: [] };
      });
  });
}

/** The labelled facts a sentence tells that a voice lacks. */
const factsLacking = ({ labelled: { gold }, same }: Story, lacking: string, { text }: Unit): string[] =>
  gold.omissions
    .filter(({ doc }) => doc === lacking)
    .filter(({ reportedBy }) =>
      reportedBy.some(({ sentences }) => sentences.some((each) => same(each, text))),
    )
    .map(({ fact }) => `${gold.id}|${lacking}|${fact}`);

function leftOutExamples(story: Story): Labelled[] {
  const { labelled, rarity, voices, coverage, isLabelled } = story;
  return voices.flatMap(({ voice, profile }) =>
    profile.sentences
      .filter((sentence) => sentence.part !== 'headline' && sentence.roots.length >= leastRoots)
      .filter((sentence) => isLabelled(voice, sentence))
      .flatMap((sentence) => {
        const rest = voices.filter((other) => other.voice !== voice);
        return rest.flatMap((subject) => {
          const evidence = leftOutEvidence({
            sentence,
            subject: subject.profile,
            here: coverage(voice, subject.voice),
            there: rest.filter((other) => other !== subject).map((other) => coverage(voice, other.voice)),
            rarity,
            disputed: new Map(),
          });
          if (!evidence) return [];
          const facts = factsLacking(story, subject.voice, sentence);
          const features = leftOutFeatures.map((name) => evidence.values[name]);
          const label = facts.length > 0 ? 1 : 0;
          return [{ event: labelled.gold.id, features, label, weight: labelled.weight, facts }];
        });
      }),
  );
}

const penalty = 2;

export const fitAbsence = (examples: readonly Labelled[]): number[] => fitLogistic(examples, penalty);

export interface AbsenceExamples {
  only: Labelled[];
  out: Labelled[];
}

export type Table = Record<string, number>;

export const tableOf = (names: readonly string[], weights: readonly number[]): Table =>
  Object.fromEntries([...names, 'bias'].map((name, at) => [name, weights[at]!]));

/** Sets the weights of the aligner, in this process alone, to those fitted without an event. */
export function alignWithout(event: string, examples: readonly AlignmentExample[]): void {
  const weights = fitWeights(examples.filter((example) => example.event !== event));
  Object.assign(alignmentWeights, tableOf(featureNames, weights));
}

/** Sets the weights of both models, in this process alone, to those fitted without an event. */
export function judgeWithout(event: string, { only, out }: AbsenceExamples): void {
  const without = (examples: readonly Labelled[]): number[] =>
    fitAbsence(examples.filter((example) => example.event !== event));
  Object.assign(absenceTable.onlyHere, tableOf(onlyHereFeatures, without(only)));
  Object.assign(absenceTable.leftOut, tableOf(leftOutFeatures, without(out)));
}

export const alignmentExamples = (files: readonly string[], same: Same): AlignmentExample[] =>
  files.flatMap((file) => alignmentExamplesOf(file, analyse, same));

/**
 * Examples of all events. The scores of a labelled event's sentences come from alignment weights fitted on the others:
 * from the weights in use, fitted on all of them, they would look better than they are on news nobody labelled.
 */
export function absenceExamples(
  events: readonly LabelledEvent[],
  alignment: readonly AlignmentExample[],
  same: Same,
): AbsenceExamples {
  const only: Labelled[] = [];
  const out: Labelled[] = [];
  for (const labelled of events) {
    if (events.length > 1) alignWithout(labelled.gold.id, alignment);
    const story = storyOf(labelled, same);
    only.push(...onlyHereExamples(story));
    out.push(...leftOutExamples(story));
  }
  return { only, out };
}
