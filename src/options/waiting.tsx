import type { Failure } from '../model/result';
import { FailureNotice } from '../ui/components/failure';
import { say, type TextKey } from '../ui/texts';

interface WaitingProps {
  title: TextKey;
  /** Page to go back to, and what the way there is called. */
  back: [page: string, words: TextKey];
  asked: { failure: Failure | null; again: () => void };
  /** What is being done, in words. */
  words: string;
}

/** A page that is not there yet, or could not be had: its name, why, and the way back. */
export function Waiting({ title, back: [page, words], asked, words: doing }: WaitingProps) {
  return (
    <>
      <p>
        <a href={`#/${page}`}>{say(words)}</a>
      </p>
      <h1 class="visually-hidden">{say(title)}</h1>
      {asked.failure ? (
        <FailureNotice failure={asked.failure} ways={{ retry: asked.again }} />
      ) : (
        <p role="status">{doing}</p>
      )}
    </>
  );
}
