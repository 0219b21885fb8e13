import type { Language } from '../languages/language';
import { isListComma } from './clauses';
import type { SentenceReading, SpeechReading } from './reading';
import { isStop, type TokenRange, trimSource } from './speech-subjects';

/** What an attitude is about ends with its phrase: "criticised the plan, saying". */
export const upToComma = (sentence: SentenceReading, content: TokenRange): TokenRange => {
  const end = sentence.tokens.findIndex(
    (token, at) =>
      at > content.from && at < content.to && /^[,;]$/.test(token.text) && !isListComma(sentence.tokens, at),
  );
  return end < 0 ? content : { from: content.from, to: end };
};

/** "the mayor's" or "his" before a noun. */
const ownerBefore = (sentence: SentenceReading, at: number): TokenRange | null => {
  const { tokens } = sentence;
  let mark = at - 1;
  while (mark > 0 && tokens[mark]!.wordClass === 'ADJ') mark--;
  const word = tokens[mark]?.lower ?? '';
  if (/^(?:his|her|its|their)$/.test(word)) return { from: mark, to: mark + 1 };
  if (word !== "'s" && word !== "'") return null;
  let from = mark;
  while (from > 0 && ['NOUN', 'PROPN', 'ADJ', 'DET', 'NUM'].includes(tokens[from - 1]!.wordClass)) from--;
  return from < mark ? { from, to: mark } : null;
};

/** "By the mayor's own account, ...", "by its own admission, ...": the rest of the sentence is what is owned up to. */
const ownAccount = (sentence: SentenceReading, at: number): SpeechReading | null => {
  const { tokens } = sentence;
  if (tokens[at - 1]?.lower !== 'own') return null;
  const source = ownerBefore(sentence, at);
  if (!source || tokens[source.from - 1]?.lower !== 'by') return null;
  const opens = source.from === 1 && tokens[at + 1]?.text === ',';
  return {
    source,
    antecedent: null,
    cue: { from: at - 1, to: at + 1, lemma: tokens[at]!.lemma },
    content: opens ? { from: at + 2, to: tokens.length } : { from: 0, to: source.from - 1 },
    group: null,
    kind: 'noun',
  };
};

/** "reports from the ministry that ...", "the mayor's claim that ...". */
export const nounSpeech = (sentence: SentenceReading, language: Language): SpeechReading[] => {
  const { tokens } = sentence;
  const { speech } = language;
  const found: SpeechReading[] = [];
  tokens.forEach((token, at) => {
    if (!speech.nouns.has(token.lower) || token.wordClass !== 'NOUN') return;
    const account = ownAccount(sentence, at);
    if (account) {
      found.push(account);
      return;
    }
    const limit = Math.min(tokens.length, at + 14);
    let that = at + 1;
    while (that < limit && tokens[that]!.lower !== 'that' && !isStop(tokens[that])) {
      if (['VERB', 'AUX'].includes(tokens[that]!.wordClass)) break;
      that++;
    }
    const states = tokens[that]?.lower === 'that';
    const led = states && speech.nounSourceWords.has(tokens[at + 1]?.lower ?? '');
    const source = led
      ? trimSource(sentence, { from: at + 2, to: that }, language)
      : ownerBefore(sentence, at);
    // "the mayor's decision to close the port": no statement, but whose decision it is.
    const leads = states || speech.nounContentWords.has(tokens[at + 1]?.lower ?? '');
    if (!source || !leads) return;
    found.push({
      source,
      antecedent: null,
      cue: { from: at, to: at + 1, lemma: token.lemma },
      content: states
        ? { from: that, to: tokens.length }
        : upToComma(sentence, { from: at + 1, to: tokens.length }),
      group: null,
      kind: states ? 'noun' : 'attitude',
    });
  });
  return found;
};
