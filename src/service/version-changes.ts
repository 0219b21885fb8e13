import { type AnalysedArticle, comparePair, type PairRow, type PairSide } from '../compare';
import type { Article } from '../model/article';
import type { Analysis, Claim, Sentence } from '../model/claim';
import type { ChangedWords, FactChange, VersionChange } from '../model/version-change';

/** Share of words from which two sentences are taken for one that was worded anew. */
const sameSentence = 0.55;

const spoken = (text: string): string => text.replace(/\s+/g, ' ').trim();

const wordsOf = (sentence: string): string[] => sentence.match(/[\p{L}\p{N}][\p{L}\p{N}.,’'-]*/gu) ?? [];

/** A sentence of the text that the other version does not have, and its claims. */
interface Loose {
  index: number;
  sentence: Sentence;
  words: string;
  claims: Claim[];
}

const textOf = ({ article }: AnalysedArticle, { start, end }: Sentence): string =>
  spoken(article.text.slice(start, end));

function claimsBySentence({ claims }: Analysis): Map<number, Claim[]> {
  const found = new Map<number, Claim[]>();
  for (const claim of claims) found.set(claim.sentence, [...(found.get(claim.sentence) ?? []), claim]);
  return found;
}

/** Sentences of `one` that do not stand in `other` word for word. */
function looseIn(one: AnalysedArticle, other: AnalysedArticle): Loose[] {
  const inText = ({ part }: Sentence): boolean => part === 'text';
  const known = new Set(other.analysis.sentences.filter(inText).map((each) => textOf(other, each)));
  const claims = claimsBySentence(one.analysis);
  return one.analysis.sentences.flatMap((sentence, index) => {
    const words = inText(sentence) ? textOf(one, sentence) : '';
    if (words === '' || known.has(words)) return [];
    return [{ index, sentence, words, claims: claims.get(index) ?? [] }];
  });
}

/** Share of words two sentences have in common (Dice coefficient over word sets). */
function likeness(left: string, right: string): number {
  const one = new Set(wordsOf(left.toLowerCase()));
  const other = new Set(wordsOf(right.toLowerCase()));
  const shared = [...one].filter((word) => other.has(word)).length;
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}

/** Whether the words that changed carry a fact: a digit, or a capital inside the sentence. */
function changesFact(before: string, after: string): boolean {
  const one = wordsOf(before);
  const other = wordsOf(after);
  const changed = [
    ...one.filter((word, index) => index > 0 && !other.includes(word)),
    ...other.filter((word, index) => index > 0 && !one.includes(word)),
  ];
  const numbers = (words: string[]) => words.filter((word) => /\p{N}/u.test(word)).join(' ');
  return numbers(one) !== numbers(other) || changed.some((word) => /^\p{Lu}/u.test(word));
}

const holdsFact = ({ claims }: Loose): boolean =>
  claims.some(
    (claim) =>
      claim.quantities.length > 0 || claim.times.length > 0 || claim.attribution || claim.insideQuotation,
  );

const wholeSentence = ({ sentence, words }: Loose): ChangedWords => ({
  part: sentence.part,
  start: sentence.start,
  end: sentence.end,
  marks: [],
  value: words,
});

const changedWords = ({ part, span, marks, value }: PairSide): ChangedWords => ({
  part,
  ...span,
  marks,
  value: spoken(value),
});

/** Rows between the versions that say another value, each value pair once. */
function valueChanges(rows: PairRow[]): { row: PairRow; change: FactChange }[] {
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const before = changedWords(row.a);
    const after = changedWords(row.b);
    const key = `${row.kind} ${before.value} ${after.value}`;
    if (before.value === after.value || seen.has(key)) return [];
    seen.add(key);
    return [{ row, change: { kind: 'value', of: row.kind, label: row.label, before, after } }];
  });
}

/** Pairs each sentence that is gone with the new one most like it. */
function pairSentences(gone: Loose[], fresh: Loose[]): [Loose, Loose][] {
  const left = [...fresh];
  return gone.flatMap((before): [Loose, Loose][] => {
    const scores = left.map((after) => likeness(before.words, after.words));
    const best = scores.indexOf(Math.max(...scores));
    const after = left[best];
    if (!after || (scores[best] ?? 0) < sameSentence) return [];
    left.splice(best, 1);
    return [[before, after]];
  });
}

function stated(
  kind: 'headline' | 'byline' | 'published' | 'agency',
  before: string,
  after: string,
): FactChange[] {
  return before === after ? [] : [{ kind, before: before || null, after: after || null }];
}

function factsAbout(older: Article, newer: Article): FactChange[] {
  const known = new Set(older.notes.map(({ text }) => text));
  return [
    ...stated('headline', older.headline.value, newer.headline.value),
    ...stated('byline', older.authors.value.join(', '), newer.authors.value.join(', ')),
    ...stated('published', older.published?.value.day ?? '', newer.published?.value.day ?? ''),
    ...stated('agency', older.wireCredit?.value ?? '', newer.wireCredit?.value ?? ''),
    ...newer.notes.flatMap(({ text }): FactChange[] => (known.has(text) ? [] : [{ kind: 'notice', text }])),
  ];
}

/**
 * What changed between two versions of one article, fact by fact: the claims of the sentences that are not in
 * both are set against each other by the same rules that compare two outlets. A sentence that stayed word for
 * word cannot have changed, so no row rests on one.
 */
export function versionChanges(
  older: AnalysedArticle,
  newer: AnalysedArticle,
): Omit<VersionChange, 'savedAt' | 'since'> {
  const gone = looseIn(older, newer);
  const fresh = looseIn(newer, older);
  const goneAt = new Set(gone.map(({ index }) => index));
  const freshAt = new Set(fresh.map(({ index }) => index));
  const rows = comparePair(older, newer).filter(
    ({ verdict, a, b }) => verdict !== 'agree' && goneAt.has(a.sentence) && freshAt.has(b.sentence),
  );
  const values = valueChanges(rows);
  const told = new Set(values.flatMap(({ row }) => [`a${row.a.sentence}`, `b${row.b.sentence}`]));
  const pairs = pairSentences(
    gone.filter(({ index }) => !told.has(`a${index}`)),
    fresh.filter(({ index }) => !told.has(`b${index}`)),
  );
  const renewed = pairs.filter(([before, after]) => changesFact(before.words, after.words));
  const paired = new Set(pairs.flat());
  const lone = (loose: Loose[], side: string) =>
    loose.filter((each) => !paired.has(each) && !told.has(`${side}${each.index}`));
  const dropped = lone(gone, 'a');
  const added = lone(fresh, 'b');
  const withFact = { dropped: dropped.filter(holdsFact), added: added.filter(holdsFact) };
  return {
    facts: [
      ...factsAbout(older.article, newer.article),
      ...values.map(({ change }) => change),
      ...renewed.map(
        ([before, after]): FactChange => ({
          kind: 'sentence',
          before: wholeSentence(before),
          after: wholeSentence(after),
        }),
      ),
      ...withFact.added.map((each): FactChange => ({ kind: 'added', after: wholeSentence(each) })),
      ...withFact.dropped.map((each): FactChange => ({ kind: 'dropped', before: wholeSentence(each) })),
    ],
    added: added.length - withFact.added.length,
    removed: dropped.length - withFact.dropped.length,
    reworded: pairs.length - renewed.length,
  };
}
