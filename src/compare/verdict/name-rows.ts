import type { Entity } from '../../model/claim';
import { pairScore } from '../align/align';
import { formOf, isSameEntity } from '../align/names';
import type { Profile } from '../align/profile';
import type { Unit } from '../align/unit';
import { kept } from '../kept';
import { reason } from './reasons';
import type { DraftRow, PairContext } from './rows';
import { leastStatement, nameSide } from './statement-rows';

interface NamedSentence {
  sentence: Unit;
  person: Entity;
}

/** People named in more sentences than this are whom the story is about. */
const mostNamed = 2;

/** Sentences whose words are alike by chance score less than this. */
const leastAlike = 0.3;

const isSpeaker = ({ claims }: Unit, { start, end }: Entity): boolean =>
  claims.some(({ attribution }) => {
    const source = attribution?.source;
    return source !== undefined && source.start < end && start < source.end;
  });

/** People an article names in full and seldom, with the sentences that do, by how their last names sound. */
const seldomNamed = kept(({ sentences }: Profile): ReadonlyMap<string, readonly NamedSentence[]> => {
  const found = new Map<string, NamedSentence[]>();
  for (const sentence of sentences) {
    for (const person of sentence.entities) {
      if (person.kind !== 'person') continue;
      const key = formOf(person.name).sound;
      found.set(key, [...(found.get(key) ?? []), { sentence, person }]);
    }
  }
  for (const [key, named] of found) {
    const told = new Set(named.map(({ sentence }) => sentence));
    const isAsked = ({ sentence, person }: NamedSentence): boolean =>
      person.role === null && person.name.includes(' ') && !isSpeaker(sentence, person);
    found.set(key, told.size <= mostNamed ? named.filter(isAsked) : []);
  }
  return found;
});

/**
 * Agreement on who was there: people both articles name in full and seldom, in sentences that do not
 * tell one fact as a whole.
 */
export function nameRows({ a, b, pairOf }: PairContext): DraftRow[] {
  const there = seldomNamed(b);
  return [...seldomNamed(a)].flatMap(([key, named]) => {
    let best: DraftRow | null = null;
    for (const left of named) {
      for (const right of there.get(key) ?? []) {
        if (!isSameEntity(left.person, right.person)) continue;
        const pair = pairOf(left.sentence.sentence, right.sentence.sentence);
        const score = pair ? pairScore(pair) : 0;
        if (score < leastAlike || score >= leastStatement || (best && best.strength >= score)) continue;
        best = {
          verdict: 'agree',
          kind: 'name',
          label: '',
          a: nameSide(a, left.sentence, left.person),
          b: nameSide(b, right.sentence, right.person),
          reason: reason('same-name', { a: left.person.name }),
          strength: score,
        };
      }
    }
    return best ?? [];
  });
}
