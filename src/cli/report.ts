import type { CollationView } from '../messages/library-calls';
import type { Article } from '../model/article';
import type { Reason, Reuse, ReuseSide } from '../model/comparison';
import {
  type CutQuote,
  type ProvenLeftOut,
  type ProvenOnlyHere,
  type ProvenRow,
  proveLeftOut,
  proveOnlyHere,
  proveRows,
} from '../ui/proof';
import { wrap } from './terminal';

export interface ReportOptions {
  width: number;
  /** The sentence for a reason. */
  say: (reason: Reason) => string;
  /** Also shows reason codes, parameters and confidence. */
  explain: boolean;
}

const day = (article: Article): string => article.published?.value.day ?? 'undated';
const who = ({ evidence, article }: CutQuote): string =>
  `${article.outlet.value}, ${day(article)}${evidence.source ? `, citing ${evidence.source.name}` : ''}`;

/** The sentence with its deciding words in brackets, as a terminal without colours can show them. */
const marked = ({ stretches }: CutQuote): string =>
  stretches.map(({ words, marked }) => (marked ? `[${words}]` : words)).join('');

const quoteLines = (quote: CutQuote, width: number): string =>
  `      ${who(quote)}\n${wrap(`“${marked(quote)}”`, width, '        ')}`;

function rowLines({ row, values }: ProvenRow, { width, say, explain }: ReportOptions): string {
  const lines = [`  ${row.label}  (${row.kind}${row.certain ? '' : ', less certain'})`];
  for (const { value, quotes } of values) {
    lines.push(`    ${value.label}`, ...quotes.map((quote) => quoteLines(quote, width)));
  }
  lines.push(wrap(`→ ${say(row.reason)}`, width, '    '));
  if (explain) {
    const parameters = Object.entries(row.reason.parameters).map(([name, value]) => `${name}=${value}`);
    lines.push(
      wrap(
        `why: ${row.reason.code} ${parameters.join(' ')} · confidence ${row.confidence.toFixed(2)}`,
        width,
        '    ',
      ),
    );
  }
  return lines.join('\n');
}

function head(view: CollationView): string {
  const { collation, articles } = view;
  const article = articles[collation.comparison.article];
  const { pages, outlets, voices, sources } = collation.counts;
  const voiceLines = collation.voices.map(({ outlets: [first, ...copies], likelyFirst }) =>
    copies.length
      ? `  ${first} — same text in ${copies.join(', ')}; likely first: ${likelyFirst.name} (${likelyFirst.reason})`
      : `  ${first}`,
  );
  const outletOf = ({ article: id }: ReuseSide): string => articles[id]?.outlet.value ?? '';
  const percent = ({ share }: ReuseSide): string => `${Math.round(100 * share)} %`;
  const reuseLines = collation.reuses.map(
    ({ sides: [one, other], passages }) =>
      `  ${outletOf(one)} and ${outletOf(other)} share ${passages.length === 1 ? 'a passage' : `${passages.length} passages`}: ${percent(one)} and ${percent(other)} of their texts`,
  );
  return [
    article?.headline.value ?? '',
    article ? `${article.outlet.value}, ${day(article)}, ${article.wordCount} words` : '',
    `${pages} pages, ${outlets} outlets, ${voices} voices, ${sources} sources`,
    ...voiceLines,
    ...reuseLines,
    denominator(view),
  ].join('\n');
}

function denominator({ collation, articles }: CollationView): string {
  const { voices, oldest, newest, cut } = collation.comparison.denominator;
  const days = oldest && newest ? `, ${oldest.slice(0, 10)} to ${newest.slice(0, 10)}` : '';
  const outlets = [...new Set(cut.flatMap(({ article }) => articles[article]?.outlet.value ?? []))];
  return `Looked at ${voices} other voices${days}${outlets.length ? `; perhaps cut short: ${outlets.join(', ')}` : ''}`;
}

