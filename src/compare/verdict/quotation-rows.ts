import type { Analysis } from '../../model/claim';
import type { Profile } from '../align/profile';
import { reason } from './reasons';
import type { DraftRow, PairContext, PairSide } from './rows';

type FoundQuotation = Analysis['quotations'][number];

/** Words of a quotation for comparison: brackets are the outlet's insertions, an ellipsis a cut. */
export const quotedWords = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(/[’‘]/g, "'")
    .match(/[\p{L}\p{N}]+(?:'[\p{L}]+)*/gu) ?? [];

/** Length of the longest common subsequence of two word lists. */
export function commonWords(left: readonly string[], right: readonly string[]): number {
  const row = new Uint16Array(right.length + 1);
  for (const word of left) {
    let diagonal = 0;
    for (let at = 1; at <= right.length; at += 1) {
      const above = row[at] ?? 0;
      row[at] = word === right[at - 1] ? diagonal + 1 : Math.max(above, row[at - 1] ?? 0);
      diagonal = above;
    }
  }
  return row[right.length] ?? 0;
}

export type QuotationRelation = 'verbatim' | 'shortened' | 'altered' | 'other';

const leastWords = 5;
/** A quotation cut at either end still has nearly all of its own words in the longer one. */
const shortenedShare = 0.97;
const alteredShare = 0.75;

/**
 * Whether two quotations carry the same words. A quotation cut short is not a changed one; `altered` needs
 * most words in common and of equal length, so that one word replaced shows and two sentences on one matter do not.
 */
export function relateQuotations(left: readonly string[], right: readonly string[]): QuotationRelation {
  if (left.join(' ') === right.join(' ')) return left.length > 0 ? 'verbatim' : 'other';
  const shorter = Math.min(left.length, right.length);
  const longer = Math.max(left.length, right.length);
  if (shorter < leastWords) return 'other';
  const share = commonWords(left, right) / shorter;
  if (share >= shortenedShare && shorter < longer) return 'shortened';
  return share >= alteredShare && shorter / longer >= 0.7 ? 'altered' : 'other';
}

function quotationSide(profile: Profile, quotation: FoundQuotation): PairSide | null {
  const sentence = profile.sentences[quotation.sentence];
  if (!sentence) return null;
  const claims = sentence.claims;
  return {
    part: quotation.part,
    sentence: quotation.sentence,
    span: { start: sentence.start, end: sentence.end },
    marks: [{ start: quotation.start, end: Math.min(quotation.end, sentence.end) }],
    value: quotation.text,
    low: null,
    high: null,
    unit: null,
    claim: claims.find((claim) => claim.insideQuotation) ?? claims[0] ?? null,
  };
}

const speakerWords = (key: string | null): string[] =>
  (key ?? '').toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];

/** Two named speakers without a word in common; a role against a name says nothing. */
export function isOtherSpeaker(left: string | null, right: string | null): boolean {
  const a = speakerWords(left);
  const b = speakerWords(right);
  if (a.length === 0 || b.length === 0) return false;
  return !a.some((word) => b.includes(word));
}

const verdicts = {
  verbatim: { verdict: 'agree', code: 'same-quotation' },
  shortened: { verdict: 'agree', code: 'quotation-shortened' },
  altered: { verdict: 'differ', code: 'quotation-altered' },
} as const;

interface QuotationMatch {
  left: FoundQuotation;
  right: FoundQuotation;
  relation: keyof typeof verdicts;
  words: number;
}

const rank = { verbatim: 3, shortened: 2, altered: 1 };

/** Best matches first, each quotation once. Ties are broken by place in both texts, the same from either side. */
function matchQuotations(
  left: readonly FoundQuotation[],
  right: readonly FoundQuotation[],
): QuotationMatch[] {
  const wordsRight = right.map(({ text }) => quotedWords(text));
  const found: (QuotationMatch & { place: number })[] = [];
  for (const [at, mine] of left.entries()) {
    const words = quotedWords(mine.text);
    for (const [other, theirs] of right.entries()) {
      const relation = relateQuotations(words, wordsRight[other] ?? []);
      if (relation === 'other') continue;
      const length = Math.min(words.length, wordsRight[other]?.length ?? 0);
      found.push({ left: mine, right: theirs, relation, words: length, place: at + other });
    }
  }
  found.sort((x, y) => rank[y.relation] - rank[x.relation] || y.words - x.words || x.place - y.place);
  const used = new Set<FoundQuotation>();
  return found.filter((match) => {
    if (used.has(match.left) || used.has(match.right)) return false;
    used.add(match.left).add(match.right);
    return true;
  });
}

function rowsOf(match: QuotationMatch, context: PairContext): DraftRow[] {
  const a = quotationSide(context.a, match.left);
  const b = quotationSide(context.b, match.right);
  if (!a || !b) return [];
  const { verdict, code } = verdicts[match.relation];
  const strength = match.relation === 'altered' ? 0.6 : Math.min(1, 0.6 + match.words * 0.05);
  const values = { a: match.left.text, b: match.right.text };
  const rows: DraftRow[] = [
    { verdict, kind: 'quotation', label: '', a, b, reason: reason(code, values), strength },
  ];
  const { speakerKey: here } = match.left;
  const { speakerKey: there } = match.right;
  if (match.relation === 'verbatim' && match.words >= leastWords && isOtherSpeaker(here, there)) {
    rows.push({
      verdict: 'differ',
      kind: 'speaker',
      label: '',
      a,
      b,
      reason: reason('other-speaker', { a: here ?? '', b: there ?? '' }),
      strength: 0.6,
    });
  }
  return rows;
}

/** The quotation check: verbatim, shortened, one word altered, other speaker. */
export function quotationRows(context: PairContext): DraftRow[] {
  const isStatement = (quotation: FoundQuotation): boolean =>
    quotation.statement && quotedWords(quotation.text).length >= 3;
  const left = context.a.analysis.quotations.filter(isStatement);
  const right = context.b.analysis.quotations.filter(isStatement);
  return matchQuotations(left, right).flatMap((match) => rowsOf(match, context));
}
