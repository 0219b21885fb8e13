import type { Span } from '../../model/article';
import type { Entity, TimeValue } from '../../model/claim';
import type { SentencePair } from '../align/align';
import { isSameEntity } from '../align/names';
import { type Profile, partText } from '../align/profile';
import type { Unit } from '../align/unit';
import { relateQuantities } from '../align/values';
import { rootOf } from '../align/vocabulary';
import { jaroWinkler } from '../claims/name-variants';
import { kept } from '../kept';
import { answerOtherQuestions } from './guard-scopes';
import { addUp, modelSize } from './guard-signs';
import { moodAt, type QuantityItem, quantityItems } from './quantity-items';
import { labelOf, quantitySide } from './quantity-rows';
import { reason } from './reasons';
import type { DraftRow, PairContext, PairSide } from './rows';
import { isLater } from './sequence';
import { sentenceSide } from './statement-rows';
import { relateMoments, timeSide } from './time-rows';
import { sentenceWords, type WordChange, wordChanges } from './word-changes';

/** Two sentences told in nearly the same words, and what was changed. */
interface Twins {
  pair: SentencePair;
  changes: WordChange[];
  share: number;
}

const leastWords = 8;
const leastShare = 0.8;
const mostChanges = 3;
/** Below this share of common content words, or without a run of them, sentences are no twins. */
const leastAlike = 0.55;

const wordsOf = kept(({ text, start }: Unit) => sentenceWords(text, start));
const wordSet = kept((unit: Unit) => new Set(wordsOf(unit).map(({ text }) => text)));

/** Whether so many words stand in both sentences, wherever: asked first, as to set them in order is dear. */
function shareEnough(a: Unit, b: Unit, least: number): boolean {
  const there = wordSet(b);
  let common = 0;
  for (const { text } of wordsOf(a)) if (there.has(text)) common += 1;
  return common >= least;
}

function twinsOf(pair: SentencePair): Twins | null {
  const { a, b, features } = pair;
  if (a.part !== b.part || (features.soft < leastAlike && features.sequence < 0.75)) return null;
  const left = wordsOf(a);
  const right = wordsOf(b);
  const shorter = Math.min(left.length, right.length);
  if (shorter < leastWords) return null;
  const [less, more] = left.length === shorter ? [a, b] : [b, a];
  if (!shareEnough(less, more, leastShare * shorter)) return null;
  const { same, changes } = wordChanges(left, right);
  const share = same / shorter;
  return share >= leastShare && changes.length <= mostChanges ? { pair, changes, share } : null;
}

/** Of several sentences alike ("Ilse, 29, of Tarn", "Jonas, 31, of Tarn") only the closest are twins. */
function closest(twins: readonly Twins[]): Twins[] {
  const isCloser = (one: Twins, other: Twins): boolean =>
    one.share > other.share || (one.share === other.share && one.changes.length < other.changes.length);
  return twins.filter(
    (own) =>
      own.changes.length > 0 &&
      !twins.some(
        (other) =>
          other !== own &&
          (other.pair.a === own.pair.a || other.pair.b === own.pair.b) &&
          !isCloser(own, other),
      ),
  );
}

const leastFlank = 3;
const longestChange = 5;

/** One expression in the place of another, with the same words on both sides of it. */
const isReplacement = ({ left, right, before, after }: WordChange): boolean =>
  Math.min(left.length, right.length) > 0 &&
  Math.max(left.length, right.length) <= longestChange &&
  before >= leastFlank &&
  after >= leastFlank;

const spanOf = (words: readonly Span[]): Span => ({
  start: words[0]?.start ?? 0,
  end: words.at(-1)?.end ?? 0,
});

const touching = <T extends Span>(items: readonly T[], words: readonly Span[]): T[] => {
  const { start, end } = spanOf(words);
  return items.filter((item) => item.start < end && start < item.end);
};

const single = <T>(items: readonly T[]): T | null => (items.length === 1 ? (items[0] as T) : null);

/** The figure itself must be among the changed words: "12 people" and "12 villagers" are one number. */
const changedFigure = (profile: Profile, unit: Unit, words: readonly Span[]): QuantityItem | null =>
  single(
    quantityItems(profile).filter(
      ({ sentence, quantity: { figure, kind, vague } }) =>
        sentence === unit && kind !== 'ordinal' && !vague && touching([figure], words).length > 0,
    ),
  );

