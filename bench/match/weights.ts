import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { LogisticModel } from './logistic';

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** Writes fitted weights as a readable table; the reasons already written beside the names are kept. */
export function writeWeights(
  file: string,
  names: readonly string[],
  model: LogisticModel,
  head: Record<string, unknown>,
): void {
  const before = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { weights: Record<string, { reason: string }> }).weights
    : {};
  const weights = names.map((name, at) => [
    name,
    { weight: round(model.weights[at]!), reason: before[name]?.reason ?? '' },
  ]);
  const table = { ...head, bias: round(model.bias), weights: Object.fromEntries(weights) };
  writeFileSync(file, `${JSON.stringify(table, null, 2)}\n`);
}
