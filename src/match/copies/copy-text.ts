import type { Article, ArticleId } from '../../model/article';
import { type Token, termOf, tokens } from '../../text/words';
import { hashOf, joinHashes } from '../hash';
import { KeySet } from '../key-set';
import { namesIn } from '../names';
import { plainNumber } from '../plain-number';
import { quotedRanges } from './quoted-ranges';
import { type SentencePlaces, sentencePlacesOf } from './sentence-places';

/** An article's text as copies are looked for in it. Arrays run over its words. */
export interface CopyText {
  article: ArticleId;
  words: Token[];
  /** Hash of each word. */
  hashes: Uint32Array;
  /** 1 for words inside quotation marks. */
  quoted: Uint8Array;
  /** Where sentences begin, as positions in `words`, and the number of words last. */
  sentences: number[];
  /** Sequences of five words, all and those outside quotation marks. */
  fives: KeySet;
  unquotedFives: KeySet;
  threes: KeySet;
  /** Content stems outside quotation marks, in order. */
  stems: Uint32Array;
  stemSet: KeySet;
  stemPairs: KeySet;
  numbers: KeySet;
  /** Content stems of each sentence outside quotation marks, for the first sentences. */
  sentenceStems: Uint32Array[];
  /** Those of them that are no names and figures, and those that are. */
  plainStems: Uint32Array[];
  anchorStems: Uint32Array[];
  sentencePlaces: SentencePlaces;
}

/** Longer texts are looked at up to here: about forty pages. */
const wordLimit = 20_000;

/** Hashes of all runs of `length` words. */
export function sequences(hashes: ArrayLike<number>, length: number): KeySet {
  const found = new KeySet(Math.max(0, hashes.length - length + 1));
  for (let at = 0; at + length <= hashes.length; at++) found.add(sequenceAt(hashes, at, length));
  return found;
}

export function sequenceAt(hashes: ArrayLike<number>, at: number, length: number): number {
  let hash = length;
  for (let offset = 0; offset < length; offset++) hash = joinHashes(hash, hashes[at + offset]!);
  return hash;
}

function sentenceStarts(text: string, words: Token[]): number[] {
  const starts = [0];
  for (let at = 1; at < words.length; at++) {
    const gap = text.slice(words[at - 1]!.end, words[at]!.start);
    if (/[.!?。！？…]["”’»」)\]]*\s|\n|[。！？]/.test(gap)) starts.push(at);
  }
  starts.push(words.length);
  return starts;
}

function markQuoted(text: string, words: Token[]): Uint8Array {
  const quoted = new Uint8Array(words.length);
  const ranges = quotedRanges(text);
  let next = 0;
  words.forEach((word, at) => {
    while (next < ranges.length && ranges[next]!.end <= word.start) next++;
    const range = ranges[next];
    if (range && word.start >= range.start && word.end <= range.end) quoted[at] = 1;
  });
  return quoted;
}

/** With less than this outside, the marks enclose the text itself (a whole post quoted) or one of them was lost. */
const leastOutside = 0.35;

function quotedWords(text: string, words: Token[]): Uint8Array {
  const quoted = markQuoted(text, words);
  const outside = quoted.reduce((count, flag) => count + 1 - flag, 0);
  return outside < words.length * leastOutside ? new Uint8Array(words.length) : quoted;
}

/** Sentences beyond these are not aligned one by one. */
const alignedSentences = 80;
const leastStems = 3;

function stemsBySentence(
  starts: readonly number[],
  stems: readonly string[],
  quoted: Uint8Array,
): Uint32Array[] {
  const found: Uint32Array[] = [];
  for (let index = 0; index + 1 < starts.length && found.length < alignedSentences; index++) {
    const own = new Set<number>();
    for (let at = starts[index]!; at < starts[index + 1]!; at++) {
      if (stems[at] !== '' && quoted[at] === 0) own.add(hashOf(stems[at]!));
    }
    if (own.size >= leastStems) found.push(Uint32Array.from(own));
  }
  return found;
}

/** Names and figures: what a copy keeps whatever else it changes. */
function anchorsOf(text: string, words: Token[], stems: readonly string[]): Set<number> {
  const names = namesIn(text, words);
  const isAnchor = ({ word }: Token) => /\d/.test(word) || names.has(word.replace(/'s$/, ''));
  return new Set(words.flatMap((word, at) => (isAnchor(word) ? [hashOf(stems[at]!)] : [])));
}

/** Reads an article for copies. */
export function copyTextOf(article: Article): CopyText {
  const language = article.language.value;
  const words = tokens(article.text, language, wordLimit);
  const hashes = Uint32Array.from(words, (word) => hashOf(word.word));
  const quoted = quotedWords(article.text, words);
  const sentences = sentenceStarts(article.text, words);
  const wordStems = words.map((word) => termOf(plainNumber(word.word), language));
  const stemWords = wordStems.filter((stem, at) => stem !== '' && quoted[at] === 0);
  const stems = Uint32Array.from(stemWords, hashOf);
  const sentenceStems = stemsBySentence(sentences, wordStems, quoted);
  const anchors = anchorsOf(article.text, words, wordStems);
  return {
    article: article.id,
    words,
    hashes,
    quoted,
    sentences,
    fives: sequences(hashes, 5),
    unquotedFives: sequences(
      hashes.filter((_, at) => quoted[at] === 0),
      5,
    ),
    threes: sequences(hashes, 3),
    stems,
    stemSet: KeySet.of(stems),
    stemPairs: sequences(stems, 2),
    sentenceStems,
    plainStems: sentenceStems.map((own) => own.filter((stem) => !anchors.has(stem))),
    anchorStems: sentenceStems.map((own) => own.filter((stem) => anchors.has(stem))),
    sentencePlaces: sentencePlacesOf(sentenceStems),
    numbers: KeySet.of(
      Uint32Array.from(
        stemWords.filter((word) => /\d/.test(word)),
        hashOf,
      ),
    ),
  };
}
