import type { Token } from '../../claims/tokens';
import { wordSet } from '../language';
import { englishSpeech } from './speech';

const alwaysSpeech = wordSet(
  'said says alleged claimed claims announced reported reports told added adds shows show releases kills leaves hits strikes denies warns',
);
const oftenNouns = wordSet(
  'comment front clip recruits show report offer deal attack arrest fire charge sentence hit win record release plan claim call need use work run lead check stay ' +
    'move visit return rise fall drop strike vote visit tour jump cut increase decrease end start',
);
const states = wordSet('injured wounded killed hurt missing arrested trapped detained displaced rescued');
const neverVerbs = wordSet('initial additional official total final current local');
/** Past forms that are no nouns: after a subject they are its verb. */
const irregularPasts = wordSet(
  'sank fell rose struck shook flew fled drove drew threw grew knew began broke chose came gave went held kept led lost met paid ran saw sold sent spoke stole swam took ' +
    'taught thought wore won wrote burst caught bought brought built fought found hit shot slew spent stood swept swung tore told understood woke became ate drank bit blew froze hid rode rang sang shrank slid sprang stuck swore wept withdrew',
);
const afterSubject = wordSet('that " , the a an in at to');
const headlineVerbs = wordSet('show shows kills hits strikes leaves releases');
const peopleWords = wordSet('people others more dozens scores hundreds thousands several');
const months = /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)/;

/** "The ferry sank", "Videos show rangers": a verb the table took for a second noun. */
const verbAfterNoun = (token: Token, before: Token, after: Token | undefined): boolean => {
  if (token.wordClass !== 'NOUN' && token.wordClass !== 'PROPN') return false;
  if (!/^\p{Ll}/u.test(token.text)) return false;
  if (irregularPasts.has(token.lower) && before.wordClass === 'ADJ') before.wordClass = 'NOUN';
  if (!isNominal(before)) return false;
  if (irregularPasts.has(token.lower))
    return after === undefined || after.wordClass !== 'NOUN' || token.lower !== 'hit';
  if (after?.wordClass === 'NUM' && headlineDeeds.has(token.lower)) return true;
  const plural = /s$/.test(before.lower) && before.wordClass === 'NOUN';
  if (!plural || !/^(?:show|flee)$/.test(token.lower)) return false;
  return (
    token.lower === 'flee' ||
    (after !== undefined && after.wordClass !== 'ADP' && after.wordClass !== 'PUNCT')
  );
};

/** Headline verbs that are nouns elsewhere: "Police arrest 3 after raid". */
const headlineDeeds = wordSet('arrest kill kills detain rescue hurt injure seize find arrests injures hurts');

const isNominal = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.wordClass === 'NOUN' || token.wordClass === 'PROPN' || token.wordClass === 'PRON');

/** A present-tense or reporting verb taken for a noun: "The footage shows the ...", "Ministry: clashes ...". */
const verbAfterSubject = (token: Token, before: Token, after: Token | undefined): boolean => {
  if (token.wordClass === 'VERB' || !alwaysSpeech.has(token.lower)) return false;
  if (!isNominal(before) || before.text === "'s") return false;
  if (token.lower === 'said' || token.lower === 'told' || token.lower === 'says') return true;
  if (after === undefined) return false;
  if (afterSubject.has(after.lower)) return true;
  return (
    headlineVerbs.has(token.lower) &&
    (after.wordClass === 'PROPN' || after.wordClass === 'NUM' || after.wordClass === 'ADJ')
  );
};

/** "The giant hopes to buy", "The council plans to close": a noun in -s before "to" and a verb. */
const plansTo = (token: Token, before: Token, after: Token | undefined, second: Token | undefined): boolean =>
  token.wordClass === 'NOUN' &&
  /^(?:hopes|plans|wants|aims|seeks|vows|moves|offers|threatens|agrees|refuses|declines|fails)$/.test(
    token.lower,
  ) &&
  isNominal(before) &&
  after?.lower === 'to' &&
  second?.wordClass === 'VERB';

/** "Her daughter likes to sing", "and vows to return": a verb of saying or wanting in -s before "to" and a verb. */
const wantsTo = (token: Token, before: Token, after: Token | undefined, second: Token | undefined): boolean =>
  token.wordClass === 'NOUN' &&
  /[^s]s$/.test(token.lower) &&
  isSpeechForm(token.lower) &&
  after?.lower === 'to' &&
  second?.wordClass === 'VERB' &&
  ((isNominal(before) && !/s$/.test(before.lower)) || before.wordClass === 'CCONJ');

