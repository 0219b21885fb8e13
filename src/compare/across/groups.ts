import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Evidence, Reason, Row, RowValue } from '../../model/comparison';
import { withoutRepeats } from '../../model/repeats';
import { reason } from '../verdict/reasons';
import type { PairRow, PairSide } from '../verdict/rows';
import { evidenceOf, type VoiceProfile } from './evidence';
import { thingInQuestion } from './labels';
import { apartFromOneAnother, disputeAmong, type RowsBetween } from './lines';

/** A row between the article read (always side `a`) and one voice. */
export interface VoiceRow {
  row: PairRow;
  voice: VoiceProfile;
}

const rank = { differ: 2, update: 1, agree: 0 } as const;

const inOrderOfRank = (x: VoiceRow, y: VoiceRow): number =>
  rank[y.row.verdict] - rank[x.row.verdict] || y.row.confidence - x.row.confidence;

/** What a row is about on the reader's side: the deciding words, or the clause for statements. */
function topicOf({ kind, a }: PairRow): string {
  const mark = a.marks[0] ?? a.span;
  const family = kind === 'speaker' || kind === 'certainty' || kind === 'polarity' ? kind : 'fact';
  return `${family}:${a.part}:${mark.start}-${mark.end}`;
}

const hash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text))).slice(0, 16);

const plainValue = (side: PairSide): string => side.value.toLowerCase().replace(/\s+/g, ' ').trim();

/**
 * Sides that give one value: the same number or day, or the same words. What is counted need not have one name:
 * "1,500 troops" and "1,500 soldiers" already answer one question when they stand in one row.
 */
export const valueKey = (side: PairSide): string =>
  side.low === null ? plainValue(side) : `${side.low}|${side.high}`;

/** The value as its article words it: "more than 40" is not "about 40", though the figure is the same. */
function wordingKey(side: PairSide): string {
  const mark = side.marks[0];
  const quantity =
    mark && side.claim?.quantities.find(({ start, end }) => start < mark.end && mark.start < end);
  const key = valueKey(side);
  return quantity ? `${key}|${quantity.bound}|${quantity.approximate ? 'about' : ''}` : key;
}

/** Statements and words have no value that could be worded in another way. */
const hasValue = ({ a, b }: PairRow): boolean => a.low !== null && b.low !== null;

const lineOf = (side: PairSide, evidence: Evidence[], agrees: boolean): RowValue => ({
  label: side.value,
  low: side.low,
  high: side.high,
  unit: side.unit,
  evidence,
  ...(agrees ? { agrees } : {}),
});

/**
 * One line per value: the article's own, what agrees with it in other words, what differs. A voice that says "five"
 * where the article says "at least two" agrees with it, but never said "at least two": it has a line of its own.
 */
function linesOf(subject: VoiceProfile, members: readonly VoiceRow[]): RowValue[] {
  const first = members[0];
  if (!first) return [];
  const own = lineOf(first.row.a, [evidenceOf(subject, first.row.a)], false);
  const agreeing = new Map<string, RowValue>();
  const differing = new Map<string, RowValue>();
  for (const { row, voice } of members) {
    const agrees = row.verdict === 'agree';
    const isOwn = agrees && (!hasValue(row) || wordingKey(row.a) === wordingKey(row.b));
    const lines = agrees ? agreeing : differing;
    const key = agrees ? wordingKey(row.b) : valueKey(row.b);
    const line = isOwn ? own : (lines.get(key) ?? lineOf(row.b, [], agrees));
    line.evidence.push(evidenceOf(voice, row.b));
    if (!isOwn) lines.set(key, line);
  }
  return [own, ...agreeing.values(), ...differing.values()];
}

/** One voice counts once in a row: its firmest verdict on the thing. */
function onePerVoice(members: readonly VoiceRow[]): VoiceRow[] {
  const best = new Map<string, VoiceRow>();
  for (const member of members) {
    const known = best.get(member.voice.voice);
    const isBetter =
      !known ||
      rank[member.row.verdict] > rank[known.row.verdict] ||
      (member.row.verdict === known.row.verdict && member.row.confidence > known.row.confidence);
    if (isBetter) best.set(member.voice.voice, member);
  }
  return [...best.values()];
}

