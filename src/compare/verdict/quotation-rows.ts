import type { Analysis } from '../../model/claim';
import type { Profile } from '../align/profile';
import { kept } from '../kept';
import { quotedWords, relateQuotations } from './quotations';
import { reason } from './reasons';
import type { DraftRow, PairContext, PairSide } from './rows';

type FoundQuotation = Analysis['quotations'][number];

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

const leastWords = 5;

const genericSpeaker =
  /^(?:he|she|they|we|it|i|official|spokes\w+|statement|report|president|police|minister|government|witness|resident|source)s?$/i;

const speakerWords = (key: string | null): string[] =>
  ((key ?? '').toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []).filter((word) => !genericSpeaker.test(word));

/** The speaker's name as written in the sentence of the quotation: pronouns are resolved too loosely for a verdict. */
const isNamedBeside = (profile: Profile, { sentence, speakerKey }: FoundQuotation): boolean => {
  const text = profile.sentences[sentence]?.text ?? '';
  return speakerWords(speakerKey).some((word) =>
    new RegExp(`\\b${word[0]?.toUpperCase()}${word.slice(1)}`, 'u').test(text),
  );
};

const isNear = (profile: Profile, sentence: number, words: readonly string[]): boolean =>
  [sentence - 1, sentence, sentence + 1].some((at) => {
    const text = profile.sentences[at]?.text.toLowerCase() ?? '';
    return words.some((word) => text.includes(word));
  });

/** Two named speakers, each beside the quotation, neither of them named near it in the other article. */
function isOtherSpeaker({ left, right }: QuotationMatch, context: PairContext): boolean {
  const a = speakerWords(left.speakerKey);
  const b = speakerWords(right.speakerKey);
  if (a.length === 0 || b.length === 0 || a.some((word) => b.includes(word))) return false;
  if (!isNamedBeside(context.a, left) || !isNamedBeside(context.b, right)) return false;
  return !isNear(context.a, left.sentence, b) && !isNear(context.b, right.sentence, a);
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

const wordsOf = kept(({ text }: FoundQuotation) => quotedWords(text));

const rank = { verbatim: 3, shortened: 2, altered: 1 };

/** Best matches first, each quotation once. Ties are broken by place in both texts, the same from either side. */
function matchQuotations(
  left: readonly FoundQuotation[],
  right: readonly FoundQuotation[],
): QuotationMatch[] {
  const wordsRight = right.map(wordsOf);
  const found: (QuotationMatch & { place: number })[] = [];
  for (const [at, mine] of left.entries()) {
    const words = wordsOf(mine);
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
  if (match.relation === 'verbatim' && match.words >= leastWords && isOtherSpeaker(match, context)) {
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
    quotation.statement && wordsOf(quotation).length >= 3;
  const left = context.a.analysis.quotations.filter(isStatement);
  const right = context.b.analysis.quotations.filter(isStatement);
  return matchQuotations(left, right).flatMap((match) => rowsOf(match, context));
}