const isStated = (form: string): boolean => {
  const { sayVerbs, reportVerbs, attitudeVerbs } = englishSpeech;
  return isSpeechForm(form) || sayVerbs.has(form) || reportVerbs.has(form) || attitudeVerbs.has(form);
};

/**
 * "Owners complain bitterly that", "Homes for All advocates a cap": a clause whose only word that can be a verb was
 * taken for a noun. What may follow is an adverb, "that" or an article.
 */
const onlyVerb = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index]!;
  if (token.wordClass !== 'NOUN' || !/^\p{Ll}+$/u.test(token.text) || !isStated(token.lower)) return false;
  const subject = tokens.slice(0, index).findLast(({ wordClass }) => wordClass !== 'ADV');
  if (!isNominal(subject)) return false;
  const plural = /s$/.test(subject?.lower ?? '') && subject?.wordClass === 'NOUN';
  if (plural === /s$/.test(token.lower)) return false;
  const clause = tokens.slice(0, index).findLastIndex(({ text }) => /^[:;]$/.test(text)) + 1;
  if (tokens.slice(clause, index).some(({ wordClass }) => wordClass === 'VERB' || wordClass === 'AUX'))
    return false;
  const next = tokens[index + 1];
  return (
    next?.wordClass === 'DET' ||
    next?.lower === 'that' ||
    (next?.wordClass === 'ADV' && /ly$/.test(next.lower))
  );
};

