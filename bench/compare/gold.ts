import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { scorerBeside } from '../harness/scorer';

/** The labelled part of an event file; read by fitting scripts and reports, never by predictions. */
export interface GoldPair {
  fact: string;
  kind: string;
  verdict: 'agree' | 'differ' | 'related';
  docA: string;
  docB: string;
  sentencesA: string[];
  sentencesB: string[];
  alsoOk?: string[];
  reason: string;
}

export interface GoldEvent {
  id: string;
  docs: { id: string; voice: string; duplicateOf?: string; sentences: { i: number; text: string }[] }[];
  pairs: GoldPair[];
  onlyHere: { doc: string; i: number; sentence: string }[];
  omissions: {
    doc: string;
    fact: string;
    kind: string;
    reportedBy: { doc: string; sentences: string[] }[];
  }[];
}

export const readGold = (path: string): GoldEvent => JSON.parse(readFileSync(path, 'utf8')) as GoldEvent;

type SameSentence = (left: string, right: string) => boolean;

/** The sentence matching rule of the scorer that lies beside the data. */
export async function scorerRule(claimsFolder: string): Promise<SameSentence> {
  const scorer = pathToFileURL(resolve(claimsFolder, 'score-claims.mjs')).href;
  return ((await import(scorer)) as { same: SameSentence }).same;
}

/** Event files named one by one or as folders of them. */
export const eventFiles = (paths: readonly string[]): string[] =>
  paths.flatMap((path) =>
    statSync(path).isDirectory()
      ? readdirSync(path)
          .filter((name) => name.endsWith('.json'))
          .map((name) => join(path, name))
      : [path],
  );

interface ScoreOf {
  right: number;
  rows: number;
  found: number;
  gold: number;
}

interface EventScore {
  id: string;
  om: ScoreOf;
  only: ScoreOf;
}

interface Scorer {
  same: SameSentence;
  scoreOne(gold: GoldEvent, prediction: unknown): EventScore;
  sum(scores: readonly EventScore[]): EventScore;
  line(score: EventScore): string;
}

const share = (part: number, whole: number): string =>
  `${(whole ? part / whole : 0).toFixed(3)} (${part}/${whole})`;

/** The scorer that lies beside the data, in the folder of an event file or above it. */
export async function scorerOf(file: string): Promise<Scorer> {
  const path = scorerBeside(file, 'score-claims.mjs');
  if (!path) throw new Error(`No scorer lies beside ${file}.`);
  const { same, scoreOne, sum } = (await import(pathToFileURL(path).href)) as Omit<Scorer, 'line'>;
  const both = ({ right, rows, found, gold }: ScoreOf): string =>
    `precision ${share(right, rows)} recall ${share(found, gold)}`;
  const line = ({ om, only }: EventScore): string => `left out ${both(om)}  only here ${both(only)}`;
  return { same, scoreOne, sum, line };
}
