import { sendToBackground } from '../browser/messages';
import { fail, type Result } from '../model/result';
import { type CallMessage, isResult } from './envelope';
import type { CallInput, CallName, CallOutput } from './protocol';

/** Puts one message on its way and gives back what comes, whatever that is. */
export type Transport = (message: CallMessage) => Promise<unknown>;

export type Caller = <Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
) => Promise<Result<CallOutput<Name>>>;

/**
 * Makes the function pages call the worker with. A worker that died before it answered (the channel closed, no
 * receiver, an `undefined` reply) is woken by asking once more, which every call allows: all are idempotent.
 * After the second silence the answer is 'worker-gone'. Never rejects.
 */
export function createCaller(transport: Transport): Caller {
  return async (name, input) => {
    for (let attempt = 0; attempt < 2; attempt += 1) {
      try {
        const reply = await transport({ collate: 1, call: name, input });
        if (isResult(reply)) return reply as Result<CallOutput<typeof name>>;
      } catch (error) {
        // A structured clone that fails is a bug of the caller, not a worker that died.
        if ((error as { name?: unknown } | null)?.name === 'DataCloneError')
          return fail('message-malformed', { call: name });
      }
    }
    return fail('worker-gone');
  };
}

/** Asks the background worker. The answer is always a `Result`; see `createCaller` for a worker that died. */
export const call: Caller = createCaller(sendToBackground);
