import { isLabel } from '../phrases';
import { log, type Measured } from './measured';

/** What a block's own words look like. */
export const textNames = [
  'words',
  'characters',
  'endsSentence',
  'sentences',
  'commas',
  'linkShare',
  'links',
  'boldShare',
  'italicShare',
  'timeShare',
  'digitShare',
  'capitalShare',
  'startsLower',
  'startsQuote',
  'endsColon',
  'endsEllipsis',
  'hasBar',
  'hasHandle',
  'hasCopyright',
  'hasYear',
  'endsQuestion',
  'afterBreak',
  'isLabel',
  'openParenthesis',
  'firstPerson',
] as const;
export function textFeatures({ block, words, linkShare, endsSentence: ends }: Measured): number[] {
  const { text } = block;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  return [
    log(words),
    log(text.length),
    +ends,
    text.match(/[.!?。！？؟…।]["'”’»)」]*(?:\s|$)/gu)?.length ?? 0,
    (text.match(/[,،、，]/gu)?.length ?? 0) / (words + 1),
    linkShare,
    block.links.length,
    block.boldLength / text.length,
    block.italicLength / text.length,
    block.timeLength / text.length,
    (text.match(/\d/g)?.length ?? 0) / text.length,
    letters ? capitals / letters : 0,
    +/^\p{Ll}/u.test(text),
    +/^["'“„«»‘「『‚]/u.test(text),
    +/[:：]$/.test(text),
    +/(?:…|\.\.\.)$/.test(text),
    +/[|•·►▶»→]/.test(text),
    +/[@#]|https?:|www\./.test(text),
    +/©|\(c\)|copyright/i.test(text),
    +/\b(?:19|20)\d\d\b/.test(text),
    +/[?？؟]$/.test(text),
    +block.afterBreak,
    +isLabel(text),
    +/^[([（【]/.test(text),
    +/\b(?:we|our|us|you|your|wir|uns|sie|ihr|vous|votre|nous|usted|tu|su)\b/i.test(text),
  ];
}
