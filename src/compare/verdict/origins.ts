import type { Span } from '../../model/article';
import type { Entity } from '../../model/claim';
import { isSameEntity } from '../align/names';
import type { Profile } from '../align/profile';
import type { Unit } from '../align/unit';
import { rootOf } from '../align/vocabulary';
import { languageOf } from '../languages';
import peopleWords from './data/people.en.json';

/** Where an article says that somebody comes from. */
export interface Origin {
  who: Entity;
  place: string;
  sentence: Unit;
  /** The name of the place as it stands. */
  mark: Span;
}

const regions = new Set(peopleWords.regions);
const patientRoots = new Set(peopleWords.patientOf.map((word) => rootOf(word)));
const placeName = "(?:the )?((?:\\p{Lu}[\\p{L}'’-]+)(?: \\p{Lu}[\\p{L}'’-]+){0,2})";

/** "Ilse Rehn, 36, of Tarn"; a comma may close the age or the name. */
const ofPlace = new RegExp(`^(?:,? (?:aged )?\\d{1,3})?,? (?:of|from) ${placeName}`, 'u');
/** "Ilse Rehn, a resident of Tarn", "…, a 25-year-old teacher from Tarn". */
const memberOfPlace = new RegExp(
  `^, (?:who is )?an? (?:[\\p{Ll}\\d-]+ ){0,3}?(?:(?:resident|native|citizen|man|woman) of|from) ${placeName}`,
  'u',
);
/** "a Tarn man": the place as the first word of who it is. */
const personAfter = new RegExp(`^ (?:${peopleWords.person.join('|')})\\b`, 'iu');

/** Towns alone are compared: a man of Tarn may well be a man of the county that Tarn lies in. */
function isTown(name: string, profile: Profile): boolean {
  const { names } = languageOf(profile.analysis.language);
  const lower = name.toLowerCase().replace(/\.$/, '');
  const words = lower.split(/\s+/);
  return !(
    regions.has(lower) ||
    names.nations.has(lower) ||
    names.directionWords.has(words[0] ?? '') ||
    words.some((word) => names.organisationWords.has(word) || names.placeWords.has(word)) ||
    /^\p{Lu}{2,6}$/u.test(name)
  );
}

const isName = ({ kind, name, role, adjective }: Entity): boolean =>
  role === null && !adjective && (kind === 'person' || kind === 'unknown') && name.includes(' ');

function statedOrigins(profile: Profile, sentence: Unit): Origin[] {
  return sentence.entities.filter(isName).flatMap((who) => {
    const rest = sentence.text.slice(who.end - sentence.start);
    const found = ofPlace.exec(rest) ?? memberOfPlace.exec(rest);
    const place = found?.[1];
    // "of Fort Ellery's council" belongs to something else again.
    if (!found || !place || !isTown(place, profile) || /^['’]s/.test(rest.slice(found[0].length))) return [];
    const end = who.end + found[0].length;
    return [{ who, place, sentence, mark: { start: end - place.length, end } }];
  });
}

const wordBefore = /(\p{L}+)\s(?:an?\s|the\s)?(?:\d+-year-old\s)?$/iu;
const wordAfter =
  /^,?\s(?:who\s)?(?:(?:was|were|is|has|have|had|been|being|pleaded)\s)*(?:also\s|later\s)?(\p{L}+)/iu;

/** What is done to somebody: the verb right before or after the words for them, out of those that courts and wards use. */
function deedsTo(sentence: Unit, { start, end }: Span): Set<string> {
  const before = wordBefore.exec(sentence.text.slice(0, start - sentence.start))?.[1];
  const after = wordAfter.exec(sentence.text.slice(end - sentence.start))?.[1];
  const roots = [before, after].flatMap((word) => (word ? [rootOf(word.toLowerCase())] : []));
  return new Set(roots.filter((root) => patientRoots.has(root)));
}

interface Described {
  place: string;
  mark: Span;
  sentence: Unit;
  deeds: Set<string>;
}

function descriptions(profile: Profile, sentence: Unit): Described[] {
  return sentence.entities.flatMap(({ start, end, name, kind }) => {
    const found = personAfter.exec(sentence.text.slice(end - sentence.start));
    if (!found || kind === 'nationality' || !isTown(name, profile)) return [];
    const deeds = deedsTo(sentence, { start, end: end + found[0].length });
    return deeds.size > 0 ? [{ place: name, mark: { start, end }, sentence, deeds }] : [];
  });
}

/** "convicted a Tarn man" and "convicting Jonas Rehn": the only person of the article to whom that was done. */
function describedOrigins(profile: Profile): Origin[] {
  const described = profile.sentences.flatMap((sentence) => descriptions(profile, sentence));
  if (described.length === 0) return [];
  const named = profile.sentences.flatMap((sentence) =>
    sentence.entities.filter(isName).map((who) => ({ who, deeds: deedsTo(sentence, who) })),
  );
  return described.flatMap(({ deeds, ...origin }) => {
    const bearers = named.filter((each) => [...each.deeds].some((deed) => deeds.has(deed)));
    const [first] = bearers;
    const isOne = first && bearers.every(({ who }) => isSameEntity(who, first.who));
    return isOne ? [{ ...origin, who: first.who }] : [];
  });
}

const known = new WeakMap<Profile, Origin[]>();

/** Home towns an article gives, stated beside the name or of "a Tarn man" who is named further down. */
export function originsOf(profile: Profile): Origin[] {
  const before = known.get(profile);
  if (before) return before;
  const stated = profile.sentences.flatMap((sentence) => statedOrigins(profile, sentence));
  const origins = [...stated, ...describedOrigins(profile)];
  known.set(profile, origins);
  return origins;
}
