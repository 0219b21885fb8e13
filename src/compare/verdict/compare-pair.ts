import { alignmentOf, pairScore } from '../align/align';
import { type AnalysedArticle, type Profile, profileOf } from '../align/profile';
import type { Rarity } from '../align/rarity';
import { storyOf } from '../align/story';
import { ageRows } from './age-rows';
import { anchoredRows } from './anchored-rows';
import { bearerRows } from './bearer-rows';
import { calibrate } from './confidence';
import { ledgerRows } from './ledger-rows';
import { milestoneRows } from './milestone-rows';
import { nameRows } from './name-rows';
import { originRows } from './origin-rows';
import { placeRows } from './place-rows';
import { quantityRows } from './quantity-rows';
import { quotationRows } from './quotation-rows';
import type { DraftRow, PairContext, PairRow } from './rows';
import { sourceRows } from './source-rows';
import { polarityRows } from './stance-rows';
import { statementRows } from './statement-rows';
import { statusRows } from './status-rows';
import { timeRows } from './time-rows';
import { twinRows } from './twin-rows';

const contexts = new WeakMap<Rarity, Map<Profile, Map<Profile, PairContext>>>();

/** Place of a sentence in a profile, which may be a part of its article. */
const placeOf = ({ sentences }: Profile, sentence: number): number =>
  sentences[sentence]?.sentence === sentence
    ? sentence
    : sentences.findIndex((each) => each.sentence === sentence);

function makeContext(a: Profile, b: Profile, rarity: Rarity): PairContext {
  const alignment = alignmentOf(a, b, rarity);
  return {
    a,
    b,
    rarity,
    pairs: alignment.firm(),
    partnersOf: (left) =>
      alignment.partnersOf(placeOf(a, left)).map((place) => b.sentences[place]?.sentence ?? place),
    pairOf: (left, right) => alignment.pair(placeOf(a, left), placeOf(b, right)) ?? undefined,
    clausePairs: (pair, isAsked) =>
      alignment.clausePairs(placeOf(a, pair.a.sentence), placeOf(b, pair.b.sentence), isAsked),
  };
}

/** What the rules see of two articles, kept for the length of a comparison: what is left out asks again. */
export function pairContext(a: Profile, b: Profile, rarity: Rarity): PairContext {
  const byFirst = contexts.get(rarity) ?? new Map<Profile, Map<Profile, PairContext>>();
  contexts.set(rarity, byFirst);
  const own = byFirst.get(a) ?? new Map<Profile, PairContext>();
  byFirst.set(a, own);
  const context = own.get(b) ?? makeContext(a, b, rarity);
  own.set(b, context);
  return context;
}

const perSentence = new Set(['time', 'polarity', 'certainty']);

/**
 * Rows that rest on the alignment of two sentences alone fall when either sentence has a partner at least as good
 * with which it is not at odds: "closed on Friday" is told beside "closed on Saturday" in both texts.
 */
function withoutBetterPartner(rows: readonly DraftRow[], context: PairContext): DraftRow[] {
  const key = (kind: string, a: number, b: number): string => `${kind}:${a}:${b}`;
  const atOdds = new Set(
    rows
      .filter(({ verdict }) => verdict !== 'agree')
      .map(({ kind, a, b }) => key(kind, a.sentence, b.sentence)),
  );
  return rows.filter(({ verdict, kind, a, b }) => {
    if (verdict === 'agree' || !perSentence.has(kind)) return true;
    const own = context.pairOf(a.sentence, b.sentence);
    if (!own) return true;
    return !context.pairs.some(
      (pair) =>
        (pair.a === own.a) !== (pair.b === own.b) &&
        pairScore(pair) >= pairScore(own) &&
        !atOdds.has(key(kind, pair.a.sentence, pair.b.sentence)),
    );
  });
}

/**
 * The same words from another speaker, with a word altered, with a "not" on one side or with another figure are not
 * "both report": the differing row shows both sentences.
 */
