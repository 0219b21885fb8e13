import type { Entity } from '../../model/claim';
import { keptByWord } from '../../text/kept-by-word';
import { acronymOf, lastSound, sameName } from '../claims/name-variants';

/** What two names must have in common to be one, told without setting them word against word. Empty matches nothing. */
export interface NameForm {
  /** How its last word sounds. */
  sound: string;
  /** The letters of a name written as an acronym: "N.S.O." gives NSO. */
  letters: string;
  /** The acronym a full name gives. */
  initials: string;
}

export const formOf = keptByWord((name): NameForm => {
  const letters = name.replace(/\./g, '');
  return {
    sound: lastSound(name),
    letters: /^\p{Lu}{2,6}$/u.test(letters) ? letters : '',
    initials: acronymOf(name),
  };
});

const isAcronymOf = (short: NameForm, long: NameForm): boolean =>
  short.letters !== '' && short.letters === long.initials;

/** Whether two names written in two articles can be one person, place or organisation. */
export function isSameEntity(left: Entity, right: Entity): boolean {
  if (left.key === right.key) return true;
  const here = formOf(left.name);
  const there = formOf(right.name);
  if (isAcronymOf(here, there) || isAcronymOf(there, here)) return true;
  return here.sound !== '' && here.sound === there.sound && sameName(left.name, right.name);
}
