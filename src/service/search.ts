import type { ArticleId } from '../model/article';
import type { ArticleCard } from '../model/library';
import type { ArticleOrder, ArticleQuery } from '../model/library-query';
import type { CardRecord } from '../store';
import { foldWord } from '../text/fold';
import { escapedPattern } from '../text/pattern';
import { pause } from './attempt';
import type { ServiceContext } from './context';
import { differsOf, notCompared } from './differs';
import { parseSearch, type SearchTerms } from './search-grammar';
import { containsAll, wordHashes } from './word-hashes';

/** Texts read and searched between two pauses. */
const slice = 200;

const labelOf = (card: ArticleCard): string =>
  [card.headline, card.outlet, card.host, card.note, ...card.tags].join('\n').toLowerCase();

function hasState(card: ArticleCard, state: SearchTerms['is'][number]): boolean {
  if (state === 'read') return card.read;
  if (state === 'unread') return !card.read;
  return card.completeness === (state === 'cut' ? 'perhaps-cut' : 'headline-only');
}

function hasBelonging(record: CardRecord, belonging: SearchTerms['has'][number]): boolean {
  if (belonging === 'note') return record.card.note !== '';
  if (belonging === 'tag') return record.card.tags.length > 0;
  if (belonging === 'versions') return record.card.versions > 1;
  return (differsOf(record) ?? 0) > 0;
}

function passesFilters(record: CardRecord, query: ArticleQuery, terms: SearchTerms): boolean {
  const { card } = record;
  if (query.outlet !== null && card.outlet !== query.outlet) return false;
  if (query.day !== null && card.day !== query.day) return false;
  if (terms.before !== null && !(card.day !== null && card.day < terms.before)) return false;
  if (terms.after !== null && !(card.day !== null && card.day >= terms.after)) return false;
  const outlet = `${card.outlet}\n${card.host}`.toLowerCase();
  return (
    terms.outlets.every((each) => outlet.includes(each)) &&
    terms.tags.every((each) => card.tags.some((tag) => tag.toLowerCase() === each)) &&
    terms.is.every((state) => hasState(card, state)) &&
    terms.has.every((belonging) => hasBelonging(record, belonging))
  );
}

/** Gives the hashes of a word as a language stems it, worked out once a search. */
function wantedWords(): (word: string, language: string) => Uint32Array {
  const known = new Map<string, Uint32Array>();
  return (word, language) => {
    const key = `${language} ${word}`;
    const hashes = known.get(key) ?? wordHashes(word, language);
    known.set(key, hashes);
    return hashes;
  };
}

const orders: Record<ArticleOrder, (card: ArticleCard) => string> = {
  saved: (card) => card.savedAt,
  published: (card) => card.day ?? '',
  outlet: (card) => foldWord(card.outlet),
  headline: (card) => foldWord(card.headline),
};

type Order = Pick<ArticleQuery, 'order' | 'descending'>;

function sorted(cards: ArticleCard[], { order, descending }: Order): ArticleCard[] {
  const keyed = cards.map((card) => ({ card, key: orders[order](card) }));
  const direction = descending ? -1 : 1;
  keyed.sort((left, right) => {
    if (left.key !== right.key) return left.key < right.key ? -direction : direction;
    return left.card.id < right.card.id ? -1 : 1;
  });
  return keyed.map(({ card }) => card);
}

/** Matches the words of a phrase, one after the other, in a folded text. */
function phrasePattern(phrase: string): RegExp {
  const words = phrase
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((word) => (word ? [escapedPattern(foldWord(word))] : []));
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[^\\p{L}\\p{N}]+')}(?![\\p{L}\\p{N}])`, 'u');
}