/**
 * What two voices that both agree with the article read by values of their own say to one another, where they are at
 * odds all the same: "at least two", three the day after, five in the end.
 */
const disputeBeside = (members: readonly VoiceRow[], between: RowsBetween): PairRow | null =>
  disputeAmong(
    members.filter(({ row }) => hasValue(row) && valueKey(row.a) !== valueKey(row.b)),
    between,
  );

/** Reasons that name the two values of one pair. */
const namesTwo = new Set([
  'other-value',
  'other-total',
  'other-time',
  'other-clock',
  'other-place',
  'other-name',
]);

/** Why the row stands as it does: of three values that are at odds all are named, not the two of its firmest pair. */
function reasonFor({ reason: said }: PairRow, values: readonly RowValue[]): Reason {
  const atOdds = values.filter(({ agrees }) => !agrees).map(({ label }) => label);
  if (atOdds.length < 3 || !namesTwo.has(said.code)) return said;
  return reason('several-values', { values: atOdds.join(', ') });
}

function rowOf(
  subject: VoiceProfile,
  topic: string,
  members: readonly VoiceRow[],
  between: RowsBetween,
): Row | null {
  const firmest = [...members].sort(inOrderOfRank)[0]?.row;
  if (!firmest) return null;
  const said = firmest.verdict === 'agree' ? (disputeBeside(members, between) ?? firmest) : firmest;
  const values = linesOf(subject, members);
  return {
    id: hash(`${subject.profile.article.id}|${said.verdict}|${topic}`),
    verdict: said.verdict,
    kind: firmest.kind,
    label: thingInQuestion(firmest, subject.profile),
    values,
    reason: reasonFor(said, values),
    confidence: said.confidence,
    certain: said.certain,
  };
}

const startOf = (row: Row): number => row.values[0]?.evidence[0]?.quote.start ?? 0;

/** Certain before uncertain, differing before updated before agreeing, then by confidence and place in the text. */
function inOrderOfWeight(left: Row, right: Row): number {
  if (left.certain !== right.certain) return left.certain ? -1 : 1;
  const verdicts = rank[right.verdict] - rank[left.verdict];
  if (verdicts !== 0) return verdicts;
  if (left.confidence !== right.confidence) return right.confidence - left.confidence;
  if (startOf(left) !== startOf(right)) return startOf(left) - startOf(right);
  return left.id < right.id ? -1 : 1;
}

/**
 * The rows on one thing: all voices in one row where their values stand against one another too, and what only
 * differs from the article read in a row of its own.
 */
function rowsOn(subject: VoiceProfile, topic: string, all: readonly VoiceRow[], between: RowsBetween): Row[] {
  const members = onePerVoice(all);
  const groups = apartFromOneAnother([...members].sort(inOrderOfRank), between);
  return groups.flatMap((group, at) => {
    const inTime = members.filter((member) => group.includes(member));
    return rowOf(subject, at === 0 ? topic : `${topic}|${at}`, inTime, between) ?? [];
  });
}

/**
 * Groups the rows of all voices by the thing in question. `rows` must come in order of time of their voices;
 * `between` gives the rows of two of the voices.
 */
export function groupRows(subject: VoiceProfile, rows: readonly VoiceRow[], between: RowsBetween): Row[] {
  const groups = new Map<string, VoiceRow[]>();
  for (const member of rows) {
    const topic = topicOf(member.row);
    const group = groups.get(topic);
    if (group) group.push(member);
    else groups.set(topic, [member]);
  }
  const found = [...groups].flatMap(([topic, members]) => rowsOn(subject, topic, members, between));
  return withoutRepeats(found.sort(inOrderOfWeight), (row) => ({
    ...row,
    values: row.values.map((value) => ({ value, evidence: value.evidence })),
  }));
}
