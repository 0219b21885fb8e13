import { pairScore, type SentencePair } from '../align/align';
import type { Unit } from '../align/unit';
import { kept } from '../kept';
import { reason } from './reasons';
import type { DraftRow, PairContext } from './rows';
import { sentenceSide } from './statement-rows';

const leastPolarity = 0.7;
const leastWording = 0.6;

const denies = (unit: Unit): boolean => unit.claims.some((claim) => claim.stance === 'denied');

/** How often an action is told and how often it is negated in a clause, by its root. */
function polarities({ predicates }: Unit): Map<string, Set<boolean>> {
  const found = new Map<string, Set<boolean>>();
  for (const { root, light, negated } of predicates) {
    if (!light) found.set(root, (found.get(root) ?? new Set()).add(negated));
  }
  return found;
}

/** The same action said and denied: the verbs match and exactly one of them is negated. */
function oppositeActions(a: Unit, b: Unit): boolean {
  // "No threats would be tolerated", "threats would not be tolerated": an even number of denials agrees.
  if (countDenials(a.text) % 2 === countDenials(b.text) % 2) return false;
  const there = polarities(b);
  return [...polarities(a)].some(([root, here]) => {
    const other = there.get(root);
    return other !== undefined && here.size === 1 && other.size === 1 && [...here][0] !== [...other][0];
  });
}

/** "Whether magical or not" and "not only" deny nothing; what is "yet to" happen has not. */
const denialWords =
  /\b(?:(?<!\bor )not(?! only| just| merely)|no|never|none|nobody|nothing|neither|nor|without|yet to|cannot|fail(?:s|ed)?|refus\w+|den(?:y|ies|ied))\b|n['’]t\b/gi;

const countDenials = (text: string): number => text.match(denialWords)?.length ?? 0;

/** "employs women from abroad instead": what is denied in one text is told in the other as what is done instead. */
const isContrast = kept(({ text }: Unit): boolean => /\b(?:instead|rather than)\b/i.test(text));

const isUntil = (unit: Unit): boolean => /\b(?:un)?till?\b/i.test(unit.text);

/** "did not", "denied that" on one side only. Quotations and "not until" are left alone. */
function polarityRow(pair: SentencePair, context: PairContext): DraftRow | null {
  const { clauses } = pair;
  if (clauses.score < leastPolarity || clauses.features.subject < 0.5) return null;
  // "refused to step down" and "continued his refusal" say one thing: only near-equal wording is safe.
  if (clauses.features.soft < leastWording) return null;
  if (clauses.a.quoted || clauses.b.quoted || isUntil(clauses.a) || isUntil(clauses.b)) return null;
  if (isContrast(pair.a) && isContrast(pair.b)) return null;
  const denied = denies(clauses.a) !== denies(clauses.b);
  if (!denied && !oppositeActions(clauses.a, clauses.b)) return null;
  return {
    verdict: 'differ',
    kind: 'polarity',
    label: '',
    a: sentenceSide(context.a, pair.a, clauses.a),
    b: sentenceSide(context.b, pair.b, clauses.b),
    reason: reason('one-denies'),
    strength: pairScore(pair) * 0.8,
  };
}

const leastSubject = 0.9;
const leastAction = 0.8;
/** An action told in more sentences than this is the story itself, and not one claim in it. */
const mostTold = 3;

const isOpen = (unit: Unit): boolean => /\b(?:if|whether|would|could|may|might|should)\b|\?/i.test(unit.text);

/** The action two clauses share, as verb or noun ("fathered", "was the father"), when both articles seldom tell it. */
function sharedAction(a: Unit, b: Unit, context: PairContext): string | null {
  const isRare = (root: string): boolean =>
    (context.a.frequency.get(root) ?? 0) <= mostTold && (context.b.frequency.get(root) ?? 0) <= mostTold;
  const actions = [...a.predicates, ...b.predicates].filter(({ light }) => !light).map(({ root }) => root);
  return actions.find((root) => a.rootSet.has(root) && b.rootSet.has(root) && isRare(root)) ?? null;
}

/** "denied that he was the father", "testified that he fathered": somebody's denial of what others state. */
function deniedRow(pair: SentencePair, context: PairContext): DraftRow | null {
  const { clauses } = pair;
  const { a, b, features } = clauses;
  if (denies(a) === denies(b) || features.subject < leastSubject || features.predicate < leastAction)
    return null;
  if (a.quoted || b.quoted || a.negated || b.negated || isOpen(a) || isOpen(b)) return null;
  const action = sharedAction(a, b, context);
  if (action === null) return null;
  // The article with the denial tells the other side too: nothing in question between the two.
  const denier = denies(a) ? context.a : context.b;
  const own = denies(a) ? a : b;
  const tellsBoth = denier.sentences.some(
    (unit) => unit.sentence !== own.sentence && unit.rootSet.has(action) && !unit.negated && !denies(unit),
  );
  if (tellsBoth) return null;
  return {
    verdict: 'differ',
    kind: 'polarity',
    label: '',
    a: sentenceSide(context.a, pair.a, a),
    b: sentenceSide(context.b, pair.b, b),
    reason: reason('one-denies'),
    strength: pairScore(pair) * 0.8,
  };
}

/** Whether anything in a sentence is denied or negated: where nothing is on either side, no clauses are aligned. */
const deniesAnything = kept(({ claims }: Unit): boolean =>
  claims.some(({ stance, predicates }) => stance === 'denied' || predicates.some(({ negated }) => negated)),
);

export const polarityRows = (context: PairContext): DraftRow[] =>
  context.pairs
    .filter(({ a, b }) => deniesAnything(a) || deniesAnything(b))
    .flatMap((pair) => polarityRow(pair, context) ?? deniedRow(pair, context) ?? []);
