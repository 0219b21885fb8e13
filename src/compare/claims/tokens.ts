import type { Span } from '../../model/article';
import type { WordClass } from '../tagger/word-classes';

/** A word or mark with its place in the article part it was read from. */
export interface Token extends Span {
  /** As written, typography folded. */
  text: string;
  lower: string;
  wordClass: WordClass;
  lemma: string;
}

/** A token before the tagger has seen it. */
export interface RawToken extends Span {
  text: string;
}

const tokenPattern = new RegExp(
  [
    /[$](?:US|AU|NZ|CA|[AC])(?=\s?\d)/u,
    /(?:US|AU|HK|NZ|CA|[ACS])?[$£€¥₹]/u,
    /\d+(?:[.,]\d+)*(?:st|nd|rd|th)(?![\p{L}\d])/u,
    /\d+(?:[.,]\d+)*/u,
    /(?:\p{L}\.){2,}/u,
    /[\p{L}\p{M}]+(?:['&][\p{L}\p{M}]+|\.(?=[\p{Ll}])[\p{L}\p{M}]+)*(?:-(?!\d+[.,]\d)[\p{L}\p{M}\d]+(?:'[\p{L}]+)?)*/u,
    /\.{3}|…/u,
    /[-–—]+/u,
    /[^\s\p{L}\p{M}\d]/u,
  ]
    .map((part) => part.source)
    .join('|'),
  'gu',
);

const cliticPattern = /^(.+?)('s|n't|'re|'ve|'ll|'d|'m)$/i;

const splitClitic = (token: RawToken): RawToken[] => {
  const parts = cliticPattern.exec(token.text);
  const word = parts?.[1];
  if (!word || !/^[\p{L}\p{M}.&-]+$/u.test(word)) return [token];
  const middle = token.start + word.length;
  return [
    { text: word, start: token.start, end: middle },
    { text: token.text.slice(word.length), start: middle, end: token.end },
  ];
};

/** Whether a full stop belongs to the word before it: an abbreviation, or an initial with the rest of the name. */
const endsWord = (word: string, rest: string, abbreviations: ReadonlySet<string>): boolean =>
  rest.trimEnd() !== '' &&
  (abbreviations.has(word.toLowerCase()) || (/^\p{Lu}$/u.test(word) && /^\s+\p{Lu}/u.test(rest)));

/**
 * Words and marks of a text with offsets from `base`. `text` must be folded (`foldTypography`); a full stop
 * stays with a word in `abbreviations` ("Gen.", "Oct.") and with an initial ("Mara J. Dell") so that it is not read
 * as the end of a clause.
 */
export function tokenise(text: string, base: number, abbreviations: ReadonlySet<string>): RawToken[] {
  const tokens: RawToken[] = [];
  for (const match of text.matchAll(tokenPattern)) {
    const token = { text: match[0], start: base + match.index, end: base + match.index + match[0].length };
    const previous = tokens.at(-1);
    if (
      token.text === '.' &&
      previous?.end === token.start &&
      endsWord(previous.text, text.slice(match.index + 1), abbreviations)
    ) {
      previous.text += '.';
      previous.end = token.end;
      continue;
    }
    tokens.push(...splitClitic(token));
  }
  return tokens;
}

/** Tokens as their text has them: "the drivers' union", not "the drivers ' union". */
export const spelled = (tokens: readonly Token[]): string =>
  tokens
    .map(({ text, start }, at) => (at > 0 && (tokens[at - 1]?.end ?? start) < start ? ` ${text}` : text))
    .join('');
