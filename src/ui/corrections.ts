import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Correction } from '../messages/story-calls';
import type { Failure } from '../model/result';
import { call } from './connection';

export interface CorrectionsState {
  /** Null until the background has told them. */
  corrections: Correction[] | null;
  failure: Failure | null;
  /** The last correction of a match or copy made here and not taken back. */
  last: Correction | null;
  correct: (correction: Omit<Correction, 'id' | 'at'>) => void;
  withdraw: (id: string) => void;
}

/** The reader's corrections, kept by the background. `changed` runs after one was added or taken back. */
export function useCorrections(changed: () => void = () => {}): CorrectionsState {
  const [corrections, setCorrections] = useState<Correction[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const [last, setLast] = useState<Correction | null>(null);
  const onChange = useRef(changed);
  onChange.current = changed;

  useEffect(() => {
    call('correction.list', null).then((listed) => listed.ok && setCorrections(listed.value));
  }, []);

  const correct = useCallback(async (correction: Omit<Correction, 'id' | 'at'>) => {
    const added = await call('correction.add', correction);
    if (!added.ok) return setFailure(added.failure);
    setFailure(null);
    setCorrections((known) => [...(known ?? []), added.value]);
    if (correction.kind === 'row') return;
    setLast(added.value);
    onChange.current();
  }, []);

  const withdraw = useCallback(async (id: string) => {
    const removed = await call('correction.remove', { id });
    if (!removed.ok) return setFailure(removed.failure);
    setFailure(null);
    setCorrections((known) => (known ?? []).filter((correction) => correction.id !== id));
    setLast((known) => (known?.id === id ? null : known));
    onChange.current();
  }, []);

  return { corrections, failure, last, correct, withdraw };
}
