import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

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
