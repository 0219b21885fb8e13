import type { Entity, Quantity, TimeValue } from '../../model/claim';
import { keptByWord } from '../../text/kept-by-word';
import type { Lexicon } from '../align/lexicon';
import { formOf } from '../align/names';
import type { Profile } from '../align/profile';
import { contentWords, type Unit } from '../align/unit';
import { headSimilarity, relateQuantities, relateTimes } from '../align/values';
import type { Weighed } from '../align/weighed';
import { sameName } from '../claims/name-variants';

const isSameValue = (left: Quantity, right: Quantity): boolean => {
  const relation = relateQuantities(left, right);
  return relation === 'equal' || relation === 'compatible';
};

/** Ordinals count nothing, and "no injuries" gives no figure. */
export const isFigure = ({ kind, high }: Quantity): boolean =>
  kind !== 'ordinal' && !(kind === 'count' && high === 0);

/** One value; of counts, one that counts something like it: no "nine hours" for "nine versions". */
export const isSameFigure = (left: Quantity, right: Quantity): boolean =>
  isSameValue(left, right) && (left.kind !== 'count' || headSimilarity(left, right) > 0);

const rootsOfName = keptByWord((name) => contentWords(name).map(({ root }) => root));

/** What stands anywhere in an article, asked again for each sentence of each other voice. */
export class Contents {
  private readonly keys = new Set<string>();
  private readonly letters = new Set<string>();
  private readonly initials = new Set<string>();
  /** Names by how their last word sounds. */
  private readonly names = new Map<string, Set<string>>();
  private readonly numbers = new Map<Quantity['kind'], Quantity[]>();
  private readonly times: TimeValue[] = [];
  private lexicon: Lexicon | null = null;
  /** What is known of the names of the lexicon, by number: 0 nothing yet, 1 that it is not here, 2 that it is. */
  private known = new Uint8Array(0);

  constructor(private readonly profile: Profile) {
    for (const { entities, quantities, times } of profile.sentences) {
      this.times.push(...times);
      for (const { key, name } of entities) this.addName(key, name);
      for (const quantity of quantities) {
        const alike = this.numbers.get(quantity.kind);
        if (alike) alike.push(quantity);
        else this.numbers.set(quantity.kind, [quantity]);
      }
    }
  }

  private addName(key: string, name: string): void {
    const { sound, letters, initials } = formOf(name);
    this.keys.add(key);
    if (letters !== '') this.letters.add(letters);
    if (initials !== '') this.initials.add(initials);
    if (sound === '') return;
    const alike = this.names.get(sound);
    if (alike) alike.add(name);
    else this.names.set(sound, new Set([name]));
  }

  hasName(name: Entity): boolean {
    return this.hasLikeName(name) || this.hasWordsOf(name);
  }

  /** The names of a sentence, without countries and peoples, that do not stand here. */
  newNames({ unit, details, article }: Weighed): Unit['entities'] {
    const { entities, nationalities } = details;
    return unit.entities.filter(
      (_, at) => nationalities[at] === 0 && !this.hasNumbered(entities[at] as number, article.rarity.lexicon),
    );
  }

  /** Share of these names that stand here; 1 when the sentence has none. */
  shareOfNames({ details: { entities, nationalities }, article }: Weighed): number {
    let names = 0;
    let found = 0;
    for (let at = 0; at < entities.length; at += 1) {
      if (nationalities[at] === 1) continue;
      names += 1;
      if (this.hasNumbered(entities[at] as number, article.rarity.lexicon)) found += 1;
    }
    return names > 0 ? found / names : 1;
  }

  /** As `hasName`, by the number of the name, answered once: sentences name the same ones again and again. */
  private hasNumbered(number: number, lexicon: Lexicon): boolean {
    if (this.lexicon !== lexicon || this.known.length <= number) {
      const known = new Uint8Array(lexicon.nameCount * 2);
      if (this.lexicon === lexicon) known.set(this.known);
      this.lexicon = lexicon;
      this.known = known;
    }
    if (this.known[number] === 0) this.known[number] = this.hasName(lexicon.nameAt(number)) ? 2 : 1;
    return this.known[number] === 2;
  }

  /** A name that may be the same one, as `isSameEntity` has it. */
  private hasLikeName({ key, name }: Entity): boolean {
    const { sound, letters, initials } = formOf(name);
    if (this.keys.has(key) || this.initials.has(letters) || this.letters.has(initials)) return true;
    for (const each of this.names.get(sound) ?? []) if (sameName(name, each)) return true;
    return false;
  }

  /** The words of the name in one sentence: "marine commandos", "South Korea" in the name of its parliament. */
  private hasWordsOf({ name }: Entity): boolean {
    const roots = rootsOfName(name);
    if (roots.length === 0 || !roots.every((root) => this.profile.frequency.has(root))) return false;
    return this.profile.sentences.some(({ rootSet }) => roots.every((root) => rootSet.has(root)));
  }

  /** The time, or one that covers it. */
  hasTime(time: TimeValue): boolean {
    return this.times.some((each) => ['same', 'overlap'].includes(relateTimes(time, each)));
  }

  hasNumberOfLike(quantity: Quantity): boolean {
    return (this.numbers.get(quantity.kind) ?? []).some((each) => isSameFigure(quantity, each));
  }
}

const known = new WeakMap<Profile, Contents>();

export function contentsOf(profile: Profile): Contents {
  let contents = known.get(profile);
  if (!contents) {
    contents = new Contents(profile);
    known.set(profile, contents);
  }
  return contents;
}
