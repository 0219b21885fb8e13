import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PageMark } from '../messages/page-calls';
import type { Correction } from '../messages/story-calls';
import type { Voice } from '../model/comparison';

/** What a row needs from the page it is drawn on. */
export interface RowSurroundings {
  /** Id of the article the comparison is about. */
  subject: string;
  voices: Voice[];
  /** Scrolls the reader's page to a sentence; absent where there is no page (library). */
  showInPage: ((mark: PageMark) => Promise<boolean>) | null;
  /** Null until the background has told them. */
  corrections: Correction[] | null;
  correct: (correction: Omit<Correction, 'id' | 'at'>) => void;
  withdraw: (id: string) => void;
}

export const RowContext = createContext<RowSurroundings>({
  subject: '',
  voices: [],
  showInPage: null,
  corrections: null,
  correct: () => {},
  withdraw: () => {},
});

export const useRowSurroundings = (): RowSurroundings => useContext(RowContext);
