import { onMessage, type Sender } from '../browser/messages';
import { type Failure, fail, type Result } from '../model/result';
import { isCallMessage } from './envelope';
import type { CallInput, CallName, CallOutput } from './protocol';

export type Handler<Name extends CallName> = (input: CallInput<Name>) => Promise<Result<CallOutput<Name>>>;

/** One handler for every call of a map such as `LibraryCalls`. */
export type Handlers<Calls> = { [Name in keyof Calls & CallName]: Handler<Name> };

const failureOf = (error: unknown): Failure | null => {
  const failure = (error as { failure?: Failure } | null)?.failure;
  return typeof failure?.code === 'string' ? failure : null;
};

/**
 * Answers one call; never rejects. What a handler throws becomes its own failure when it carries one (a
 * `StoreError` does) and 'unexpected' otherwise.
 */
export async function answer(
  handlers: Handlers<Record<CallName, unknown>>,
  message: unknown,
): Promise<Result<unknown>> {
  if (!isCallMessage(message)) return fail('message-malformed');
  const handler = Object.hasOwn(handlers, message.call)
    ? (handlers[message.call as CallName] as Handler<CallName>)
    : undefined;
  if (!handler) return fail('message-unknown', { call: message.call });
  if (typeof message.input !== 'object') return fail('message-malformed', { call: message.call });
  try {
    return await handler(message.input as never);
  } catch (error) {
    const failure = failureOf(error);
    if (!failure) console.error(`call ${message.call}`, error);
    return { ok: false, failure: failure ?? { code: 'unexpected', detail: { call: message.call } } };
  }
}

/**
 * Registers the one listener. Must run synchronously when the worker starts, or the browser takes it for a
 * worker without listeners. Only the extension's own pages are answered: a page's process that was taken over
 * could otherwise send, as the content script, anything it likes.
 */
export function serve(handlers: Handlers<Record<CallName, unknown>>): void {
  onMessage((message: unknown, sender: Sender) => {
    if (!isCallMessage(message) || !sender.ownPage) return undefined;
    return answer(handlers, message);
  });
}
