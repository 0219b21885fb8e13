import type { Article, ArticleId } from '../model/article';
import type { Match, Refusal, RefusalCode } from '../model/comparison';
import { linkBetween } from './copies/copy-groups';
import { copyThreshold } from './copies/copy-score';
import { type MatchCorrections, pairSet } from './corrections';
import { decideAmong } from './decide';
import { noEvidence, type PairEvidence } from './group-link';
import { Neighbourhood, rememberedProfile } from './neighbourhood';
import type { Profile } from './profile';
import { matchReasons } from './reasons';
import type { StoreSnapshot } from './snapshot';

export interface StoryContext {
  /** From `MatchIndex.statistics()`. */
  statistics: StoreSnapshot;
  corrections?: MatchCorrections;
  /** Articles further apart are no same-event coverage, though they may be `later` in the story. */
  dayWindow?: number;
}

export interface StoryDecision {
  /** Same event, best first. */
  same: Match[];
  /** The same story further on: the arrest, the trial. */
  later: Match[];
  /** Near misses, best first. */
  refused: Refusal[];
  /** All candidates, best first. */
  ranked: { article: ArticleId; score: number }[];
  /** Candidates of other stories that share runs of words with one of this: their texts show up a digest. */
  elsewhere: ArticleId[];
}

/** Near misses below this are not worth a reader's question. */
const nearMiss = 0.01;
const refusalsKept = 12;

/** Texts with fewer words in common are not compared for copying, which costs more than all else. */
const copyCosine = 0.2;

/** A copy tells the same event, whatever else is unlike. */
const certain: PairEvidence = { probability: 0.99, cosine: 1, localCosine: 1, gapDays: null };

/** Place of a candidate in its neighbourhood, in which the article being read comes first. */
const placeOf = (candidate: number): number => candidate + 1;

const copied = (left: Article, right: Article): boolean => {
  const link = linkBetween(left, right);
  return link !== null && link.probability >= copyThreshold;
};

/** A story about to be decided: scored by profiles, in need of the texts of a few candidates. */
export interface OpenStory {
  /** Candidates that may be copies of the article, which their texts will tell. */
  textsWanted: ArticleId[];
  /** @param texts of `textsWanted`; whoever's is missing is taken for no copy */
  decide(texts: ReadonlyMap<ArticleId, Article>): StoryDecision;
}

/** Which of the candidates tell the same event as an article, with reasons for those taken and those refused. */
export function decideStory(
  article: Article,
  candidates: readonly Article[],
  context: StoryContext,
): StoryDecision {
  const profiles = candidates.map(rememberedProfile);
  const texts = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  return openStory(article, rememberedProfile(article), profiles, context).decide(texts);
}

/**
 * Scores the candidates of an article by their profiles.
 * @param subject the article's own profile, made from its text: reasons are given in its words
 */
export function openStory(
  article: Article,
  subject: Profile,
  candidates: readonly Profile[],
  context: StoryContext,
): OpenStory {
  const others = candidates.filter((candidate) => candidate.article !== article.id);
  const around = Neighbourhood.of(subject, others, context.statistics);
  const scored = others.map((_, at) => around.evidence(0, placeOf(at)));
  const textsWanted = others.filter((_, at) => scored[at]!.cosine >= copyCosine).map(({ article: id }) => id);
  return {
    textsWanted,
    decide: (texts) => decideAround(article, around, scored, texts, context),
  };
}

