import type { Mood } from '../../model/claim';
import type { Language } from '../languages/language';
import type { Token } from './tokens';

/** A verb group. Positions are tokens; `last` is inclusive, `head` the verb that carries the meaning. */
export interface VerbGroup {
  first: number;
  last: number;
  head: number;
  lemma: string;
  passive: boolean;
  negated: boolean;
  mood: Mood;
  infinitive: boolean;
  /** A participle without auxiliary, which belongs to the clause around it. */
  participle: boolean;
  hedges: string[];
}

const isVerbal = (token: Token | undefined): boolean =>
  token?.wordClass === 'VERB' || token?.wordClass === 'AUX';

/** Verb forms that act as prepositions or adjectives. */
const isNoPredicate = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]!;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (/^(?:according|including|based|regarding|concerning)$/.test(token.lower)) return true;
  if (token.lower === 'following' && after?.wordClass === 'DET') return true;
  if (before?.text === '-' && before.end === token.start) return true;
  const preNominal =
    (before?.wordClass === 'DET' || before?.wordClass === 'ADJ') &&
    ['NOUN', 'PROPN', 'ADJ'].includes(after?.wordClass ?? '');
  return token.wordClass === 'VERB' && preNominal && !/^(?:this|that|which)$/.test(before?.lower ?? '');
};

const continuesGroup = (tokens: readonly Token[], last: number, language: Language): boolean => {
  const { grammar, stance } = language;
  const next = tokens[last + 1];
  const second = tokens[last + 2];
  if (!next) return false;
  if (isVerbal(next)) {
    const twoVerbs = next.wordClass === 'VERB' && tokens[last]!.wordClass === 'VERB';
    return !twoVerbs || grammar.raisingVerbs.has(tokens[last]!.lemma);
  }
  if (grammar.infinitiveMarks.has(next.lower))
    return isVerbal(second) || (second?.wordClass === 'ADV' && isVerbal(tokens[last + 3]));
  if (grammar.innerAdverbs.has(next.lower))
    return isVerbal(second) || next.wordClass === 'PART' || grammar.innerAdverbs.has(second?.lower ?? '');
  if (next.wordClass === 'ADV' && isVerbal(second)) return true;
  if (next.text === '"' && isVerbal(second) && tokens[last]!.wordClass === 'AUX') return true;
  const readiness =
    stance.planAdjectives.has(next.lower) &&
    (next.wordClass === 'ADJ' || next.wordClass === 'ADV' || next.wordClass === 'VERB');
  return readiness && grammar.infinitiveMarks.has(second?.lower ?? '') && isVerbal(tokens[last + 3]);
};

/** "was killed or injured" is one group. */
const overCoordination = (
  tokens: readonly Token[],
  first: number,
  last: number,
  language: Language,
): number => {
  const { grammar } = language;
  let end = last;
  while (grammar.coordinators.has(tokens[end + 1]?.lower ?? '') && tokens[end + 2]?.wordClass === 'VERB') {
    const bothParticiples =
      grammar.participle.test(tokens[end]!.lower) && grammar.participle.test(tokens[end + 2]!.lower);
    if (!bothParticiples || !tokens.slice(first, end).some((token) => token.wordClass === 'AUX')) break;
    end += 2;
  }
  return end;
};

/** Ends a group before "to" unless the verb in front plans or raises: "agreed to pay", "seems to fall". */
const cutAtInfinitive = (
  tokens: readonly Token[],
  first: number,
  last: number,
  language: Language,
): number => {
  const { grammar, stance } = language;
  for (let at = first + 1; at <= last; at++) {
    const before = tokens[at - 1]!;
    if (!grammar.infinitiveMarks.has(tokens[at]!.lower) || before.wordClass !== 'VERB') continue;
    if (
      !stance.planVerbs.has(before.lemma) &&
      !grammar.raisingVerbs.has(before.lemma) &&
      !stance.negativeVerbs.has(before.lemma)
    )
      return at - 1;
  }
  return last;
};

const moodOf = (tokens: readonly Token[], first: number, head: number, language: Language): Mood => {
  const { stance, grammar } = language;
  const leading = tokens.slice(first, head);
  if (leading.some((token) => token.wordClass === 'AUX' && stance.possible.has(token.lower)))
    return 'possible';
  const infinitive = grammar.infinitiveMarks.has(tokens[first - 1]?.lower ?? '');
  const planned = leading.some(
    (token, index) =>
      stance.planned.has(token.lower) ||
      (token.wordClass === 'VERB' && stance.planVerbs.has(token.lemma)) ||
      (stance.planAdjectives.has(token.lower) &&
        grammar.infinitiveMarks.has(leading[index + 1]?.lower ?? '')),
  );
  if (infinitive || planned) return 'planned';
  // "are training" and, in the passive, "are being trained".
  const progressive = grammar.ing?.test(tokens[head]!.lower) || leading.at(-1)?.lower === 'being';
  const ongoing = progressive && leading.length > 0;
  return ongoing ? 'ongoing' : 'done';
};

