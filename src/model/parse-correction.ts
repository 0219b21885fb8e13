import type { Correction, CorrectionKind } from './library';
import { filled, instant, oneOf, ParseProblem, type Parser, shape } from './parse';
import { fail, ok, type Result } from './result';

const anything: Parser<unknown> = (value) => value ?? null;

const correction = shape<Correction>({
  id: filled,
  at: instant,
  kind: oneOf<CorrectionKind>({
    row: true,
    'not-same-event': true,
    'not-a-copy': true,
    'same-event': true,
    'is-a-copy': true,
  }),
  target: filled,
  context: anything,
});

/** A correction from an archive. Those about a pair must name two articles. */
export function parseCorrection(value: unknown): Result<Correction> {
  try {
    const parsed = correction(value, '');
    if (parsed.kind !== 'row' && parsed.target.split(' ').length !== 2)
      throw new ParseProblem('target', 'two article ids');
    return ok(parsed);
  } catch (problem) {
    if (!(problem instanceof ParseProblem)) throw problem;
    return fail('record-damaged', { field: problem.path || 'correction', expected: problem.expected });
  }
}
