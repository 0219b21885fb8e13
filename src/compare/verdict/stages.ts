import type { Unit } from '../align/unit';
import { rootOf } from '../align/vocabulary';
import { kept } from '../kept';
import stageRows from './data/stages.en.json';

const stageByRoot = new Map<string, string>();
for (const [stage, words] of Object.entries(stageRows)) {
  for (const word of words) stageByRoot.set(rootOf(word), stage);
}

/** Who pleads not guilty stands before a judgment yet. */
const pleads = /\bnot guilty\b|\bplead\w*\b/i;

const stagesOf = kept(({ roots, text }: Unit): ReadonlySet<string> => {
  const stages = new Set(roots.flatMap((root) => stageByRoot.get(root) ?? []));
  if (stages.has('judgment') && pleads.test(text)) stages.delete('judgment');
  return stages;
});

/**
 * Two sentences tell of a case in court at stages of which none is the same: "jury convicts man of murder", "the trial of
 * a man charged with murder is underway". They share all names and the deed, and report two things.
 */
export function areAtOtherStages(left: Unit, right: Unit): boolean {
  const here = stagesOf(left);
  const there = stagesOf(right);
  return here.size > 0 && there.size > 0 && ![...here].some((stage) => there.has(stage));
}
