import type { Language } from '../languages/language';
import type { VerbGroup } from './predicates';
import type { Token } from './tokens';

/** A finite clause: tokens `from` to `to` (exclusive) with the verb groups in it, the first finite one main. */
export interface Clause {
  from: number;
  to: number;
  groups: VerbGroup[];
  main: VerbGroup | null;
  /** Subject tokens, `to` exclusive; null when the clause has none of its own and borrows none. */
  subject: { from: number; to: number; borrowed: boolean } | null;
}

const nounLike = new Set(['NOUN', 'PROPN', 'PRON']);
const phraseLike = new Set(['NOUN', 'PROPN', 'PRON', 'DET', 'ADJ', 'NUM', 'PART']);
const separator = /^[,;:—–]$/;

/** The colon of "2:09 a.m." and the comma of "3, 500". */
const isInsideNumber = (tokens: readonly Token[], at: number): boolean =>
  /^\d/.test(tokens[at - 1]?.text ?? '') &&
  /^\d/.test(tokens[at + 1]?.text ?? '') &&
  tokens[at]!.text === ':';

/** A comma between members of a list is no clause boundary. */
export const isListComma = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1]?.wordClass ?? '';
  const after = tokens[at + 1];
  const second = tokens[at + 2];
  const members = ['NOUN', 'PROPN', 'ADJ'];
  if (!members.includes(before) || !members.includes(after?.wordClass ?? '')) return false;
  if (second && (second.wordClass === 'VERB' || second.wordClass === 'AUX')) return false;
  return second?.wordClass === 'CCONJ' || second?.text === ',' || after?.wordClass === 'CCONJ';
};

const subordinatorBoundary = (
  tokens: readonly Token[],
  low: number,
  high: number,
  language: Language,
): number => {
  const { grammar } = language;
  for (let at = high - 1; at >= low; at--) {
    const token = tokens[at]!;
    if (!grammar.subordinators.has(token.lower)) continue;
    if (token.wordClass === 'DET' && !grammar.relatives.has(token.lower)) continue;
    // "after", "before", "as" as prepositions stand far from the next verb: "after the vote in the town hall was".
    if (token.wordClass === 'ADP' && high - at > 5) continue;
    const preposition = /^(?:whom|which)$/.test(token.lower) && tokens[at - 1]?.wordClass === 'ADP';
    if (!preposition) return at;
    const quantified =
      tokens[at - 2] &&
      (tokens[at - 2]!.wordClass === 'NUM' ||
        /^(?:all|many|most|some|none|one|both|half|several)$/.test(tokens[at - 2]!.lower));
    return Math.max(quantified ? at - 2 : at - 1, low);
  }
  return -1;
};

const commaBoundary = (tokens: readonly Token[], low: number, high: number): number => {
  for (let at = high - 1; at >= low; at--)
    if (separator.test(tokens[at]!.text) && !isListComma(tokens, at) && !isInsideNumber(tokens, at))
      return at;
  return -1;
};

const coordinatorBoundary = (
  tokens: readonly Token[],
  low: number,
  high: number,
  next: VerbGroup,
  language: Language,
): number => {
  for (let at = high - 1; at >= low; at--) {
    if (!language.grammar.coordinators.has(tokens[at]!.lower)) continue;
    if (at === high - 1) return at;
    if (next.infinitive || next.participle) continue;
    const between = tokens.slice(at + 1, high);
    const preposition = between.some(
      (token, index) =>
        token.wordClass === 'ADP' && token.lower !== 'of' && between[index + 1]?.wordClass !== 'NUM',
    );
    if (between.some((token) => nounLike.has(token.wordClass)) && !preposition) return at;
  }
  return -1;
};

/** Start of the noun phrase that ends right before `high`, not left of `low`. */
const phraseStart = (tokens: readonly Token[], low: number, high: number): number => {
  let at = high;
  while (at > low && phraseLike.has(tokens[at - 1]!.wordClass)) at--;
  return at;
};

/** Where the clause of `next` begins, between the end of `previous` and `next` itself. */
const boundaryBetween = (
  tokens: readonly Token[],
  previous: VerbGroup,
  next: VerbGroup,
  language: Language,
): number => {
  const low = previous.last + 1;
  const high = next.first;
  if (low >= high) return high;
  const subordinator = subordinatorBoundary(tokens, low, high, language);
  if (subordinator >= 0) return subordinator;
  const comma = commaBoundary(tokens, low, high);
  if (comma >= 0) return comma;
  const speech =
    language.speech.sayVerbs.has(previous.lemma) || language.speech.reportVerbs.has(previous.lemma);
  const coordinator =
    speech && !next.infinitive && low < high ? -1 : coordinatorBoundary(tokens, low, high, next, language);
  if (coordinator >= 0) return coordinator;
  if (next.infinitive && language.grammar.infinitiveMarks.has(tokens[high - 1]!.lower)) return high - 1;
  // "said the bridge had fallen": everything after the verb of saying belongs to what is said.
  if (speech) return low;
  const finite = !next.infinitive && !next.participle;
  return finite && nounLike.has(tokens[high - 1]!.wordClass) ? phraseStart(tokens, low, high) : high;
};

