import type { Gender, Language } from '../languages/language';
import type { ReadEntity } from './names';
import type { VerbGroup } from './predicates';
import type { SentenceReading } from './reading';

/** Somebody named in the text so far, with how likely a later "he" means them within their sentence. */
interface Mention {
  entity: ReadEntity;
  sentence: number;
  /** 3 who speaks, 2 subject of a main clause, 1 subject of another, 0 anywhere else. */
  prominence: number;
}

/** Who was named last, so that "he" and "the ministry" find their name. */
export interface Discourse {
  /** Persons in the order they were named. */
  people: Mention[];
  /** The body that was the subject or speaker of the sentence before: what "it" may mean. */
  organisation: ReadEntity | null;
  /** Organisations met so far by each of their words: "ministry" to its full name. */
  organisations: Map<string, ReadEntity>;
}

export const newDiscourse = (): Discourse => ({ people: [], organisation: null, organisations: new Map() });

/** Whether a preposition governs the name: "the office of Mara Dell said". */
const isGoverned = ({ tokens }: SentenceReading, { fromToken }: ReadEntity, from: number): boolean => {
  let before = fromToken - 1;
  while (before >= from && ['NOUN', 'PROPN', 'ADJ', 'DET', 'NUM'].includes(tokens[before]!.wordClass))
    before--;
  return before >= from && tokens[before]!.wordClass === 'ADP';
};

/** A finite verb of what the article itself tells, outside quotation marks. */
const tells = ({ quoted }: SentenceReading, { participle, infinitive, head }: VerbGroup): boolean =>
  !participle && !infinitive && !quoted[head];

/** How prominent a name is in its sentence: subject of a main clause, of another clause, or neither. */
function prominenceOf(sentence: SentenceReading, entity: ReadEntity, language: Language): number {
  const { tokens, groups, boundaries } = sentence;
  const at = groups.findIndex(
    (group, index) =>
      tells(sentence, group) && boundaries[index]! <= entity.fromToken && entity.toToken <= group.first,
  );
  if (at < 0 || isGoverned(sentence, entity, boundaries[at]!)) return 0;
  return language.grammar.subordinators.has(tokens[boundaries[at]!]?.lower ?? '') ? 1 : 2;
}

/** "He", "she" as the subject of a clause outside quotation marks. */
function* subjectPronouns(sentence: SentenceReading, language: Language): Generator<Gender> {
  const { tokens, groups, boundaries } = sentence;
  for (const [index, group] of groups.entries()) {
    if (!tells(sentence, group)) continue;
    for (const { lower } of tokens.slice(boundaries[index], group.first)) {
      const gender = language.grammar.genders[lower];
      if (gender) yield gender;
    }
  }
}

/** Remembers the names of a part of a sentence. */
export function remember(
  discourse: Discourse,
  sentence: SentenceReading,
  language: Language,
  to = sentence.tokens.length,
): void {
  for (const entity of sentence.entities.filter(({ toToken }) => toToken <= to)) {
    // "Ruel was not happy," she said: whoever is talked about in a quotation is not who goes on speaking.
    if (sentence.quoted[entity.fromToken]) continue;
    const prominence = prominenceOf(sentence, entity, language);
    if (entity.kind === 'person') {
      discourse.people.push({ entity, sentence: sentence.index, prominence });
    } else if (entity.kind === 'organisation') {
      if (prominence > 0) discourse.organisation = entity;
      for (const word of entity.key.split(' ')) discourse.organisations.set(word, entity);
    }
  }
}

/** More are not kept: a text of book length names thousands. */
const mostMentions = 40;

/** Closes a sentence: whom its pronouns mean and who speaks in it is who the next "he" or "it" means first. */
export function rememberSentence(
  discourse: Discourse,
  sentence: SentenceReading,
  speaker: string | null,
  genderOf: ReadonlyMap<string, Gender>,
  language: Language,
): void {
  const meant = [...subjectPronouns(sentence, language)].map((gender) =>
    personMeant(discourse, sentence.index, gender, genderOf, language),
  );
  discourse.organisation = null;
  remember(discourse, sentence, language);
  for (const entity of meant)
    if (entity) discourse.people.push({ entity, sentence: sentence.index, prominence: 2 });
  const person = discourse.people.findLast(({ entity }) => entity.key === speaker)?.entity;
  if (person) discourse.people.push({ entity: person, sentence: sentence.index, prominence: 3 });
  const organisations = [...discourse.organisations.values()];
  discourse.organisation = organisations.find(({ key }) => key === speaker) ?? discourse.organisation;
  discourse.people.splice(0, Math.max(0, discourse.people.length - mostMentions));
}

/** No common word is in it, and a single word is no plural: "Democrats". */
const looksLikePerson = ({ key }: ReadEntity, { isCommonWord }: Language): boolean =>
  key.includes(' ') ? !key.split(' ').some((word) => isCommonWord(word)) : !key.endsWith('s');

/** Further back than so many sentences nobody but a speaker is meant any more. */
const reach = 3;

/**
 * The person a pronoun of the sentence `at` stands for: of those it can mean the most prominent, who loses a step with each
 * sentence since; of equals the nearest, of one sentence the first. Null when nobody near can be meant: no name is
 * better than a wrong one. After Lappin and Leass 1994 (salience that decays by sentence), with subjects and speakers alone.
 */
export function personMeant(
  { people }: Discourse,
  at: number,
  gender: Gender | undefined,
  genderOf: ReadonlyMap<string, Gender>,
  language: Language,
): ReadEntity | null {
  const fits = ({ entity, prominence }: Mention): boolean => {
    const known = genderOf.get(entity.key);
    // "Rose Garden", "Daily Caller": what no title or given name tells to be somebody may be a place or a paper.
    if (!known) return entity.role !== null || (prominence > 0 && looksLikePerson(entity, language));
    return !gender || known === gender;
  };
  const candidates = people.filter(
    (mention) => fits(mention) && (mention.prominence === 3 || at - mention.sentence <= reach),
  );
  // "That did not satisfy Ruel. ‘It is too late,’ she said": alone in a sentence is as good as its subject.
  const isAlone = ({ sentence, entity }: Mention): boolean =>
    sentence < at &&
    candidates.every((other) => other.sentence !== sentence || other.entity.key === entity.key);
  const salience = (mention: Mention): number =>
    Math.max(mention.prominence, isAlone(mention) ? 2 : 0) - (at - mention.sentence);
  const most = Math.max(...candidates.map(salience));
  const salient = candidates.filter((mention) => salience(mention) === most);
  const nearest = salient.at(-1)?.sentence;
  return salient.find(({ sentence }) => sentence === nearest)?.entity ?? null;
}
