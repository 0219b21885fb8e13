import type { CallInput, CallName, CallOutput } from '../messages/protocol';
import { fail, type Result } from '../model/result';

/** How a page asks the background worker. The reply is always a `Result`. */
export type Call = <Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
) => Promise<Result<CallOutput<Name>>>;

let transport: Call = async () => fail('worker-gone');

/** Said once by each page's entry point; tests and the gallery connect a fictional background instead. */
export function connect(call: Call): void {
  transport = call;
}

/** Asks the background. Never rejects: what the transport throws becomes a failure with its sentence. */
export const call: Call = async (name, input) => {
  try {
    return await transport(name, input);
  } catch {
    return fail('worker-gone');
  }
};
