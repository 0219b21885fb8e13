import { type Failure, ok, type Result } from '../model/result';

/** Thrown inside the service to leave with a failure; never crosses its border. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

/** The value of a result, or leaves with its failure. */
export function need<T>(result: Result<T>): T {
  if (!result.ok) throw new Refused(result.failure);
  return result.value;
}

/** What `action` gives, or the failure that an error of the store or a `Refused` carries; other errors pass. */
export async function attempt<T>(action: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await action());
  } catch (error) {
    const failure = (error as { failure?: Failure } | null)?.failure;
    if (typeof failure?.code !== 'string') throw error;
    return { ok: false, failure };
  }
}

/** Runs actions one after the other, in the order they were asked for. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  take<T>(action: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(action);
    this.#last = turn.catch(() => {});
    return turn;
  }
}

/**
 * Lets other events in: messages are answered between two steps of a long work. By a message to itself, for a timer that
 * is set by a timer's work waits four milliseconds from the fifth on.
 */
export const pause = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