const isNegated = (tokens: readonly Token[], first: number, head: number, language: Language): boolean => {
  const { stance } = language;
  const group = tokens.slice(Math.max(0, first - 1), head + 2);
  const negators = group.filter(
    (token, index) =>
      stance.negators.has(token.lower) &&
      (index <= head - Math.max(0, first - 1) || token.wordClass === 'PART'),
  );
  const negative = tokens
    .slice(first, head)
    .some((token) => token.wordClass === 'VERB' && stance.negativeVerbs.has(token.lemma));
  return negators.length > 0 !== negative;
};

const isBareParticiple = (
  tokens: readonly Token[],
  first: number,
  head: number,
  language: Language,
): boolean => {
  const { grammar } = language;
  const word = tokens[head]!.lower;
  if (tokens[first]!.wordClass === 'VERB' && grammar.ing?.test(tokens[first]!.lower)) return true;
  const auxiliaries = tokens
    .slice(first, head)
    .filter((token) => token.wordClass !== 'ADV' && token.wordClass !== 'PART');
  if (auxiliaries.length > 0) return /^(?:being|been)$/.test(tokens[first]!.lower);
  if (grammar.ing?.test(word)) return true;
  const after = tokens[head + 1];
  const before = tokens[first - 1];
  // ", announced Tuesday, represents": a participle between commas with a finite verb after them.
  if (before?.text === ',' && grammar.participle.test(word)) {
    const comma = tokens.findIndex((token, at) => at > head && at < head + 8 && token.text === ',');
    if (comma > 0 && isVerbal(tokens[comma + 1])) return true;
  }
  return (
    grammar.participle.test(word) &&
    after?.wordClass === 'ADP' &&
    ['NOUN', 'PROPN', 'PUNCT'].includes(before?.wordClass ?? '') &&
    !/^(?:died|came|went|said|began|happened|occurred|fell|rose)$/.test(word)
  );
};

const isPassive = (tokens: readonly Token[], first: number, head: number, language: Language): boolean => {
  const { grammar } = language;
  const auxiliary = tokens
    .slice(first, head)
    .filter((token) => token.wordClass === 'AUX' || token.wordClass === 'VERB')
    .at(-1);
  const word = tokens[head]!.lower;
  return (
    auxiliary !== undefined &&
    grammar.passiveAuxiliaries.has(auxiliary.lower) &&
    grammar.participle.test(word) &&
    !grammar.ing?.test(word)
  );
};

const groupFrom = (tokens: readonly Token[], first: number, language: Language): VerbGroup => {
  let last = first;
  while (continuesGroup(tokens, last, language)) last++;
  while (last > first && !isVerbal(tokens[last])) last--;
  last = overCoordination(tokens, first, last, language);
  last = cutAtInfinitive(tokens, first, last, language);
  while (last > first && !isVerbal(tokens[last])) last--;
  const infinitive = language.grammar.infinitiveMarks.has(tokens[first - 1]?.lower ?? '');
  return {
    first,
    last,
    head: last,
    lemma: tokens[last]!.lemma,
    passive: isPassive(tokens, first, last, language),
    negated: isNegated(tokens, first, last, language),
    mood: moodOf(tokens, first, last, language),
    infinitive,
    participle: isBareParticiple(tokens, first, last, language),
    hedges: tokens
      .slice(first, last + 1)
      .filter((token) => language.stance.hedges.has(token.lower))
      .map((token) => token.lemma),
  };
};

/** Marks and words that end the bracket of a parted verb. */
const endsBracket = (token: Token, { grammar }: Language): boolean =>
  /^[,;:."()–—]$/.test(token.text) || grammar.coordinators.has(token.lower);

/** Joins what a bracket parts: the auxiliary becomes the verb it carries, whose words no longer open a clause. */
function joinBrackets(tokens: readonly Token[], groups: VerbGroup[], language: Language): void {
  groups.forEach((group, index) => {
    const rest = groups[index + 1];
    if (!rest || group.first !== group.last || tokens[group.first]!.wordClass !== 'AUX') return;
    const between = tokens.slice(group.last + 1, rest.first);
    if (between.some((token) => endsBracket(token, language))) return;
    const verb = tokens.slice(rest.first, rest.last + 1).find(({ wordClass }) => wordClass === 'VERB');
    if (!verb) return;
    const auxiliaries = [tokens[group.first]!, ...tokens.slice(rest.first, rest.last + 1)];
    group.lemma = verb.lemma;
    group.passive = auxiliaries.some(({ lower }) => language.grammar.passiveAuxiliaries.has(lower));
    rest.participle = true;
  });
}

/** Verb groups of one sentence in order. */
export function verbGroupsIn(tokens: readonly Token[], language: Language): VerbGroup[] {
  const groups: VerbGroup[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (!isVerbal(tokens[at]) || isNoPredicate(tokens, at)) continue;
    const group = groupFrom(tokens, at, language);
    groups.push(group);
    at = group.last;
  }
  if (language.grammar.verbBracket) joinBrackets(tokens, groups, language);
  return groups;
}