/** "..., the mayor's former doctor maintains.": a verb of saying in -s that closes a sentence after its subject. */
const closesSentence = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index]!;
  if (token.wordClass !== 'NOUN' || !/s$/.test(token.lower) || tokens[index + 1]?.text !== '.') return false;
  const bases = [token.lower.slice(0, -1), token.lower.slice(0, -2)];
  if (!bases.some((base) => englishSpeech.sayVerbs.has(base))) return false;
  const comma = tokens.findLastIndex(({ text }, at) => at < index && /^[,"]$/.test(text));
  return (
    comma > 0 &&
    comma < index - 1 &&
    isNominal(tokens[index - 1]) &&
    tokens
      .slice(comma + 1, index)
      .every(({ wordClass }) => ['DET', 'ADJ', 'NOUN', 'PROPN', 'PART', 'PRON'].includes(wordClass))
  );
};

/** "HP values the deal": a noun in -s between a name and an article. */
const actsOn = (token: Token, before: Token, after: Token | undefined): boolean => {
  if (token.wordClass !== 'NOUN' || !/^\p{Ll}+[^s]s$/u.test(token.text) || !after) return false;
  if (!/^(?:the|an?|its|his|her|their)$/.test(after.lower)) return false;
  return (
    before.wordClass === 'PROPN' ||
    (before.wordClass === 'NOUN' && !/s$/.test(before.lower) && isSpeechForm(token.lower))
  );
};

const isSpeechForm = (form: string): boolean => {
  const bases = [form.slice(0, -1), form.slice(0, -2), `${form.slice(0, -3)}y`];
  const { sayVerbs, reportVerbs, attitudeVerbs } = englishSpeech;
  return bases.some((base) => sayVerbs.has(base) || reportVerbs.has(base) || attitudeVerbs.has(base));
};

/** "The survey office estimates that", "The union argues that": a noun in -s before "that" reports. */
const reportsThat = (token: Token, before: Token, after: Token | undefined): boolean => {
  if (token.wordClass !== 'NOUN' || after?.lower !== 'that' || !isNominal(before) || !/s$/.test(token.lower))
    return false;
  const bases = [token.lower.slice(0, -1), token.lower.slice(0, -2), `${token.lower.slice(0, -3)}y`];
  return bases.some((base) => englishSpeech.sayVerbs.has(base) || englishSpeech.reportVerbs.has(base));
};

/** "She wants", "The group also views": a noun in -s where only a verb can stand. */
const verbAfterPronoun = (token: Token, before: Token, secondBefore: Token | undefined): boolean => {
  if (token.wordClass !== 'NOUN' || !/^\p{Ll}+s?$/u.test(token.text)) return false;
  if (/^(?:he|she|it|they|we|i|you|who)$/.test(before.lower)) return true;
  return (
    /^(?:also|still|often|never|already|always|repeatedly|now)$/.test(before.lower) &&
    isNominal(secondBefore) &&
    /s$/.test(token.lower)
  );
};

const nounAfterArticle = (token: Token, before: Token): boolean => {
  if (token.wordClass !== 'VERB' || before.lower === 'to') return false;
  if (!oftenNouns.has(token.lower) && !oftenNouns.has(token.lower.replace(/s$/, ''))) return false;
  if (before.lower === "'s" && before.wordClass === 'PART') return true;
  if (['DET', 'ADJ', 'SCONJ'].includes(before.wordClass) && before.lower !== 'that') return true;
  if (before.wordClass === 'ADP') return !/s$/.test(token.lower);
  // "late-night calls", "taking calls": after a compound or another full verb.
  return before.text.includes('-') || (before.wordClass === 'VERB' && /s$/.test(token.lower));
};

const countedState = (
  token: Token,
  before: Token,
  secondBefore: Token | undefined,
  after: Token | undefined,
): boolean =>
  token.wordClass === 'VERB' &&
  states.has(token.lower) &&
  (before.wordClass === 'NUM' ||
    (peopleWords.has(before.lower) && (before.lower !== 'people' || secondBefore?.wordClass === 'NUM'))) &&
  after?.wordClass !== 'NUM' &&
  after?.wordClass !== 'DET';

const participleBeforeNoun = (token: Token, before: Token, after: Token | undefined): boolean =>
  token.wordClass === 'VERB' &&
  /(?:ed|en|wn)$/.test(token.lower) &&
  ['ADP', 'NUM', 'DET', 'ADV'].includes(before.wordClass) &&
  (before.wordClass !== 'ADV' || /ly$/.test(before.lower)) &&
  before.lower !== 'to' &&
  (after?.wordClass === 'NOUN' || (before.wordClass === 'ADP' && after?.wordClass === 'ADJ'));

/**
 * Known slips of the learned table, each seen in news text: reporting verbs as nouns after a subject, nouns
 * as verbs after an article, counted states ("24 injured") as verbs.
 */
export function repairClasses(tokens: Token[]): void {
  tokens.forEach((token, index) => {
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    if (token.text.endsWith('.') && months.test(token.lower)) token.wordClass = 'PROPN';
    if (token.lower === "n't" || token.lower === 'not') token.wordClass = 'PART';
    if (token.text !== token.lower && /^\p{Ll}+\p{Lu}/u.test(token.text)) token.wordClass = 'PROPN';
    // "4.45 AM": nobody is anything there.
    if (token.text === 'AM' && before?.wordClass === 'NUM') token.wordClass = 'NOUN';
    const opensWithSpeaker =
      index === 0 && after !== undefined && /^(?:said|says|told|added|asked|wrote)$/.test(after.lower);
    if (
      opensWithSpeaker &&
      /^\p{Lu}/u.test(token.text) &&
      !['PRON', 'DET', 'NOUN', 'ADV'].includes(token.wordClass)
    )
      token.wordClass = 'PROPN';
    if (!before) return;
    const inName =
      token.wordClass === 'VERB' &&
      before.wordClass === 'PROPN' &&
      /^\p{Lu}\p{Ll}/u.test(token.text) &&
      /^\p{Lu}\p{Ll}/u.test(before.text);
    if (inName) token.wordClass = 'PROPN';
    // "According to police": nobody polices there.
    if (token.lower === 'police' && tokens[index - 2]?.lower === 'according') token.wordClass = 'NOUN';
    if (
      verbAfterSubject(token, before, after) ||
      reportsThat(token, before, after) ||
      verbAfterNoun(token, before, after) ||
      plansTo(token, before, after, tokens[index + 2]) ||
      wantsTo(token, before, after, tokens[index + 2]) ||
      onlyVerb(tokens, index) ||
      closesSentence(tokens, index) ||
      actsOn(token, before, after) ||
      verbAfterPronoun(token, before, tokens[index - 2])
    )
      token.wordClass = 'VERB';
    else if (nounAfterArticle(token, before)) token.wordClass = 'NOUN';
    else if (token.wordClass === 'VERB' && token.text.includes('-') && !token.lower.startsWith('re-'))
      token.wordClass = 'ADJ';
    else if (countedState(token, before, tokens[index - 2], after)) token.wordClass = 'ADJ';
    else if (token.wordClass === 'VERB' && neverVerbs.has(token.lower)) token.wordClass = 'ADJ';
    else if (participleBeforeNoun(token, before, after)) token.wordClass = 'ADJ';
  });
}
