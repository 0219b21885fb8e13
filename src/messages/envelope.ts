import type { Result } from '../model/result';

/** How a call crosses from a page to the worker. The mark tells it from other extensions' and our own other messages. */
export interface CallMessage {
  collate: 1;
  call: string;
  input: unknown;
}

export const isCallMessage = (message: unknown): message is CallMessage => {
  const { collate, call } = (message ?? {}) as Partial<CallMessage>;
  return collate === 1 && typeof call === 'string';
};

/** Whether a reply is a `Result`; anything else, `undefined` above all, means nobody answered. */
export const isResult = (reply: unknown): reply is Result<unknown> => {
  const result = reply as { ok?: unknown; failure?: { code?: unknown } } | null | undefined;
  return result?.ok === true || (result?.ok === false && typeof result.failure?.code === 'string');
};
