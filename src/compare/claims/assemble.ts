import type { Attribution, Claim, Predicate } from '../../model/claim';
import type { Language } from '../languages/language';
import type { ReadAttribution } from './attributions';
import { isBackground } from './background';
import { type Clause, clausesOf } from './clauses';
import type { ReadEntity } from './names';
import type { VerbGroup } from './predicates';
import type { ReadQuantity } from './quantities';
import type { QuotationMention } from './quotations';
import type { SentenceReading } from './reading';
import { hedgesOf, isNegated, stanceOf } from './stance';
import type { ReadTime } from './times';
import type { Token } from './tokens';

const borrowedWeight = 0.8;
/** A claim with fewer content words states nothing that could be compared. */
const fewestTerms = 2;

const plainQuantity = ({
  fromToken: _from,
  toToken: _to,
  headToken: _head,
  ...quantity
}: ReadQuantity): Claim['quantities'][number] => quantity;
const plainTime = ({ fromToken: _from, toToken: _to, ...time }: ReadTime): Claim['times'][number] => time;
const plainEntity = ({ fromToken: _from, toToken: _to, ...entity }: ReadEntity): Claim['entities'][number] =>
  entity;

const plainAttribution = ({ source, cue, manner, via }: ReadAttribution): Attribution => ({
  source,
  cue,
  manner,
  via,
});

const isContent = (token: Token, language: Language): boolean =>
  /^[\p{L}\d]/u.test(token.text) && token.text.length > 1 && !language.grammar.stopWords.has(token.lower);

const termsOf = (
  tokens: readonly Token[],
  clause: Clause,
  skip: (at: number) => boolean,
  language: Language,
): [string, number][] => {
  const terms = new Map<string, number>();
  const add = (from: number, to: number, weight: number): void => {
    for (let at = from; at < to; at++) {
      const token = tokens[at]!;
      if (skip(at) || !isContent(token, language)) continue;
      terms.set(token.lemma, Math.max(terms.get(token.lemma) ?? 0, weight));
    }
  };
  add(clause.from, clause.to, 1);
  if (clause.subject?.borrowed) add(clause.subject.from, clause.subject.to, borrowedWeight);
  return [...terms];
};

const toPredicate = (tokens: readonly Token[], group: VerbGroup): Predicate => ({
  start: tokens[group.first]!.start,
  end: tokens[group.last]!.end,
  lemma: group.lemma,
  passive: group.passive,
  negated: group.negated,
  mood: group.mood,
});

/** The innermost attribution whose content covers the clause's main verb. */
const attributionFor = (clause: Clause, attributions: readonly ReadAttribution[]): ReadAttribution | null => {
  const at = clause.main?.head ?? clause.from;
  const covering = attributions.filter(
    ({ speech }) =>
      speech.kind !== 'attitude' &&
      speech.kind !== 'evidence' &&
      at >= speech.content.from &&
      at < speech.content.to &&
      !(at >= speech.cue.from && at < speech.cue.to),
  );
  return covering.at(-1) ?? null;
};

/** "PORT ELLERY, May 29 (Agency) -- The ferry ...": the day a report was sent, not the one of what it tells. */
const isInDateline = ({ tokens, part }: SentenceReading, { fromToken, toToken }: ReadTime): boolean =>
  part === 'text' &&
  fromToken > 0 &&
  fromToken <= 6 &&
  /^\p{Lu}{3,}$/u.test(tokens[0]?.text ?? '') &&
  tokens.slice(0, fromToken).every(({ text }) => /^(?:\p{Lu}[\p{L}.]*|[^\p{L}\d])$/u.test(text)) &&
  tokens.slice(toToken, toToken + 8).some(({ text }) => /^[-–—]+$/.test(text));

const reportsTime = (
  sentence: SentenceReading,
  attributions: readonly ReadAttribution[],
  time: ReadTime,
): boolean =>
  isInDateline(sentence, time) ||
  attributions.some(({ speech }) => {
    const inside = time.fromToken >= speech.content.from && time.toToken <= speech.content.to;
    const near =
      sentence.tokens.slice(speech.cue.to, time.fromToken).length <= 2 && time.fromToken >= speech.cue.to;
    const before =
      time.toToken <= speech.cue.from &&
      time.fromToken >= speech.source.from - 4 &&
      time.fromToken >= speech.content.to - 1;
    return (
      (!inside && (near || before)) ||
      (near && time.grain === 'day' && speech.kind === 'said' && speech.content.from === speech.cue.to)
    );
  });

/** A sentence with all that was found out about who speaks in it. */
export interface SentenceContext {
  sentence: SentenceReading;
  /** Attributions of this sentence. */
  attributions: readonly ReadAttribution[];
  /** Quotations of this sentence with the attribution of their speaker, which may stand elsewhere. */
  quoted: readonly (readonly [QuotationMention, ReadAttribution])[];
  reference: string | null;
  language: Language;
}

interface ClauseContext extends SentenceContext {
  background: boolean;
}

/** Whoever speaks the quotation a clause stands in, when the clause's own sentence does not say. */
const speakerOfQuotation = (context: ClauseContext, clause: Clause): ReadAttribution | null => {
  const { tokens } = context.sentence;
  const start = tokens[clause.from]!.start;
  const end = tokens[clause.to - 1]!.end;
  const around = context.quoted.find(
    ([quotation]) => quotation.start <= start + 1 && quotation.end >= end - 2,
  );
  return around?.[1] ?? null;
};