/** Left boundary of every verb group, and the end of the sentence last. */
export function boundariesOf(
  tokens: readonly Token[],
  groups: readonly VerbGroup[],
  language: Language,
): number[] {
  const boundaries = [0];
  for (let index = 1; index < groups.length; index++) {
    boundaries.push(
      Math.max(boundaryBetween(tokens, groups[index - 1]!, groups[index]!, language), boundaries[index - 1]!),
    );
  }
  boundaries.push(tokens.length);
  return boundaries;
}

const isFiniteGroup = (group: VerbGroup): boolean => !group.infinitive && !group.participle;

const contentCount = (tokens: readonly Token[], from: number, to: number, language: Language): number =>
  tokens
    .slice(from, to)
    .filter((token) => /^[\p{L}\d]/u.test(token.text) && !language.grammar.stopWords.has(token.lower)).length;

interface Segment {
  from: number;
  to: number;
  groups: VerbGroup[];
  speech: boolean;
}

/** Merges a segment with less than two content words into its neighbour: it states nothing on its own. */
const mergeFragments = (tokens: readonly Token[], segments: Segment[], language: Language): void => {
  for (let index = segments.length - 1; index > 0; index--) {
    const segment = segments[index]!;
    const before = segments[index - 1]!;
    if (segment.speech || before.speech) continue;
    if (
      contentCount(tokens, segment.from, segment.to, language) >= 2 &&
      contentCount(tokens, before.from, before.to, language) >= 2
    )
      continue;
    before.groups.push(...segment.groups);
    before.to = segment.to;
    segments.splice(index, 1);
  }
};

const trim = (tokens: readonly Token[], from: number, to: number): { from: number; to: number } => {
  let start = from;
  let end = to;
  while (start < end && /^[,;:—–"'").]$/.test(tokens[start]!.text)) start++;
  while (end > start && /^[,;:—–"'("]$/.test(tokens[end - 1]!.text)) end--;
  return { from: start, to: end };
};

/** Noun phrase before a relative clause: what "which" and "who" stand for. */
export const phraseBefore = (tokens: readonly Token[], from: number): { from: number; to: number } | null => {
  let end = from;
  while (end > 0 && /^[,"]$/.test(tokens[end - 1]!.text)) end--;
  let start = phraseStart(tokens, 0, end);
  // "Mara Dell of Port Harrow, who": the phrase goes on over "of".
  while (start > 1 && tokens[start - 1]!.lower === 'of' && phraseStart(tokens, 0, start - 1) < start - 1) {
    start = phraseStart(tokens, 0, start - 1);
  }
  return start < end ? { from: start, to: end } : null;
};

const subjectOf = (
  tokens: readonly Token[],
  from: number,
  first: number,
  previous: Clause['subject'],
  language: Language,
): Clause['subject'] => {
  const { grammar } = language;
  let start = from;
  while (
    start < first &&
    (grammar.subordinators.has(tokens[start]!.lower) ||
      grammar.coordinators.has(tokens[start]!.lower) ||
      grammar.infinitiveMarks.has(tokens[start]!.lower))
  )
    start++;
  const words = tokens.slice(start, first);
  const own = words.some(
    (token) =>
      ['NOUN', 'PROPN', 'PRON', 'NUM'].includes(token.wordClass) && !grammar.relatives.has(token.lower),
  );
  if (own) return { from: start, to: first, borrowed: false };
  const connective = tokens[from]?.lower ?? '';
  if (from > 0 && grammar.relatives.has(connective)) {
    const noun = phraseBefore(tokens, from);
    if (noun) return { ...noun, borrowed: true };
  }
  return previous ? { from: previous.from, to: previous.to, borrowed: true } : null;
};

/**
 * Finite clauses of a sentence. Participles and infinitives stay inside their clause: cut apart, fragments
 * flood a comparison. `isSpeech` tells groups that only report ("officials said"); they stand alone.
 */
export function clausesOf(
  tokens: readonly Token[],
  groups: readonly VerbGroup[],
  boundaries: readonly number[],
  isSpeech: (group: VerbGroup) => boolean,
  language: Language,
): Clause[] {
  if (groups.length === 0) {
    const range = trim(tokens, 0, tokens.length);
    return [{ ...range, groups: [], main: null, subject: null }];
  }
  const segments: Segment[] = [];
  groups.forEach((group, index) => {
    const last = segments.at(-1);
    const connective = tokens[boundaries[index]!]?.lower ?? '';
    const speech = isSpeech(group);
    const opensClause =
      isFiniteGroup(group) &&
      (language.grammar.finiteSubordinators.has(connective) || (last?.groups.some(isFiniteGroup) ?? false));
    if (!last || speech || last.speech || opensClause) {
      segments.push({ from: boundaries[index]!, to: boundaries[index + 1]!, groups: [group], speech });
    } else {
      last.groups.push(group);
      last.to = boundaries[index + 1]!;
    }
  });
  mergeFragments(tokens, segments, language);
  let previous: Clause['subject'] = null;
  return segments.map((segment): Clause => {
    const range = trim(tokens, segment.from, segment.to);
    const subject = subjectOf(
      tokens,
      range.from,
      Math.max(range.from, segment.groups[0]!.first),
      previous,
      language,
    );
    previous = subject;
    return {
      ...range,
      groups: segment.groups,
      main: segment.groups.find(isFiniteGroup) ?? segment.groups[0]!,
      subject,
    };
  });
}
