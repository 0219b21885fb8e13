import type { Span } from '../../model/article';
import type { Mood, Predicate } from '../../model/claim';
import type { SentencePair } from '../align/align';
import { isLightVerb, type Unit } from '../align/unit';
import { rootOf } from '../align/vocabulary';
import { reason } from './reasons';
import type { DraftRow, PairContext } from './rows';
import { daysApart, laterArticle } from './sequence';
import { sentenceSide } from './statement-rows';

const leastAlike = 0.7;
const leastSubject = 0.5;

const intents =
  /^(?:plan|expect|intend|agree|aim|vow|promise|pledge|hope|prepare|schedule|seek|want|decide|set|propose|offer|be|have)$/;

/** Who has done this has done what follows: "voted to override", "managed to free". */
const achieving = /^(?:vote|manage|rush|proceed)$/;

/** What leads from an intent, or from the subject of a headline, to the action: "agreed on Sunday to", "Norlink to". */
const lead =
  /^\s*(?:on \p{Lu}\p{L}+\s+)?(?:(?:will|shall|is|are|was|were|has|have|had|been|be|going|due|set|to)\s+)*(?:\p{L}+ly\s+)?$/u;

/** Reports further apart than this tell of two plans of one sort. */
const longestPlan = 90;

/** "would wander" may be a habit, and what "could" happen is no plan. */
const isHabitOrChance = /\b(?:would|could|may|might|should|can)\b/i;

interface Told {
  root: string;
  mood: Mood;
}

/**
 * What a clause tells first of all: its leading verb, or the one an intent leads to ("plans to buy"). "Used him to ask"
 * tells of no plan to ask.
 */
function mainActions({ claims, text, start, part }: Unit): Told[] {
  const isPlan = (main: Span, intent: Span | undefined, subject: Span | null): boolean => {
    const before = intent ?? subject;
    if (!before || !lead.test(text.slice(before.end - start, main.start - start))) return false;
    // Of "the first man to plead guilty" only a headline would make a plan.
    const isBare = intent === undefined && /\bto\s+$/.test(text.slice(0, main.start - start));
    return !isBare || part === 'headline';
  };
  return claims.flatMap(({ predicates, subject }) => {
    const at = predicates.findIndex(({ lemma }) => !intents.test(lemma.toLowerCase()));
    const main = achieved(predicates, at) ?? predicates[at];
    if (!main || main.negated || predicates.slice(0, at).some(({ negated }) => negated)) return [];
    if (main.mood === 'planned' && !isPlan(main, predicates[at - 1], subject)) return [];
    const root = rootOf(main.lemma.toLowerCase());
    return isLightVerb(root) ? [] : [{ root, mood: main.mood }];
  });
}

/** What "voted to" leads to, as done as the vote is. */
function achieved(predicates: readonly Predicate[], at: number): Predicate | null {
  const verb = predicates[at];
  const next = predicates[at + 1];
  if (!verb || !next || verb.mood !== 'done' || next.mood !== 'planned') return null;
  return achieving.test(verb.lemma.toLowerCase()) ? { ...next, mood: 'done' } : null;
}

/** An action that the earlier article tells as planned and the later one as done. */
function hasComeAbout(earlier: Unit, later: Unit): boolean {
  if (isHabitOrChance.test(earlier.text) || isHabitOrChance.test(later.text)) return false;
  const after = mainActions(later);
  return mainActions(earlier).some(
    ({ root, mood }) =>
      mood === 'planned' && after.some((other) => other.root === root && other.mood === 'done'),
  );
}

function statusRow(pair: SentencePair, context: PairContext, later: 'a' | 'b'): DraftRow | null {
  const { a, b, score, features } = pair.clauses;
  if (score < leastAlike || features.subject < leastSubject || a.quoted || b.quoted) return null;
  if (a.background || b.background || features.entityConflict > 0) return null;
  if (!(later === 'b' ? hasComeAbout(a, b) : hasComeAbout(b, a))) return null;
  return {
    verdict: 'update',
    kind: 'certainty',
    label: '',
    a: sentenceSide(context.a, pair.a, a),
    b: sentenceSide(context.b, pair.b, b),
    reason: reason('planned-then-done'),
    strength: score,
    exclusive: true,
  };
}

/** What one article expects or reckons with and a later one tells as done: "will buy", "has bought". */
export function statusRows(context: PairContext): DraftRow[] {
  const later = laterArticle(context.a.article, context.b.article);
  if (later === null || daysApart(context.a.article, context.b.article) > longestPlan) return [];
  return context.pairs.flatMap((pair) => statusRow(pair, context, later) ?? []);
}
