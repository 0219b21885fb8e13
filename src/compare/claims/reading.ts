import type { ArticlePart } from '../../model/article';
import type { ReadEntity } from './names';
import type { VerbGroup } from './predicates';
import type { ReadQuantity } from './quantities';
import type { ReadTime } from './times';
import type { Token } from './tokens';

/** One sentence with everything read from its words, before clauses and speakers are worked out. */
export interface SentenceReading {
  /** Position in `Analysis.sentences`. */
  index: number;
  part: ArticlePart;
  start: number;
  end: number;
  /** Position of its paragraph; -1 for the headline. */
  paragraph: number;
  /** Headline capitals: most words begin with one. */
  capitalised: boolean;
  tokens: Token[];
  groups: VerbGroup[];
  boundaries: number[];
  times: ReadTime[];
  quantities: ReadQuantity[];
  entities: ReadEntity[];
  /** For each token whether it stands inside quotation marks. */
  quoted: boolean[];
}

/** A source, what it says and with which words; ranges are tokens, ends exclusive. */
export interface SpeechReading {
  source: { from: number; to: number };
  /** The noun phrase a relative source ("who") stands for. */
  antecedent: { from: number; to: number } | null;
  cue: { from: number; to: number; lemma: string };
  content: { from: number; to: number };
  /** Verb group of the cue, or null for "according to" and nouns. */
  group: VerbGroup | null;
  /**
   * `attitude`: judges or wants something ("criticised the plan"), so what it is about is no statement of the
   * source; `evidence`: a poll or a video shows it; `label`: "Dell: ...", or a name after a dash.
   */
  kind: 'said' | 'according' | 'noun' | 'attitude' | 'evidence' | 'label';
}
