import type { Gender, NameLanguage } from '../languages/language';
import { acronymOf, surnameOf } from './name-variants';
import type { ReadEntity } from './names';
import type { Token } from './tokens';

/** Names of an article with the roles given to them, after variants within it were joined. */
export interface NameIndex {
  /** Person key by each word of the roles given to that person ("minister"), null when two share it. */
  byRole: ReadonlyMap<string, string | null>;
  /** Name as first written in full, by key. */
  nameOf: ReadonlyMap<string, string>;
  /** Which of "he" and "she" a person is, by key, where title or given name tells. */
  genderOf: ReadonlyMap<string, Gender>;
}

const isAcronym = (name: string): boolean => /^\p{Lu}{2,6}s?$/u.test(name);

const joinSurnames = (entities: readonly ReadEntity[], full: readonly ReadEntity[]): void => {
  const bySurname = new Map<string, ReadEntity[]>();
  for (const name of full) {
    if (name.kind !== 'person' && name.kind !== 'unknown') continue;
    const surname = surnameOf(name.key);
    const others = bySurname.get(surname) ?? [];
    if (!others.some((other) => other.key === name.key)) bySurname.set(surname, [...others, name]);
  }
  for (const short of entities) {
    if (short.key.includes(' ') || short.kind === 'nationality') continue;
    // The first full name wins: two people of one surname are told apart by their given names.
    const [match] = bySurname.get(short.key) ?? [];
    if (match && short.kind !== 'place' && !isAcronym(short.name)) {
      short.key = match.key;
      short.kind = 'person';
    }
  }
};

const joinAcronyms = (entities: readonly ReadEntity[], full: readonly ReadEntity[]): void => {
  const byAcronym = new Map<string, ReadEntity>();
  for (const name of full)
    if (name.kind !== 'person' && !byAcronym.has(acronymOf(name.name)))
      byAcronym.set(acronymOf(name.name), name);
  for (const short of entities) {
    const match = isAcronym(short.name) ? byAcronym.get(short.name.replace(/s$/, '')) : undefined;
    if (match) {
      short.key = match.key;
      short.kind = 'organisation';
    }
  }
};

/** "the North" once the article has named North and no other compass country. */
const joinShortNations = (
  sentences: readonly { tokens: readonly Token[]; entities: readonly ReadEntity[] }[],
  names: NameLanguage,
): void => {
  const known = new Set(sentences.flatMap(({ entities }) => entities.map((entity) => entity.key)));
  for (const { tokens, entities } of sentences) {
    for (const entity of entities) {
      if (!names.directionWords.has(entity.key) || tokens[entity.fromToken - 1]?.lower !== 'the') continue;
      const matches = [...known].filter(
        (key) => names.nations.get(key) === key && key.startsWith(`${entity.key} `),
      );
      if (matches.length !== 1) continue;
      entity.key = matches[0]!;
      entity.kind = 'place';
    }
  }
};

const genderOf = ({ key, role }: ReadEntity, { genders }: NameLanguage): Gender | undefined => {
  const words = [...(role ?? '').split(' '), key.split(' ')[0]!];
  return words.map((word) => genders.get(word.replace(/\.$/, ''))).find((gender) => gender !== undefined);
};

/** Joins variants of one name within an article and gathers roles. Changes `entities` in place. */
export function linkNames(
  sentences: readonly { tokens: readonly Token[]; entities: readonly ReadEntity[] }[],
  names: NameLanguage,
): NameIndex {
  const entities = sentences.flatMap((sentence) => sentence.entities);
  const full = entities.filter((entity) => entity.key.includes(' ') && entity.kind !== 'nationality');
  joinSurnames(entities, full);
  joinAcronyms(entities, full);
  joinShortNations(sentences, names);
  const byRole = new Map<string, string | null>();
  const nameOf = new Map<string, string>();
  const gendersByKey = new Map<string, Gender>();
  for (const entity of entities) {
    const gender = entity.kind === 'person' ? genderOf(entity, names) : undefined;
    if (gender && !gendersByKey.has(entity.key)) gendersByKey.set(entity.key, gender);
    if (!nameOf.has(entity.key) || entity.name.length > nameOf.get(entity.key)!.length)
      nameOf.set(entity.key, entity.name);
    for (const word of (entity.role ?? '').split(' ').filter(Boolean)) {
      const known = byRole.get(word);
      if (known === undefined) byRole.set(word, entity.key);
      else if (known !== entity.key) byRole.set(word, null);
    }
  }
  return { byRole, nameOf, genderOf: gendersByKey };
}