const toClaim = (context: ClauseContext, clause: Clause, nextIndex: number): Claim | null => {
  const { sentence, attributions, language } = context;
  const { tokens } = sentence;
  if (clause.from >= clause.to) return null;
  const isSource = (at: number): boolean =>
    attributions.some(
      ({ speech }) => speech.kind === 'according' && at >= speech.cue.from && at < speech.source.to,
    );
  const terms = termsOf(tokens, clause, isSource, language);
  if (terms.length < fewestTerms) return null;
  const subject = clause.subject;
  const inClause = (from: number, to: number): boolean => from >= clause.from && to <= clause.to;
  const inSubject = (from: number, to: number): boolean =>
    (subject?.borrowed ?? false) && from >= subject!.from && to <= subject!.to;
  const attribution = attributionFor(clause, attributions) ?? speakerOfQuotation(context, clause);
  const hedges = hedgesOf(tokens, clause, language);
  const spoken = sentence.quoted.slice(clause.from, clause.to);
  const plain = attribution ? plainAttribution(attribution) : null;
  return {
    index: nextIndex,
    part: sentence.part,
    sentence: sentence.index,
    start: tokens[clause.from]!.start,
    end: tokens[clause.to - 1]!.end,
    predicates: clause.groups.map((group) => toPredicate(tokens, group)),
    subject:
      subject && subject.from < subject.to
        ? { start: tokens[subject.from]!.start, end: tokens[subject.to - 1]!.end }
        : null,
    quantities: sentence.quantities
      .filter(
        (quantity) =>
          inClause(quantity.fromToken, quantity.toToken) || inSubject(quantity.fromToken, quantity.toToken),
      )
      .map(plainQuantity),
    times: sentence.times
      .filter((time) => time.fromToken >= clause.from - 1 && time.toToken <= clause.to + 1)
      .map((time) => ({ ...plainTime(time), report: reportsTime(sentence, attributions, time) })),
    entities: sentence.entities
      .filter(
        (entity) => inClause(entity.fromToken, entity.toToken) || inSubject(entity.fromToken, entity.toToken),
      )
      .map(plainEntity),
    attribution: plain,
    stance: stanceOf(plain, hedges, language),
    hedges,
    negated: isNegated(tokens, clause, language),
    denies: clause.main !== null && language.speech.denialVerbs.has(clause.main.lemma),
    mood: clause.main?.mood ?? 'done',
    insideQuotation: spoken.filter(Boolean).length > spoken.length * 0.6,
    background: context.background,
    terms,
  };
};

/** "said Friday the dam had cracked": the day of the report is no part of what is said. */
const skipReportTime = (
  sentence: SentenceReading,
  clause: Clause,
  attributions: readonly ReadAttribution[],
): void => {
  if (!attributions.some(({ speech }) => speech.kind === 'said' && speech.cue.to === clause.from)) return;
  const time = sentence.times.find(
    (candidate) => candidate.fromToken === clause.from && candidate.toToken < clause.to,
  );
  if (!time) return;
  clause.from = time.toToken;
  if (clause.subject && !clause.subject.borrowed)
    clause.subject.from = Math.max(clause.subject.from, clause.from);
};

/** Claims of one sentence: its finite clauses without those that only report ("officials said"). */
export function claimsOf(sentenceContext: SentenceContext, firstIndex: number): Claim[] {
  const { sentence, attributions, reference, language } = sentenceContext;
  const speechGroups = new Set(
    attributions.filter(({ speech }) => speech.kind === 'said').map(({ speech }) => speech.group),
  );
  const clauses = clausesOf(
    sentence.tokens,
    sentence.groups,
    sentence.boundaries,
    (group) => speechGroups.has(group),
    language,
  );
  const context: ClauseContext = { ...sentenceContext, background: isBackground(sentence, reference) };
  const claims: Claim[] = [];
  for (const clause of clauses) {
    skipReportTime(sentence, clause, attributions);
    const speech = clause.groups.length === 1 && clause.main !== null && speechGroups.has(clause.main);
    const source = attributions.some(
      ({ speech: reading }) =>
        reading.kind === 'according' && clause.from >= reading.cue.from && clause.to <= reading.source.to + 1,
    );
    if (source || (speech && !ownStatement(sentence, clause, attributions))) continue;
    const claim = toClaim(context, clause, firstIndex + claims.length);
    if (claim) claims.push(claim);
  }
  return claims;
}

/** A clause of speech that holds its own content ("criticised the plan", "denied the reports") is a claim too. */
const ownStatement = (
  sentence: SentenceReading,
  clause: Clause,
  attributions: readonly ReadAttribution[],
): boolean => {
  const attribution = attributions.find(({ speech }) => speech.group === clause.main);
  if (!attribution) return true;
  const { content } = attribution.speech;
  const inside = content.from >= clause.from && content.from < clause.to && content.to - 1 <= clause.to;
  return (
    inside &&
    sentence.tokens
      .slice(content.from, clause.to)
      .some((token) => token.wordClass === 'NOUN' || token.wordClass === 'VERB')
  );
};
