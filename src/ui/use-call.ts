import { useCallback, useEffect, useState } from 'preact/hooks';
import type { CallInput, CallName, CallOutput } from '../messages/protocol';
import type { Failure } from '../model/result';
import { call } from './connection';

export interface Asked<Value> {
  value: Value | null;
  failure: Failure | null;
  again: () => void;
}

/** Asks the background when the input changes; answers that come too late for the input are dropped. */
export function useCall<Name extends CallName>(name: Name, input: CallInput<Name>): Asked<CallOutput<Name>> {
  const [answer, setAnswer] = useState<{ value: CallOutput<Name> | null; failure: Failure | null }>({
    value: null,
    failure: null,
  });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    call(name, input).then((result) => {
      if (!current) return;
      setAnswer(
        result.ok ? { value: result.value, failure: null } : { value: null, failure: result.failure },
      );
    });
    return () => {
      current = false;
    };
  }, [name, JSON.stringify(input), round]);
  const again = useCallback(() => setRound((count) => count + 1), []);
  return { ...answer, again };
}