function figureRow({ pair }: Twins, change: WordChange, context: PairContext): DraftRow | null {
  const a = changedFigure(context.a, pair.a, change.left);
  const b = changedFigure(context.b, pair.b, change.right);
  if (!a || !b || modelSize.test(a.text) || modelSize.test(b.text)) return null;
  if (relateQuantities(a.quantity, b.quantity) !== 'different' || answerOtherQuestions(a, b) || addUp(a, b))
    return null;
  const sides = { a: quantitySide(a), b: quantitySide(b) };
  const common = { kind: 'quantity' as const, label: labelOf(a), ...sides, strength };
  const grows = a.quantity.kind === 'count' && moodAt(a) !== 'planned' && moodAt(b) !== 'planned';
  const order = isLater(context, a.quantity, b.quantity, grows);
  if (order === null) {
    return { verdict: 'differ', ...common, reason: reason('other-value', { a: a.text, b: b.text }) };
  }
  const [later, earlier] = order === 'a' ? [a.text, b.text] : [b.text, a.text];
  return { verdict: 'update', ...common, reason: reason('later-value', { later, earlier }) };
}

function timeRow({ pair }: Twins, change: WordChange, context: PairContext): DraftRow | null {
  const a: TimeValue | null = single(touching(pair.a.times, change.left));
  const b: TimeValue | null = single(touching(pair.b.times, change.right));
  if (!a || !b || relateMoments(a, b) !== 'apart') return null;
  const sides = { a: timeSide(context.a, pair.a, a), b: timeSide(context.b, pair.b, b) };
  const values = { a: sides.a.value, b: sides.b.value };
  const code = a.clock && b.clock ? 'other-clock' : 'other-time';
  return { verdict: 'differ', kind: 'time', label: 'time', ...sides, reason: reason(code, values), strength };
}

const markedSide = (profile: Profile, unit: Unit, { start, end }: Span): PairSide => ({
  ...sentenceSide(profile, unit),
  marks: [{ start, end }],
  value: partText(profile.article, unit.part).slice(start, end),
});

const lastWord = (name: string): string => name.toLowerCase().split(/\s+/).at(-1) ?? '';

/** Spellings of one name are alike from here on; two surnames that are as alike are left alone. */
const spellingLikeness = 0.8;

const isKnownTo = (profile: Profile, { name }: Entity): boolean => {
  const last = lastWord(name);
  return [profile.article.headline.value, profile.article.text].some((text) =>
    text.toLowerCase().includes(last),
  );
};

const placeBefore = /\b(?:in|at|near|outside|around|of|from|to)\s(?:the\s)?$/i;

/** A person or a place; parties, bodies and peoples have too many names for one thing. */
function namedKind(unit: Unit, { kind, start, role }: Entity): 'name' | 'place' | null {
  if (kind === 'person' || role !== null) return 'name';
  const before = unit.text.slice(0, start - unit.start);
  if (kind === 'place' || (kind === 'unknown' && placeBefore.test(before))) return 'place';
  return null;
}

function nameRow({ pair }: Twins, change: WordChange, context: PairContext): DraftRow | null {
  const words = [...change.left, ...change.right];
  const a = single(touching(pair.a.entities, change.left));
  const b = single(touching(pair.b.entities, change.right));
  if (!a || !b || pair.a.part === 'headline' || !words.every(({ capital }) => capital)) return null;
  const kind = namedKind(pair.a, a);
  if (kind === null || kind !== namedKind(pair.b, b) || isSameEntity(a, b)) return null;
  if (jaroWinkler(lastWord(a.name), lastWord(b.name)) > spellingLikeness) return null;
  if (isKnownTo(context.a, b) || isKnownTo(context.b, a)) return null;
  const code = kind === 'name' ? 'other-name' : 'other-place';
  return {
    verdict: 'differ',
    kind,
    label: '',
    a: markedSide(context.a, pair.a, a),
    b: markedSide(context.b, pair.b, b),
    reason: reason(code, { a: a.name, b: b.name }),
    strength,
  };
}

