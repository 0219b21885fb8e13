import { analyse } from '../../src/compare';
import { leftOutFeatures, onlyHereFeatures, onlyHereValues } from '../../src/compare/across/absence';
import { Coverage } from '../../src/compare/across/coverage';
import absenceTable from '../../src/compare/across/data/absence.json';
import { leftOutEvidence } from '../../src/compare/across/left-out-limits';
import { surroundingsOf } from '../../src/compare/across/only-here';
import alignmentWeights from '../../src/compare/align/data/weights.json';
import { featureNames } from '../../src/compare/align/features';
import { profileOf } from '../../src/compare/align/profile';
import { rarityOf } from '../../src/compare/align/rarity';
import { articleOf, readEvents } from './documents';
import { type AlignmentExample, examplesOf as alignmentExamplesOf, fitWeights } from './fit-alignment';
import { type GoldEvent, readGold } from './gold';
import { fitLogistic } from './logistic';

/** A sentence that is only here or not, or left out or not, with the labelled facts it tells. */
export interface Labelled {
  event: string;
  features: number[];
  label: 0 | 1;
  weight: number;
  facts: string[];
}

export type Same = (left: string, right: string) => boolean;

function examplesOf(path: string, gold: GoldEvent, same: Same): { only: Labelled[]; out: Labelled[] } {
  const isCopy = (id: string): boolean => gold.docs.find((doc) => doc.id === id)?.duplicateOf !== undefined;
  const voices = readEvents(path)[0]!
    .documents.filter(({ id }) => !isCopy(id))
    .map((document) => {
      const article = articleOf(document);
      return { voice: document.id, profile: profileOf({ article, analysis: analyse(article) }) };
    });
  const rarity = rarityOf(voices.map(({ profile }) => profile));
  const known = new Map<string, Coverage>();
  for (const a of voices) {
    for (const b of voices)
      if (a !== b) known.set(`${a.voice}|${b.voice}`, new Coverage(a.profile, b.profile, rarity));
  }
  const only: Labelled[] = [];
  const out: Labelled[] = [];
  for (const voice of voices) {
    const doc = gold.docs.find(({ id }) => id === voice.voice)!;
    const rest = voices.filter((other) => other !== voice);
    voice.profile.sentences.forEach((sentence) => {
      if (sentence.part === 'headline' || sentence.roots.length < 3) return;
      if (!doc.sentences.some(({ text }) => same(text, sentence.text))) return;
      const by = (other: string) => known.get(`${voice.voice}|${other}`)!;
      const alone = gold.onlyHere.some((each) => each.doc === doc.id && same(each.sentence, sentence.text));
      const coverage = rest.map((other) => by(other.voice));
      const values = onlyHereValues(
        sentence,
        coverage.map((voice) => voice.whole(sentence)),
        surroundingsOf(sentence, voice.profile, coverage),
      );
      const common = { event: gold.id, weight: 1 };
      only.push({
        ...common,
        features: onlyHereFeatures.map((name) => values[name]),
        label: alone ? 1 : 0,
        facts: [],
      });
      for (const subject of rest) {
        const others = rest.filter((other) => other !== subject);
        const facts = gold.omissions
          .filter(({ doc: lacking }) => lacking === subject.voice)
          .filter(({ reportedBy }) =>
            reportedBy.some((by) => by.sentences.some((text) => same(text, sentence.text))),
          )
          .map(({ fact }) => `${gold.id}|${subject.voice}|${fact}`);
        const evidence = leftOutEvidence({
          sentence,
          subject: subject.profile,
          here: by(subject.voice),
          there: others.map((other) => by(other.voice)),
          rarity,
          disputed: new Map(),
        });
        if (!evidence) continue;
        out.push({
          ...common,
          features: leftOutFeatures.map((name) => evidence.values[name]),
          label: facts.length > 0 ? 1 : 0,
          facts,
        });
      }
    });
  }
  return { only, out };
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
 * Examples of all files. The scores of an event's sentences come from alignment weights fitted on the other events:
 * from the weights in use, fitted on all of them, they would look better than they are on news nobody labelled.
 */
export function absenceExamples(
  files: readonly string[],
  alignment: readonly AlignmentExample[],
  same: Same,
): AbsenceExamples {
  const only: Labelled[] = [];
  const out: Labelled[] = [];
  for (const file of files) {
    const gold = readGold(file);
    if (files.length > 1) alignWithout(gold.id, alignment);
    const examples = examplesOf(file, gold, same);
    only.push(...examples.only);
    out.push(...examples.out);
  }
  return { only, out };
}