/** Those of `cards` whose headline or text holds every phrase, word by word. */
async function withPhrases(
  { store }: ServiceContext,
  cards: CardRecord[],
  phrases: string[],
): Promise<CardRecord[]> {
  const patterns = phrases.map(phrasePattern);
  const kept: CardRecord[] = [];
  for (let start = 0; start < cards.length; start += slice) {
    const part = cards.slice(start, start + slice);
    const keys = part.map(({ id, version }): [ArticleId, number] => [id, version]);
    // Not through the parse function: a damaged record matches nothing here and is set aside when opened.
    const records = await store.getMany('articles', keys);
    for (const [index, record] of records.entries()) {
      const { headline, text } = record?.article ?? {};
      const folded = foldWord(`${headline?.value ?? ''}\n${text ?? ''}`);
      if (patterns.every((pattern) => pattern.test(folded))) kept.push(part[index] as CardRecord);
    }
    await pause();
  }
  return kept;
}

/** The card as the library draws it, with what is known of the differences in its story. */
const lineOf = (record: CardRecord): ArticleCard => {
  const differs = differsOf(record);
  return differs === null ? record.card : { ...record.card, differs };
};

/** What a query gives: the cards it asks for, how many there are in all, and articles that may belong to them yet. */
export interface FoundCards {
  cards: ArticleCard[];
  total: number;
  unknown: CardRecord[];
}

/** Cards from the front of the library that are read by their index; for those beyond, all are read and kept. */
const readByIndex = 500;

/** The front of the whole library in order of saving, as it opens: read without reading the rest. */
async function frontOfLibrary({ store }: ServiceContext, query: ArticleQuery): Promise<FoundCards> {
  const { offset, limit, descending } = query;
  const end = offset + limit;
  const [front, total] = await Promise.all([
    store.range('cards', { index: 'savedAt', descending, limit: end }),
    store.count('cards'),
  ]);
  const last = front.at(-1)?.card.savedAt;
  const whole = front.filter(({ card }) => card.savedAt !== last);
  // Articles saved in one instant stand in order of their ids, and a front read backwards has the last of them.
  const together =
    last === undefined
      ? []
      : await store.range('cards', { index: 'savedAt', from: last, to: last, limit: end - whole.length });
  const cards = sorted([...whole, ...together].map(lineOf), query);
  return { cards: cards.slice(offset), total, unknown: [] };
}

const asksForFront = ({ text, outlet, day, order, offset, limit }: ArticleQuery): boolean =>
  order === 'saved' && text.trim() === '' && outlet === null && day === null && offset + limit <= readByIndex;

/** The outlets of all articles, in order of the alphabet. */
export async function outletsOf({ cards }: ServiceContext): Promise<string[]> {
  const names = new Set((await cards.all()).map(({ card }) => card.outlet));
  return [...names].sort((left, right) => (foldWord(left) < foldWord(right) ? -1 : 1));
}

/**
 * The cards a query asks for. A search for what differs also gives the articles that were not compared yet: they could
 * belong to its answer.
 */
export async function searchCards(context: ServiceContext, query: ArticleQuery): Promise<FoundCards> {
  if (!context.cards.wanted && asksForFront(query)) return frontOfLibrary(context, query);
  const all = await context.cards.all();
  const terms = parseSearch(query.text);
  const wanted = [...terms.words, ...terms.phrases.flatMap((phrase) => phrase.split(/\s+/))];
  let found = all.filter((record) => passesFilters(record, query, terms));
  if (wanted.length > 0 || terms.without.length > 0) {
    const words = await context.cards.words();
    const hashes = wantedWords();
    const holds = ({ id, card }: CardRecord, word: string): boolean =>
      containsAll(words.get(id) ?? new Uint32Array(), hashes(word, card.language)) ||
      labelOf(card).includes(word);
    found = found.filter(
      (record) =>
        wanted.every((word) => holds(record, word)) && !terms.without.some((word) => holds(record, word)),
    );
  }
  if (terms.phrases.length > 0) found = await withPhrases(context, found, terms.phrases);
  const cards = sorted(found.map(lineOf), query);
  const unknown = terms.has.includes('differ') ? await notCompared(context) : [];
  return {
    cards: cards.slice(query.offset, query.offset + query.limit),
    total: cards.length,
    unknown,
  };
}
