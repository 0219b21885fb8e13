import type { Attribution } from '../../model/claim';
import type { Language } from '../languages/language';
import { type Discourse, personMeant } from './discourse';
import type { NameIndex } from './name-links';
import type { ReadEntity } from './names';
import type { SentenceReading, SpeechReading } from './reading';
import { spelled, type Token } from './tokens';

const rank: Record<ReadEntity['kind'], number> = {
  person: 4,
  organisation: 3,
  unknown: 2,
  place: 1,
  nationality: 0,
};

const mentionsIn = (sentence: SentenceReading, from: number, to: number): ReadEntity[] =>
  sentence.entities.filter((entity) => entity.fromToken >= from && entity.toToken <= to);

type Source = Attribution['source'];

const describe = (
  sentence: SentenceReading,
  speech: SpeechReading,
  part: Omit<Source, 'start' | 'end' | 'official'>,
  language: Language,
): Source => {
  const tokens = sentence.tokens.slice(speech.source.from, speech.source.to);
  const words = `${part.name} ${part.role ?? ''}`.toLowerCase().split(/[\s'-]+/);
  const official =
    tokens.some(
      (token) =>
        language.speech.officialSources.has(token.lower) || language.speech.officialSources.has(token.lemma),
    ) || words.some((word) => language.speech.officialSources.has(word));
  return { start: tokens[0]!.start, end: tokens.at(-1)!.end, official, ...part };
};

const isNoun = ({ wordClass }: Token): boolean => wordClass === 'NOUN' || wordClass === 'PROPN';

/** Nouns of a phrase up to its head: "owners of the boats" are owners. */
const nounsOfHead = (words: readonly Token[]): Token[] => {
  const nouns = words.filter(isNoun);
  const end = words.findIndex((token, at) => token.wordClass === 'ADP' && words.slice(0, at).some(isNoun));
  return end < 0 ? nouns : words.slice(0, end).filter(isNoun);
};

/**
 * Whom a source means: a name in it, a pronoun's person, "the minister" by the role the article gave, "the
 * ministry" by the organisation's own word, otherwise its head noun. A pronoun nobody near can be meant by has an empty
 * name.
 */
export function resolveSource(
  sentence: SentenceReading,
  speech: SpeechReading,
  discourse: Discourse,
  index: NameIndex,
  language: Language,
): Source {
  const { tokens } = sentence;
  const { from, to } = speech.antecedent ?? speech.source;
  const words = tokens.slice(from, to);
  const mentions = mentionsIn(sentence, from, to).sort((left, right) => rank[right.kind] - rank[left.kind]);
  const best = mentions[0];
  if (best && (best.kind === 'person' || best.kind === 'organisation' || best.kind === 'unknown')) {
    return describe(
      sentence,
      speech,
      { name: index.nameOf.get(best.key) ?? best.name, key: best.key, role: best.role, named: true },
      language,
    );
  }
  const pronoun = words.length === 1 ? language.grammar.pronouns[words[0]!.lower] : undefined;
  const stands =
    pronoun === 'person'
      ? personMeant(
          discourse,
          sentence.index,
          language.grammar.genders[words[0]!.lower],
          index.genderOf,
          language,
        )
      : pronoun === 'thing' || pronoun === 'people'
        ? discourse.organisation
        : null;
  if (stands)
    return describe(
      sentence,
      speech,
      { name: index.nameOf.get(stands.key) ?? stands.name, key: stands.key, role: stands.role, named: true },
      language,
    );
  if (pronoun) {
    const key = words[0]!.lower;
    return describe(sentence, speech, { name: '', key, role: null, named: false }, language);
  }
  const nouns = nounsOfHead(words);
  const head = nouns.at(-1);
  const definite = language.grammar.definiteArticles.has(words[0]?.lower ?? '');
  const person = definite && head ? index.byRole.get(head.lower) : undefined;
  if (person)
    return describe(
      sentence,
      speech,
      { name: index.nameOf.get(person) ?? person, key: person, role: head?.lower ?? null, named: true },
      language,
    );
  const organisation = definite && head ? discourse.organisations.get(head.lower) : undefined;
  if (organisation)
    return describe(
      sentence,
      speech,
      { name: organisation.name, key: organisation.key, role: null, named: true },
      language,
    );
  const text = spelled(words);
  const nation = best && nouns.length <= 1 && !nouns.some((token) => token.wordClass === 'NOUN');
  const lemma = head?.lemma ?? words.at(-1)!.lower;
  const key = best ? (nation ? best.key : `${best.key} ${lemma}`) : lemma;
  return describe(
    sentence,
    speech,
    { name: text, key, role: null, named: best !== undefined && nation === true },
    language,
  );
}
