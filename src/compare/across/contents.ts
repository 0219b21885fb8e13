import type { Entity, Quantity, TimeValue } from '../../model/claim';
import { keptByWord } from '../../text/kept-by-word';
import { isSameEntity } from '../align/names';
import type { Profile } from '../align/profile';
import { contentWords } from '../align/unit';
import { headSimilarity, relateQuantities, relateTimes } from '../align/values';
import { conceptsOf } from '../align/vocabulary';

const isSameValue = (left: Quantity, right: Quantity): boolean => {
  const relation = relateQuantities(left, right);
  return relation === 'equal' || relation === 'compatible';
};

const rootsOfName = keptByWord((name) => contentWords(name).map(({ root }) => root));

/** What stands anywhere in an article, asked again for each sentence of each other voice. */
export class Contents {
  readonly concepts: ReadonlySet<string>;
  private readonly names = new Map<string, Entity>();
  private readonly numbers = new Map<Quantity['kind'], Quantity[]>();
  private readonly times: TimeValue[] = [];
  private readonly answers = new Map<string, Map<string, boolean>>();

  constructor(private readonly profile: Profile) {
    const { frequency, sentences } = profile;
    this.concepts = new Set([...frequency.keys()].flatMap((root) => conceptsOf(root)));
    for (const { entities, quantities, times } of sentences) {
      this.times.push(...times);
      for (const entity of entities) this.names.set(`${entity.key}|${entity.name}`, entity);
      for (const quantity of quantities) {
        const alike = this.numbers.get(quantity.kind);
        if (alike) alike.push(quantity);
        else this.numbers.set(quantity.kind, [quantity]);
      }
    }
  }

  hasName(name: Entity): boolean {
    const byName = this.answers.get(name.key) ?? new Map<string, boolean>();
    this.answers.set(name.key, byName);
    let answer = byName.get(name.name);
    if (answer === undefined) {
      answer = false;
      for (const each of this.names.values()) if (!answer) answer = isSameEntity(name, each);
      answer ||= this.hasWordsOf(name);
      byName.set(name.name, answer);
    }
    return answer;
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

  /** The value; a count must count something like it. */
  hasNumberOfLike(quantity: Quantity): boolean {
    const alike = this.numbers.get(quantity.kind) ?? [];
    return alike.some(
      (each) =>
        isSameValue(quantity, each) && (quantity.kind !== 'count' || headSimilarity(quantity, each) > 0),
    );
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
