import type { TimeValue } from '../../model/claim';
import type { Profile } from '../align/profile';
import { relateTimes } from '../align/values';
import { type QuantityItem, quantityItems } from './quantity-items';

export type LedgerSlot =
  | 'killed'
  | 'injured'
  | 'missing'
  | 'arrested'
  | 'displaced'
  | 'rescued'
  | 'magnitude';

export interface LedgerEntry extends QuantityItem {
  /** Another event's, another place's or a later addition's figure: never the total. */
  aside: boolean;
}

/** One figure per casualty class and magnitude for the article's own event. */
export type Ledger = Map<LedgerSlot, LedgerEntry[]>;

const slotOf = (item: QuantityItem): LedgerSlot | null =>
  item.quantity.kind === 'magnitude' ? 'magnitude' : item.casualty;

const elsewhere = /\b(?:in|of) (?:the )?(?:neighbou?ring|other|another|nearby)\b/i;
const addition = /\b(?:another|additional|more|further|others?)\b/i;

/** The day the article's opening speaks of: figures of another day are another event's. */
export function mainDay(profile: Profile): TimeValue | null {
  for (const sentence of profile.sentences.slice(0, 6)) {
    for (const time of sentence.times) {
      if (!time.report && time.grain === 'day' && time.relation === 'on') return time;
    }
  }
  return null;
}

function isAside(item: QuantityItem, day: TimeValue | null): boolean {
  if (elsewhere.test(item.clause.text)) return true;
  if (addition.test(item.before.slice(-14)) || item.quantity.modifiers.some((word) => addition.test(word))) {
    return true;
  }
  if (day === null) return false;
  const times = item.sentence.times.filter((time) => !time.report && time.grain === 'day');
  return times.length > 0 && times.every((time) => relateTimes(time, day) === 'apart');
}

const isAftershock = (item: QuantityItem): boolean =>
  /aftershock|foreshock/i.test(item.before.slice(-40) + item.after.slice(0, 24));

function belongs(item: QuantityItem): boolean {
  const { quantity, claim } = item;
  if (item.background || quantity.part) return false;
  if (claim.mood === 'possible' || claim.mood === 'planned') return false;
  return !(quantity.kind === 'magnitude' && isAftershock(item));
}

const known = new WeakMap<Profile, Ledger>();

/**
 * Per-article accounts: the figures an article gives for its own event, parts and background left out. The
 * greatest single gain in the prototype: toll conflicts stand in sentences that share few words.
 */
export function ledgerOf(profile: Profile): Ledger {
  const before = known.get(profile);
  if (before) return before;
  const ledger: Ledger = new Map();
  const day = mainDay(profile);
  for (const item of quantityItems(profile)) {
    const slot = slotOf(item);
    if (slot === null || !belongs(item)) continue;
    const entries = ledger.get(slot) ?? [];
    entries.push({ ...item, aside: isAside(item, day) });
    ledger.set(slot, entries);
  }
  known.set(profile, ledger);
  return ledger;
}

const leadSentences = 3;

/** The total of a slot: the headline's figure, else the lead's, else the largest stated. */
export function totalOf(entries: readonly LedgerEntry[] | undefined): LedgerEntry | null {
  const own = entries?.filter((entry) => !entry.aside) ?? [];
  const exact = own.filter((entry) => !entry.quantity.vague);
  const pool = exact.length > 0 ? exact : own;
  if (pool.length === 0) return null;
  const largest = (list: readonly LedgerEntry[]): LedgerEntry =>
    list.reduce((best, entry) => (entry.quantity.low > best.quantity.low ? entry : best));
  const body = pool.filter((entry) => entry.sentence.part === 'text');
  const lead = body.filter((entry) => entry.sentence.sentence <= leadSentences);
  const first = lead.length > 0 ? largest(lead) : null;
  const whole = largest(pool);
  if (!first) return whole;
  // "12 died in the blast ... in all 15 died": a somewhat larger figure further down is the total.
  const isRaised = whole.quantity.low > first.quantity.low && whole.quantity.low < first.quantity.low * 3;
  return isRaised ? whole : first;
}