/** The decision over scored candidates. */
function decideAround(
  article: Article,
  around: Neighbourhood,
  scored: readonly PairEvidence[],
  texts: ReadonlyMap<ArticleId, Article>,
  context: StoryContext,
): StoryDecision {
  const others = around.profiles.slice(1).map(({ article: id }) => ({ id }));
  const isSame = pairSet(context.corrections?.same);
  const isNotSame = pairSet(context.corrections?.notSame);
  const corrected = (left: ArticleId, right: ArticleId, evidence: PairEvidence): PairEvidence => {
    if (isNotSame(left, right)) return noEvidence;
    return isSame(left, right) ? certain : evidence;
  };
  const copies = others.map(({ id }, at) => {
    const text = texts.get(id);
    return scored[at]!.cosine >= copyCosine && text !== undefined && copied(article, text);
  });
  const evidence = others.map((other, at) =>
    corrected(article.id, other.id, copies[at] ? certain : scored[at]!),
  );
  const own = evidence.map(({ probability }) => probability);
  const { same, ranked } = decideAmong(evidence, (left, right) =>
    corrected(others[left]!.id, others[right]!.id, around.evidence(placeOf(left), placeOf(right))),
  );
  const taken = new Set(same.filter((at) => !isNotSame(article.id, others[at]!.id)));
  others.forEach((other, at) => {
    // Ten copies of one wire text crowd each other's neighbourhood; a copy belongs to the story however crowded it is.
    const copy = copies[at] && !isNotSame(article.id, other.id);
    if (copy || isSame(article.id, other.id)) taken.add(at);
  });
  const window = context.dayWindow ?? Number.POSITIVE_INFINITY;
  const isApart = (at: number) =>
    !copies[at] &&
    !isSame(article.id, others[at]!.id) &&
    (around.gap(0, placeOf(at)) ?? 0) > Math.min(window, sameCoverageDays);
  const matchAt = (at: number, relation: Match['relation']): Match => ({
    article: others[at]!.id,
    score: own[at]!,
    reasons: matchReasons(around, placeOf(at), copies[at]!),
    relation,
  });
  const refusalCode = (at: number): RefusalCode => {
    if (isNotSame(article.id, others[at]!.id)) return 'reader';
    if (isApart(at)) return 'days-apart';
    return own[at]! >= 0.5 ? 'other-story' : 'unlike';
  };
  const inOrder = ranked.filter((at) => taken.has(at));
  const later = laterInStory(around, inOrder, ranked, taken).filter(
    (at) => !isNotSame(article.id, others[at]!.id),
  );
  const rest = ranked.filter((at) => !taken.has(at) && !later.includes(at));
  return {
    same: inOrder.filter((at) => !isApart(at)).map((at) => matchAt(at, 'same-event')),
    later: [...inOrder.filter(isApart), ...later].map((at) => matchAt(at, 'later')),
    refused: rest
      .filter((at) => own[at]! >= nearMiss || isNotSame(article.id, others[at]!.id))
      .slice(0, refusalsKept)
      .map((at) => ({
        article: others[at]!.id,
        score: own[at]!,
        because: refusalCode(at),
        reasons: matchReasons(around, placeOf(at), copies[at]!),
      })),
    ranked: ranked.map((at) => ({ article: others[at]!.id, score: own[at]! })),
    elsewhere: sharingRuns(around, [...inOrder, ...later], rest).map((at) => others[at]!.id),
  };
}

const elsewhereLimit = 12;

/** Pairs of neighbouring content words that chance and a common subject seldom give two articles. */
const sharedRuns = 4;

/** Those of `rest` that have runs of words in common with the subject or one of its story, best first. */
function sharingRuns(around: Neighbourhood, story: readonly number[], rest: readonly number[]): number[] {
  const told = [0, ...story.map(placeOf)];
  const shares = (at: number): boolean =>
    told.some((place) => around.wordPairs.shared(place, placeOf(at)) >= sharedRuns);
  return rest.filter(shares).slice(0, elsewhereLimit);
}

/** Coverage of the event itself is out by now; what comes later is told apart, copies excepted. */
const sameCoverageDays = 10;

/** A follow-up comes at least this many days on, and is this likely of one story, the days apart. */
const followUpDays = 4;
const followUpShare = 0.6;

/** Deed, arrest, charge, trial: beyond, a chain drifts into other stories. */
const mostSteps = 3;

/** Members looked at from each end of the story; the work grows with them. */
const membersCompared = 8;

/** Texts with less in common are never as likely; one product of two vectors settles most pairs. */
const followUpCosine = 0.05;

/**
 * Follow-ups: days later and unlike the first report, but nearer to some member of the story than to it, or sharing
 * the names the story has given its people and places. The trial may name nobody of the first report and the man whom
 * the report of the arrest named; so what was found leads on, step by step.
 */
function laterInStory(
  around: Neighbourhood,
  same: readonly number[],
  ranked: readonly number[],
  taken: ReadonlySet<number>,
): number[] {
  const story = [0, ...same.map(placeOf)];
  const isLater = (at: number): boolean => {
    const gaps = story.map((member) => around.gap(member, placeOf(at))).filter((gap) => gap !== null);
    return gaps.length > 0 && Math.min(...gaps) >= followUpDays;
  };
  let open = ranked.filter((at) => !taken.has(at) && isLater(at));
  let members = story.slice(0, membersCompared + 1);
  const later = new Set<number>();
  for (let step = 0; step < mostSteps && members.length > 0; step++) {
    const found = open.filter((at) =>
      members.some(
        (member) =>
          around.terms.cosine(member, placeOf(at)) >= followUpCosine &&
          around.timelessProbability(member, placeOf(at)) >= followUpShare,
      ),
    );
    for (const at of found) later.add(at);
    open = open.filter((at) => !later.has(at));
    members = found.slice(0, membersCompared).map(placeOf);
  }
  return ranked.filter((at) => later.has(at));
}
