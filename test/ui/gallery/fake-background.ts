import type { CallName, CallOutput } from '../../../src/messages/protocol';
import { type FailureCode, fail, ok, type Result } from '../../../src/model/result';
import type { Call } from '../../../src/ui/connection';

type Answers = {
  [Name in CallName]?: CallOutput<Name> | FailureCode | Promise<never> | ((input: never) => unknown);
};

/** A promise that never settles: the state while something is under way. */
export const never = new Promise<never>(() => {});

/** A background that answers from a table: a value, a failure code, a function of the input, or never. */
export function fakeBackground(answers: Answers, asked: [CallName, unknown][] = []): Call {
  return async (name, input): Promise<Result<CallOutput<typeof name>>> => {
    asked.push([name, input]);
    if (!(name in answers)) return fail('message-unknown', { call: name });
    const given = answers[name] as unknown;
    const answer = typeof given === 'function' ? given(input) : await given;
    if (typeof answer === 'string') return fail(answer as FailureCode);
    return ok(answer as CallOutput<typeof name>);
  };
}