function withoutContradicted(rows: readonly DraftRow[]): DraftRow[] {
  const key = ({ a, b }: DraftRow): string => `${a.sentence}:${b.sentence}`;
  const words = new Set(['speaker', 'quotation', 'polarity', 'quantity']);
  const disputed = new Set(
    rows.filter(({ verdict, kind }) => verdict === 'differ' && words.has(kind)).map(key),
  );
  const exclusive = new Set(rows.filter((row) => row.exclusive).map(key));
  const isWording = ({ kind }: DraftRow): boolean => kind === 'statement' || kind === 'quotation';
  return rows.filter(
    (row) =>
      row.verdict !== 'agree' || !(exclusive.has(key(row)) || (isWording(row) && disputed.has(key(row)))),
  );
}

const orderOf = (row: DraftRow): string =>
  [row.a.sentence, row.b.sentence].map((position) => String(position).padStart(5, '0')).join(':');

/** Two rows on the same two sentences and the same sort of thing. */
const isSameThing = (row: DraftRow, other: DraftRow): boolean =>
  other.kind === row.kind && other.a.sentence === row.a.sentence && other.b.sentence === row.b.sentence;

/** Two rows that set the same two sentences against each other for the same sort of thing. */
const isSameDispute = (row: DraftRow, other: DraftRow): boolean =>
  other.verdict !== 'agree' && isSameThing(row, other);

/** Rules whose rows stand back where another rule has set the same two sentences against each other already. */
const laterRules = [twinRows, bearerRows, originRows, sourceRows, statusRows];

function typedDrafts(context: PairContext): DraftRow[] {
  const { rows: figures, used } = quantityRows(context);
  const typed = [
    ...ledgerRows(context, used),
    ...figures,
    ...ageRows(context),
    ...quotationRows(context),
    ...polarityRows(context),
    ...timeRows(context),
    ...placeRows(context),
  ];
  const rows = [...withoutBetterPartner(typed, context), ...milestoneRows(context)];
  for (const row of laterRules.flatMap((rule) => rule(context))) {
    if (!rows.some((other) => isSameDispute(row, other))) rows.push(row);
  }
  for (const row of [...anchoredRows(context, used), ...nameRows(context)]) {
    if (!rows.some((other) => isSameThing(row, other))) rows.push(row);
  }
  return rows;
}

const kept = new WeakMap<PairContext, DraftRow[]>();

function keptDrafts(context: PairContext): DraftRow[] {
  const drafts = kept.get(context) ?? typedDrafts(context);
  kept.set(context, drafts);
  return drafts;
}

type Confidences = ReadonlyMap<number, number>;

const confidences = new WeakMap<PairContext, { a: Confidences; b: Confidences }>();

function confidencesOf(context: PairContext): { a: Confidences; b: Confidences } {
  const known = confidences.get(context);
  if (known) return known;
  const found = { a: new Map<number, number>(), b: new Map<number, number>() };
  for (const row of withoutContradicted(keptDrafts(context))) {
    const { confidence } = calibrate(row);
    for (const side of ['a', 'b'] as const) {
      const { sentence } = row[side];
      found[side].set(sentence, Math.max(found[side].get(sentence) ?? 0, confidence));
    }
  }
  confidences.set(context, found);
  return found;
}

/**
 * The best confidence of a row on figures, times, quotations or denials on each sentence of the first article. Two
 * articles have the same rows from either side, so they are worked out once.
 */
export function typedConfidences(a: Profile, b: Profile, rarity: Rarity): Confidences {
  const back = contexts.get(rarity)?.get(b)?.get(a);
  return back ? confidencesOf(back).b : confidencesOf(pairContext(a, b, rarity)).a;
}

/** Rows of two prepared articles, in the order of the first one's text. */
export function compareProfiles(a: Profile, b: Profile, rarity: Rarity): PairRow[] {
  const context = pairContext(a, b, rarity);
  return withoutContradicted([...keptDrafts(context), ...statementRows(context)])
    .map((row, at) => ({ row, at, key: orderOf(row) }))
    .sort((x, y) => (x.key < y.key ? -1 : x.key > y.key ? 1 : x.at - y.at))
    .map(({ row }) => calibrate(row));
}

/**
 * All rows between two articles. `story` are the leads of all voices of the story, whose words decide what is
 * rare; without it the two articles are all there is.
 */
export function comparePair(
  a: AnalysedArticle,
  b: AnalysedArticle,
  story: readonly AnalysedArticle[] = [a, b],
): PairRow[] {
  return compareProfiles(profileOf(a), profileOf(b), storyOf(story).rarity);
}