const section = (title: string, items: string[]): string[] =>
  items.length === 0 ? [] : [`${title.toUpperCase()} (${items.length})\n${items.join('\n\n')}`];

/** The comparison as text for a terminal: the groups in the order in which the popup shows them. */
export function report(view: CollationView, options: ReportOptions): string {
  const { rows, onlyHere, leftOut } = view.collation.comparison;
  const proven = proveRows(rows, view.articles);
  const of = (verdict: string) =>
    proven.filter(({ row }) => row.certain && row.verdict === verdict).map((each) => rowLines(each, options));
  const doubtful = proven.filter(({ row }) => !row.certain).map((each) => rowLines(each, options));
  const only = (certain: boolean): string[] =>
    proveOnlyHere(onlyHere, view.articles)
      .filter((item) => item.certain === certain)
      .map(({ quote }) => quoteLines(quote, options.width));
  const left = (certain: boolean): string[] =>
    proveLeftOut(leftOut, view.articles)
      .filter((item) => item.certain === certain)
      .map(({ quotes }) => quotes.map((quote) => quoteLines(quote, options.width)).join('\n'));
  const groups = [
    ...section('Differ', of('differ')),
    ...section('Updates', of('update')),
    ...section('Agree', of('agree')),
    ...section('Only here', only(true)),
    ...section('Left out here', left(true)),
    ...section('Less certain', doubtful),
    ...section('Only here, less certain', only(false)),
    ...section('Left out here, less certain', left(false)),
  ];
  const nothing = 'Nothing to compare: no claim of this article is shared with the others.';
  return `${[head(view), ...(groups.length ? groups : [nothing])].join('\n\n')}\n`;
}

const plainQuote = (quote: CutQuote) => ({
  article: quote.article.id,
  outlet: quote.article.outlet.value,
  address: quote.article.address.raw,
  part: quote.evidence.quote.part,
  start: quote.evidence.quote.start,
  end: quote.evidence.quote.end,
  sentence: quote.words,
  marks: quote.stretches.filter(({ marked }) => marked).map(({ words }) => words),
  stance: quote.evidence.stance,
  source: quote.evidence.source,
  voice: quote.evidence.voice,
});

const plainRow = ({ row, values }: ProvenRow, say: ReportOptions['say']) => ({
  id: row.id,
  verdict: row.verdict,
  kind: row.kind,
  label: row.label,
  certain: row.certain,
  confidence: row.confidence,
  reason: { ...row.reason, sentence: say(row.reason) },
  values: values.map(({ value, quotes }) => ({
    label: value.label,
    low: value.low,
    high: value.high,
    unit: value.unit,
    quotes: quotes.map(plainQuote),
  })),
});

/** Shared passages with their words, cut from either text. */
const plainReuse = ({ sides, passages }: Reuse, { articles }: CollationView) => ({
  sides,
  passages: passages.map((spans) =>
    spans.map((span, at) => ({
      ...span,
      words: articles[sides[at]!.article]?.text.slice(span.start, span.end) ?? '',
    })),
  ),
});

/** The comparison as data: every row with its sentences and their places in the texts. */
export function reportData(view: CollationView, say: ReportOptions['say']) {
  const { comparison, counts, voices, reuses, matches, later } = view.collation;
  return {
    article: comparison.article,
    rules: comparison.rules,
    counts,
    voices,
    reuses: reuses.map((reuse) => plainReuse(reuse, view)),
    matches,
    later,
    rows: proveRows(comparison.rows, view.articles).map((row) => plainRow(row, say)),
    onlyHere: proveOnlyHere(comparison.onlyHere, view.articles).map(
      ({ id, quote, certain }: ProvenOnlyHere) => ({
        id,
        certain,
        quote: plainQuote(quote),
      }),
    ),
    leftOut: proveLeftOut(comparison.leftOut, view.articles).map(
      ({ id, quotes, certain }: ProvenLeftOut) => ({
        id,
        certain,
        quotes: quotes.map(plainQuote),
      }),
    ),
    denominator: comparison.denominator,
  };
}
