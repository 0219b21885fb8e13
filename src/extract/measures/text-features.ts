import type { Block } from '../block';
import { countMarks } from '../characters';
import { log } from './measured';

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

const opensQuotation = '"\'“„«»‘「『‚';
const opensParenthesis = '([（【';
const endsQuestion = '?？؟';
const endsColon = ':：';

const isLower = (character: string): boolean =>
  character !== character.toUpperCase() && character === character.toLowerCase();

/** Writes the features of `textNames` into `out` from `at` on; gives the place behind them. */
export function writeTextFeatures(out: Float64Array, at: number, block: Block): number {
  const { text, words } = block;
  const counts = countMarks(text);
  const { length } = text;
  const first = text.charAt(0);
  const last = text.charAt(length - 1);
  let next = at;
  out[next++] = log(words);
  out[next++] = log(length);
  out[next++] = +block.endsSentence;
  out[next++] = counts.sentences;
  out[next++] = counts.commas / (words + 1);
  out[next++] = block.linkLength / length;
  out[next++] = block.links.length;
  out[next++] = block.boldLength / length;
  out[next++] = block.italicLength / length;
  out[next++] = block.timeLength / length;
  out[next++] = counts.digits / length;
  out[next++] = counts.capitals / length;
  out[next++] = +isLower(first);
  out[next++] = +opensQuotation.includes(first);
  out[next++] = +endsColon.includes(last);
  out[next++] = +(last === '…' || text.endsWith('...'));
  out[next++] = +/[|•·►▶»→]/.test(text);
  out[next++] = +/[@#]|https?:|www\./.test(text);
  out[next++] = +/©|\(c\)|copyright/i.test(text);
  out[next++] = +(counts.digits > 3 && /\b(?:19|20)\d\d\b/.test(text));
  out[next++] = +endsQuestion.includes(last);
  out[next++] = +block.afterBreak;
  out[next++] = +block.isLabel;
  out[next++] = +opensParenthesis.includes(first);
  out[next++] = +/\b(?:we|our|us|you|your|wir|uns|sie|ihr|vous|votre|nous|usted|tu|su)\b/i.test(text);
  return next;
}