/** Who is named as the source in the changed words. */
const changedSource = (profile: Profile, unit: Unit, words: readonly Span[]): Entity | null => {
  const sources = profile.analysis.attributions.filter(
    ({ part, source }) => part === unit.part && source.named && touching([source], words).length > 0,
  );
  const [first] = sources;
  if (!first || sources.some(({ source }) => source.key !== first.source.key)) return null;
  const { start, end, name, key, role } = first.source;
  return { start, end, name, key, role, kind: 'person', adjective: false };
};

/** "…, Ilse Rehn said" and "…, Jonas Dahl said": the same words with another name to them. */
function speakerRow({ pair }: Twins, change: WordChange, context: PairContext): DraftRow | null {
  const a = changedSource(context.a, pair.a, change.left);
  const b = changedSource(context.b, pair.b, change.right);
  if (!a || !b || ![...change.left, ...change.right].every(({ capital }) => capital)) return null;
  if (isSameEntity(a, b) || isKnownTo(context.a, b) || isKnownTo(context.b, a)) return null;
  if (jaroWinkler(lastWord(a.name), lastWord(b.name)) > spellingLikeness) return null;
  return {
    verdict: 'differ',
    kind: 'speaker',
    label: '',
    a: markedSide(context.a, pair.a, a),
    b: markedSide(context.b, pair.b, b),
    reason: reason('other-speaker', { a: a.name, b: b.name }),
    strength,
  };
}

const negators = new Set(['not', 'never', 'no']);
const auxiliaries = new Set(['do', 'does', 'did']);

/** "was held", "was not held"; "said", "did not say": the same words but for one that denies. */
function isDenial({ left, right }: WordChange): boolean {
  const denials = (words: readonly { text: string }[]): number =>
    words.filter(({ text }) => negators.has(text)).length;
  const rest = (words: readonly { text: string }[]): string =>
    words
      .filter(({ text }) => !negators.has(text) && !auxiliaries.has(text))
      .map(({ text }) => rootOf(text))
      .join(' ');
  return denials(left) + denials(right) === 1 && rest(left) === rest(right);
}

/** "not only", "not until", "whether or not": the word denies nothing. */
const noDenial = /\b(?:not (?:only|just|merely|until|yet|sure|least)|or not|if not|no longer|no doubt)\b/i;

function denialRow({ pair }: Twins, change: WordChange, context: PairContext): DraftRow | null {
  if (!isDenial(change) || Math.min(change.before, change.after) < leastFlank) return null;
  if (noDenial.test(pair.a.text) || noDenial.test(pair.b.text) || pair.a.quoted || pair.b.quoted) return null;
  return {
    verdict: 'differ',
    kind: 'polarity',
    label: '',
    a: sentenceSide(context.a, pair.a),
    b: sentenceSide(context.b, pair.b),
    reason: reason('one-denies'),
    strength,
  };
}

/** The words themselves show that one thing is told; what was changed is a value, so the evidence is strong. */
const strength = 0.95;

/** "the 13-inch model", "Ilse of Tarn": another name or size says that another thing is told of. */
const isOtherThing = ({ left, right }: WordChange): boolean =>
  left.length > 0 &&
  right.length > 0 &&
  ([...left, ...right].every(({ capital }) => capital) ||
    [...left, ...right].every(({ text }) => /^\d[\d.,]*-\p{L}/u.test(text)));

function rowsOf(twins: Twins, context: PairContext): DraftRow[] {
  return twins.changes.flatMap((change) => {
    const isOther = twins.changes.some((each) => each !== change && isOtherThing(each));
    const row =
      isReplacement(change) && !isOther
        ? (figureRow(twins, change, context) ??
          timeRow(twins, change, context) ??
          speakerRow(twins, change, context) ??
          nameRow(twins, change, context))
        : null;
    return row ?? denialRow(twins, change, context) ?? [];
  });
}

/**
 * Sentences two articles tell in nearly the same words, as agency copy is: where an expression of one sort stands
 * in the place of another (a number, a day, a name) or one "not" is in one of them, that is the difference.
 */
export function twinRows(context: PairContext): DraftRow[] {
  const twins = context.pairs.flatMap((pair) => twinsOf(pair) ?? []);
  return closest(twins).flatMap((each) => rowsOf(each, context));
}
