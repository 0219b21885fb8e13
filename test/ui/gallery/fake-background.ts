import type { CollationView } from '../../../src/messages/library-calls';
import type { CallName, CallOutput } from '../../../src/messages/protocol';
import type { CollationPart, DeliveredPart } from '../../../src/model/collation-parts';
import { type FailureCode, fail, ok, type Result } from '../../../src/model/result';
import type { Call } from '../../../src/ui/connection';

type Answers = {
  [Name in CallName]?: CallOutput<Name> | FailureCode | Promise<never> | ((input: never) => unknown);
};

/** A promise that never settles: the state while something is under way. */
export const never = new Promise<never>(() => {});

/** A collation in the parts in which the background delivers it. */
export function partsOf({ collation, articles, owners, dismissed }: CollationView): CollationPart[] {
  const { comparison, ...coverage } = collation;
  const of = coverage.counts.voices;
  return [
    { part: 'story', article: comparison.article, coverage, articles, owners: owners ?? {} },
    { part: 'read', voices: of, of },
    { part: 'compared', voices: of - 1, of: of - 1 },
    { part: 'rows', comparison: { ...comparison, onlyHere: [], leftOut: [] }, dismissed: dismissed ?? [] },
    { part: 'only-here', onlyHere: comparison.onlyHere },
    { part: 'left-out', leftOut: comparison.leftOut },
  ];
}

/** Delivers the parts of a collation, the first `given` of them; the next one never comes. */
export const delivering =
  (view: CollationView, given = Number.POSITIVE_INFINITY) =>
  ({ position }: { position: number }): DeliveredPart | Promise<never> =>
    position < given ? { run: 'run', position, part: partsOf(view)[position] as CollationPart } : never;

/** The answer to a call; parts of a collation are those of the whole one unless they are given themselves. */
function answerTo(answers: Answers, name: CallName): unknown {
  const whole = answers['collation.make'];
  const inParts = name === 'collation.part' && !(name in answers);
  if (!inParts) return answers[name];
  return typeof whole === 'object' && 'collation' in whole ? delivering(whole) : whole;
}

/** A background that answers from a table: a value, a failure code, a function of the input, or never. */
export function fakeBackground(answers: Answers, asked: [CallName, unknown][] = []): Call {
  return async (name, input): Promise<Result<CallOutput<typeof name>>> => {
    asked.push([name, input]);
    const given = answerTo(answers, name);
    if (given === undefined) return fail('message-unknown', { call: name });
    const answer = await (typeof given === 'function' ? given(input) : given);
    if (typeof answer === 'string') return fail(answer as FailureCode);
    return ok(answer as CallOutput<typeof name>);
  };
}
