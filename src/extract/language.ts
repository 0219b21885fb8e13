import type { Sourced } from '../model/article';
import table from './data/function-words.json';

/** Detection looks at this much of a text; more changes nothing. */
const sampleLength = 2_000;

const languagesOfWord = new Map<string, string[]>();
for (const [language, words] of Object.entries(table.languages)) {
  for (const word of new Set(words.split(' '))) {
    const list = languagesOfWord.get(word) ?? [];
    list.push(language);
    languagesOfWord.set(word, list);
  }
}
const scripts = Object.entries(table.scripts).map(
  ([language, classes]) => [language, new RegExp(`[${classes}]`, 'gu')] as const,
);

export interface Detection {
  language: string;
  /** Share of the words that are the language's function words, or of letters in its script. */
  share: number;
  /** The share of the next language. */
  next: number;
  /** Shares of all languages with a table; empty when the script decided. */
  shares: Map<string, number>;
}

/** Letters beyond Latin: without them no script needs to be looked for. */
const foreign = /[\u0370-\u1dff\u2c00-\ud7ff\uf900-\uffef]/g;

function byScript(sample: string): Detection | null {
  if ((sample.match(foreign)?.length ?? 0) < sample.length * 0.04) return null;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 12) return null;
  for (const [language, pattern] of scripts) {
    const share = (sample.match(pattern)?.length ?? 0) / letters;
    // Japanese mixes kana with Chinese characters: a tenth of kana is enough.
    if (share > (language === 'ja' ? 0.08 : 0.4))
      return { language, share: Math.max(share, 0.5), next: 0, shares: new Map() };
  }
  return null;
}

/** Runs of letters: what is no mark, digit or blank. Classes of Unicode cost more to set up than all the rest. */
const letterRuns =
  /[^\0-`{-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u2000-\u206f\u2190-\u2bff\u3000-\u303f]+/g;

/** Tells the language of a text by script and function words; null for texts too short to tell. */
export function detectLanguage(text: string): Detection | null {
  const sample = text.slice(0, sampleLength);
  const scripted = byScript(sample);
  if (scripted) return scripted;
  const words = sample.toLowerCase().match(letterRuns) ?? [];
  if (words.length < 12) return null;
  const counts = new Map<string, number>();
  for (const word of words) {
    for (const language of languagesOfWord.get(word) ?? [])
      counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const ranked = [...counts].sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1));
  const [first, second] = ranked;
  if (!first) return null;
  const shares = new Map(ranked.map(([language, count]) => [language, count / words.length]));
  return {
    language: first[0],
    share: first[1] / words.length,
    next: (second?.[1] ?? 0) / words.length,
    shares,
  };
}

const same: Record<string, string> = {
  nb: 'no',
  nn: 'no',
  iw: 'he',
  in: 'id',
  jp: 'ja',
  kr: 'ko',
  cn: 'zh',
  ua: 'uk',
  cz: 'cs',
  se: 'sv',
  dk: 'da',
  fil: 'tl',
  tn: 'tn',
};

/** Primary language of a tag such as `en-US`, `pt_BR` or `jp`; null when it is none. */
export function primaryLanguage(tag: string | null | undefined): string | null {
  const primary = tag?.trim().toLowerCase().split(/[-_]/)[0] ?? '';
  if (!/^[a-z]{2,3}$/.test(primary)) return null;
  return same[primary] ?? primary;
}

/** Languages whose function words overlap so much that a declaration decides between them. */
const close: string[][] = [
  ['no', 'da', 'sv'],
  ['id', 'ms'],
  ['cs', 'sk'],
  ['es', 'gl', 'ca', 'pt'],
  ['hr', 'sl', 'bs'],
  ['zu', 'xh', 'ss', 'nr'],
  ['sr', 'mk', 'bg', 'hr', 'bs'],
  ['ru', 'uk', 'be', 'bg'],
  ['nl', 'af'],
  ['st', 'tn', 'nso'],
  ['ja', 'zh'],
];

const areClose = (left: string, right: string): boolean =>
  close.some((group) => group.includes(left) && group.includes(right));

/**
 * The language of a text: what the page declares, unless detection is sure of another. Templates declare
 * wrongly often enough (an English theme around Zulu text), texts do not.
 */
export function chooseLanguage(declared: (string | null)[], text: string): Sourced<string> {
  const tags = declared.map(primaryLanguage).filter((tag): tag is string => tag !== null);
  const detected = detectLanguage(text);
  const stated = tags[0];
  if (!detected) return stated ? { value: stated, source: 'declared' } : { value: 'und', source: 'detected' };
  const shareOfStated = detected.shares.get(stated ?? '') ?? 0;
  // Languages that join their words (Zulu, Finnish) have few function words, and others' hardly at all.
  const sure =
    (detected.share >= 0.12 && detected.share > detected.next * 1.15) ||
    (detected.share >= 0.02 && shareOfStated < 0.08 && detected.share > shareOfStated * 1.5);
  if (!stated) return { value: detected.language, source: 'detected' };
  if (tags.includes(detected.language)) {
    return { value: detected.language, source: 'declared' };
  }
  const known = stated in table.languages || stated in table.scripts;
  if (sure && known && !(areClose(stated, detected.language) && detected.share < detected.next * 1.4)) {
    return { value: detected.language, source: 'detected' };
  }
  // A language without a table is believed, unless the text is plainly another.
  if (!known && sure && detected.share > 0.3) return { value: detected.language, source: 'detected' };
  return { value: stated, source: 'declared' };
}
