import type { Article, ArticleId } from '../../model/article';
import { type Token, termOf, tokens } from '../../text/words';
import { hashOf, joinHashes } from '../hash';
import { KeySet } from '../key-set';
import { namesIn } from '../names';
import { plainNumber } from '../plain-number';
import { quotedRanges } from './quoted-ranges';
import { type SentencePlaces, sentencePlacesOf } from './sentence-places';

/** What counts as the opening of a text. */
export const openingWords = 60;

/** Longer texts are looked at up to here: about forty pages. */
const wordLimit = 20_000;

/** Hashes of all runs of `length` words. */
export function sequences(hashes: ArrayLike<number>, length: number): KeySet {
  const found = new KeySet(Math.max(0, hashes.length - length + 1));
  for (let at = 0; at + length <= hashes.length; at++) found.add(sequenceAt(hashes, at, length));
  return found;
}

export function sequenceAt(hashes: ArrayLike<number>, at: number, length: number): number {
  let hash = hashes[at]!;
  for (let offset = 1; offset < length; offset++) hash = joinHashes(hash, hashes[at + offset]!);
  return hash;
}

function sentenceStarts(text: string, words: Token[]): number[] {
  const starts = [0];
  for (let at = 1; at < words.length; at++) {
    const { end } = words[at - 1]!;
    const { start } = words[at]!;
    // Between most words there is a blank and nothing else.
    if (start - end === 1 && text.charCodeAt(end) === 0x20) continue;
    const gap = text.slice(end, start);
    if (/[.!?。！？…]["”’»」)\]]*\s|\n|[。！？]/.test(gap)) starts.push(at);
  }
  starts.push(words.length);
  return starts;
}

function markQuoted(text: string, words: Token[]): Uint8Array {
  const quoted = new Uint8Array(words.length);
  let at = 0;
  for (const { start, end } of quotedRanges(text)) {
    while (at < words.length && words[at]!.start < start) at++;
    for (; at < words.length && words[at]!.end <= end; at++) quoted[at] = 1;
  }
  return quoted;
}

/** With less than this outside, the marks enclose the text itself (a whole post quoted) or one of them was lost. */
const leastOutside = 0.35;

function quotedWords(text: string, words: Token[]): Uint8Array {
  const quoted = markQuoted(text, words);
  let outside = 0;
  for (let at = 0; at < quoted.length; at++) outside += 1 - quoted[at]!;
  return outside < words.length * leastOutside ? new Uint8Array(words.length) : quoted;
}

/** Sentences beyond these are not aligned one by one. */
const alignedSentences = 80;
const leastStems = 3;

/** @param stems by word, `noTerm` for words that say nothing */
function stemsBySentence(starts: readonly number[], stems: Uint32Array, quoted: Uint8Array): Uint32Array[] {
  const found: Uint32Array[] = [];
  for (let index = 0; index + 1 < starts.length && found.length < alignedSentences; index++) {
    const own = new Set<number>();
    for (let at = starts[index]!; at < starts[index + 1]!; at++) {
      if (stems[at] !== noTerm && quoted[at] === 0) own.add(stems[at]!);
    }
    if (own.size >= leastStems) found.push(Uint32Array.from(own));
  }
  return found;
}

/** In place of a stem's hash, for words that say nothing. */
const noTerm = 0;

/** The places of an array that are marked with 0. */
const unmarked = (values: Uint32Array, marks: Uint8Array): Uint32Array =>
  marks.includes(1) ? values.filter((_, at) => marks[at] === 0) : values;

/** Shorter sentences are met by chance. */
const shortestSentence = 5;

/** Sequences of three words of a sentence, and how many words it has, both outside quotation marks. */
export interface SentenceThrees {
  words: number;
  threes: Uint32Array;
}

function sentenceThrees({ sentences, quoted, hashes }: CopyText): SentenceThrees[] {
  const found: SentenceThrees[] = [];
  for (let index = 0; index + 1 < sentences.length; index++) {
    const [start, end] = [sentences[index]!, sentences[index + 1]!];
    const own = unmarked(hashes.subarray(start, end), quoted.subarray(start, end));
    if (own.length < shortestSentence) continue;
    const threes = new Uint32Array(own.length - 2);
    for (let at = 0; at < threes.length; at++) threes[at] = sequenceAt(own, at, 3);
    found.push({ words: own.length, threes });
  }
  return found;
}

/** Names and figures: what a copy keeps whatever else it changes. */
function anchorsOf(text: string, words: Token[], stems: Uint32Array): Set<number> {
  const names = namesIn(text, words);
  const isAnchor = ({ word }: Token) => /\d/.test(word) || names.has(word.replace(/'s$/, ''));
  return new Set(words.flatMap((word, at) => (isAnchor(word) ? [stems[at]!] : [])));
}

/** What of a text has been asked for. */
interface Made {
  sentences?: number[];
  fives?: KeySet;
  unquotedFives?: KeySet;
  threes?: KeySet;
  sentenceThrees?: SentenceThrees[];
  opening?: KeySet;
  stemSet?: KeySet;
  numbers?: KeySet;
  sentenceStems?: Uint32Array[];
  sentencePlaces?: SentencePlaces;
  anchors?: Set<number>;
  plainStems?: Uint32Array[];
  anchorStems?: Uint32Array[];
}

/**
 * An article's text as copies are looked for in it. Arrays run over its words. Most texts end at the first look: what
 * the second takes is made when it is asked for.
 */
export class CopyText {
  readonly article: ArticleId;
  readonly words: Token[];
  /** Hash of each word. */
  readonly hashes: Uint32Array;
  /** 1 for words inside quotation marks. */
  readonly quoted: Uint8Array;
  /** Content stems outside quotation marks, in order. */
  readonly stems: Uint32Array;
  /** Neighbouring ones. */
  readonly stemPairs: KeySet;
  /** Hash of each word's stem. */
  private readonly wordStems: Uint32Array;
  private readonly text: string;
  private readonly made: Made = {};

  constructor(article: Article) {
    const language = article.language.value;
    this.article = article.id;
    this.text = article.text;
    this.words = tokens(article.text, language, wordLimit);
    this.hashes = Uint32Array.from(this.words, ({ word }) => hashOf(word));
    this.quoted = quotedWords(article.text, this.words);
    this.wordStems = Uint32Array.from(this.words, ({ word }) => {
      const term = termOf(plainNumber(word), language);
      return term === '' ? noTerm : hashOf(term);
    });
    this.stems = unmarked(this.wordStems, this.quoted).filter((stem) => stem !== noTerm);
    this.stemPairs = sequences(this.stems, 2);
  }

  /** Where sentences begin, as positions in `words`, and the number of words last. */
  get sentences(): number[] {
    this.made.sentences ??= sentenceStarts(this.text, this.words);
    return this.made.sentences;
  }

  /** Sequences of five words. */
  get fives(): KeySet {
    this.made.fives ??= sequences(this.hashes, 5);
    return this.made.fives;
  }

  /** Those of the words outside quotation marks. */
  get unquotedFives(): KeySet {
    this.made.unquotedFives ??= this.quoted.includes(1)
      ? sequences(unmarked(this.hashes, this.quoted), 5)
      : this.fives;
    return this.made.unquotedFives;
  }

  get threes(): KeySet {
    this.made.threes ??= sequences(this.hashes, 3);
    return this.made.threes;
  }

  /** Those of each sentence that is no short one. */
  get sentenceThrees(): SentenceThrees[] {
    this.made.sentenceThrees ??= sentenceThrees(this);
    return this.made.sentenceThrees;
  }

  /** The words of the opening. */
  get opening(): KeySet {
    this.made.opening ??= KeySet.of(this.hashes.subarray(0, openingWords));
    return this.made.opening;
  }

  get stemSet(): KeySet {
    this.made.stemSet ??= KeySet.of(this.stems);
    return this.made.stemSet;
  }

  /** Those stems that are figures. */
  get numbers(): KeySet {
    this.made.numbers ??= KeySet.of(
      this.wordStems.filter(
        (stem, at) => stem !== noTerm && this.quoted[at] === 0 && /\d/.test(this.words[at]!.word),
      ),
    );
    return this.made.numbers;
  }

  /** Content stems of each sentence outside quotation marks, for the first sentences. */
  get sentenceStems(): Uint32Array[] {
    this.made.sentenceStems ??= stemsBySentence(this.sentences, this.wordStems, this.quoted);
    return this.made.sentenceStems;
  }

  get sentencePlaces(): SentencePlaces {
    this.made.sentencePlaces ??= sentencePlacesOf(this.sentenceStems);
    return this.made.sentencePlaces;
  }

  private get anchors(): Set<number> {
    this.made.anchors ??= anchorsOf(this.text, this.words, this.wordStems);
    return this.made.anchors;
  }

  /** Of `sentenceStems` those that are no names and figures. */
  get plainStems(): Uint32Array[] {
    this.made.plainStems ??= this.sentenceStems.map((own) => own.filter((stem) => !this.anchors.has(stem)));
    return this.made.plainStems;
  }

  /** And those that are. */
  get anchorStems(): Uint32Array[] {
    this.made.anchorStems ??= this.sentenceStems.map((own) => own.filter((stem) => this.anchors.has(stem)));
    return this.made.anchorStems;
  }
}
