import type { Article } from '../model/article';
import type { Claim, Quantity, TimeValue } from '../model/claim';
import { identify } from '../model/identity';
import { alignSentences } from './align/align';
import { type Features, featureNames } from './align/features';
import { profileOf } from './align/profile';
import { rarityOf } from './align/rarity';
import { alignmentScore, weightOf } from './align/score';
import { analyse } from './claims';
import { compareProfiles, pairContext } from './verdict/compare-pair';
import { blockedBy } from './verdict/guards';
import { quantityPairs } from './verdict/quantity-pairs';
import { differStrength } from './verdict/quantity-rows';
import { reasonSentence } from './verdict/reasons';
import type { PairRow } from './verdict/rows';

export interface ExplainOptions {
  /** ISO days the two sentences were published on; relative times are resolved against them. */
  publishedA?: string;
  publishedB?: string;
  language?: string;
}

/** Everything that decided the verdict on two sentences. */
export interface Explanation {
  a: { sentence: string; claims: Claim[] };
  b: { sentence: string; claims: Claim[] };
  /** Probability that both state one fact; null when they share no word and no number. */
  alignment: { score: number; features: Features } | null;
  /** Every pair of comparable numbers: how their values relate and which guard forbids a differ row. */
  quantities: { a: string; b: string; relation: string; strength: number; blockedBy: string | null }[];
  rows: PairRow[];
}

function articleOf(sentence: string, language: string, published: string | undefined, side: string): Article {
  return {
    ...identify(`explain:${side}`, null, sentence),
    outlet: { value: side, source: 'reader' },
    host: side,
    headline: { value: '', source: 'reader' },
    authors: { value: [], source: 'reader' },
    wireCredit: null,
    published: published
      ? { value: { day: published, instant: null, offsetMinutes: null }, source: 'reader' }
      : null,
    modified: null,
    language: { value: language, source: 'declared' },
    section: null,
    original: null,
    dateline: null,
    text: sentence,
    paragraphs: [{ start: 0, end: sentence.length, kind: 'text' }],
    links: [],
    notes: [],
    kind: 'article',
    liveEntries: [],
    completeness: { state: 'whole', reasons: [] },
    wordCount: sentence.split(/\s+/).length,
    captured: { at: '1970-01-01T00:00:00.000Z', how: 'pasted', reader: 'pasted' },
  };
}

/** Claims, slots, alignment and verdicts of two sentences on their own. */
export function explainPair(
  sentenceA: string,
  sentenceB: string,
  { publishedA, publishedB, language = 'en' }: ExplainOptions = {},
): Explanation {
  const [a, b] = [
    articleOf(sentenceA, language, publishedA, 'a'),
    articleOf(sentenceB, language, publishedB, 'b'),
  ].map((article) => profileOf({ article, analysis: analyse(article) })) as [
    ReturnType<typeof profileOf>,
    ReturnType<typeof profileOf>,
  ];
  const rarity = rarityOf([a, b]);
  const context = pairContext(a, b, rarity);
  const views = alignSentences(a, b, rarity).flatMap((pair) => [pair, ...context.clausePairs(pair)]);
  const best = views.reduce<(typeof views)[number] | null>(
    (found, view) => (found && found.score >= view.score ? found : view),
    null,
  );
  return {
    a: { sentence: sentenceA, claims: a.analysis.claims },
    b: { sentence: sentenceB, claims: b.analysis.claims },
    alignment: best && { score: alignmentScore(best.features), features: best.features },
    quantities: quantityPairs(context).map((pair) => ({
      a: pair.a.text,
      b: pair.b.text,
      relation: pair.relation,
      strength: differStrength(pair, context),
      blockedBy: pair.relation === 'different' ? blockedBy(pair) : null,
    })),
    rows: compareProfiles(a, b, rarity),
  };
}

const spanText = (sentence: string, { start, end }: { start: number; end: number }): string =>
  sentence.slice(start, end);

function quantityLine(sentence: string, quantity: Quantity): string {
  const value = quantity.low === quantity.high ? `${quantity.low}` : `${quantity.low} to ${quantity.high}`;
  const marks = [
    quantity.approximate ? 'approximate' : '',
    quantity.bound === 'exact' ? '' : quantity.bound,
    quantity.vague ? 'vague' : '',
    quantity.part ? 'part of a whole' : '',
    quantity.casualty ?? '',
    quantity.scope,
  ].filter((mark) => mark !== '');
  return `    quantity  “${spanText(sentence, quantity)}” = ${value} ${quantity.unit} (${[quantity.kind, ...marks].join(', ')})`;
}

const timeLine = (sentence: string, time: TimeValue): string =>
  `    time      “${spanText(sentence, time)}” = ${time.relation} ${time.from ?? '?'} to ${time.to ?? '?'}${time.report ? ' (of the report)' : ''}`;

function claimLines(sentence: string, claim: Claim): string[] {
  const verbs = claim.predicates.map(({ lemma, negated }) => (negated ? `not ${lemma}` : lemma)).join(', ');
  return [
    `  claim  “${spanText(sentence, claim)}”`,
    `    says      ${verbs || 'no action'} (${[claim.stance, claim.mood, claim.background ? 'background' : ''].filter((word) => word !== '').join(', ')})`,
    ...(claim.attribution ? [`    source    ${claim.attribution.source.name}`] : []),
    ...claim.quantities.map((quantity) => quantityLine(sentence, quantity)),
    ...claim.times.map((time) => timeLine(sentence, time)),
    ...claim.entities.map(({ name, kind, key }) => `    name      ${name} (${kind}, ${key})`),
  ];
}

/** An explanation as lines for a terminal. */
export function explanationLines({ a, b, alignment, quantities, rows }: Explanation): string[] {
  const lines = ['A', ...a.claims.flatMap((claim) => claimLines(a.sentence, claim))];
  lines.push('B', ...b.claims.flatMap((claim) => claimLines(b.sentence, claim)));
  if (!alignment) return [...lines, 'The sentences share no word and no number: nothing to compare.'];
  lines.push(`Same thing: ${alignment.score.toFixed(2)}`);
  for (const name of featureNames) {
    const value = alignment.features[name];
    const part = value * weightOf(name);
    if (Math.abs(part) >= 0.05) {
      lines.push(`  ${name.padEnd(18)} ${value.toFixed(2).padStart(6)} adds ${part.toFixed(2)}`);
    }
  }
  for (const pair of quantities) {
    const guard = pair.blockedBy ? `, not set against each other: ${pair.blockedBy}` : '';
    lines.push(
      `Numbers ${pair.a} / ${pair.b}: ${pair.relation}, strength ${pair.strength.toFixed(2)}${guard}`,
    );
  }
  if (rows.length === 0) lines.push('Verdict: none, they are at most related.');
  for (const row of rows) {
    lines.push(
      `Verdict: ${row.verdict} (${row.kind}), confidence ${row.confidence.toFixed(2)}: ${reasonSentence(row.reason)}`,
    );
  }
  return lines;
}
