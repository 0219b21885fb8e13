import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { analyse } from '../../src/compare';
import { wordsOf } from '../../src/model/article';
import { scorerBeside } from '../harness/scorer';
import { readRows } from '../match/articles';
import factTable from './data/told-facts.json';
import { articleOf, type EventDocument, type EventFile } from './documents';
import type { GoldEvent } from './gold';

/**
 * Facts that two voices or more tell, read by hand in further events. `A:1f3a9c2b` names a sentence by its voice, in
 * the order of `articles`, and by its letters: the texts are the outlets' and stay where they are.
 */
interface ToldFacts {
  /** File of the articles, beside the labelled events, and their event there. */
  data: string;
  event: string;
  articles: string[];
  /** Sentences that tell one fact, agreeing or not. */
  facts: string[][];
  /** Sentences on a matter others speak of too, without a common fact: it is open whether they stand alone. */
  related: string[];
  /** Datelines, credits and calls to comment: nothing is stated. */
  aside: string[];
}

/** An event to learn from: its documents, and what the labels say of them. */
export interface LabelledEvent {
  event: EventFile;
  gold: GoldEvent;
  /** How much a sentence counts in the fit of what is left out. */
  weight: number;
}

/** Facts were listed in one reading here, and small ones missed: a sentence without one may tell one all the same. */
const weightOfReading = 0.5;

const letters = 'ABCDEFGHIJ';

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const keyOf = (voice: string, sentence: string): string =>
  `${voice}:${createHash('sha256').update(lettersOf(sentence)).digest('hex').slice(0, 8)}`;

function sentencesOf(document: EventDocument): string[] {
  const article = articleOf(document);
  return analyse(article).sentences.map((sentence) => wordsOf(article, sentence.part, sentence) ?? '');
}

interface Sentence {
  doc: string;
  text: string;
  key: string;
}

/** What at least two voices tell, and those that lack it. */
const omissionsOf = ({ facts }: ToldFacts, voices: readonly string[], sentences: readonly Sentence[]) =>
  facts.flatMap((keys, at) => {
    const reportedBy = voices
      .map((doc) => ({
        doc,
        sentences: sentences
          .filter((each) => each.doc === doc && keys.includes(each.key))
          .map(({ text }) => text),
      }))
      .filter(({ sentences: told }) => told.length > 0);
    if (reportedBy.length < 2) return [];
    return voices
      .filter((doc) => !reportedBy.some((by) => by.doc === doc))
      .map((doc) => ({ doc, fact: `${at}`, kind: 'other', reportedBy }));
  });

function goldOf(table: ToldFacts, documents: readonly EventDocument[]): GoldEvent {
  const told = new Set(table.facts.flat());
  const open = new Set([...table.related.filter((key) => !told.has(key)), ...table.aside]);
  const sentences = documents.flatMap((document, at) =>
    sentencesOf(document).map((text) => ({ doc: document.id, text, key: keyOf(letters[at] ?? '', text) })),
  );
  // A headline is no sentence of its own here, so that nothing is learned from it.
  const headlines = new Set(documents.map((document) => articleOf(document).headline.value));
  const judged = sentences.filter(({ key, text }) => !open.has(key) && !headlines.has(text));
  const ids = documents.map(({ id }) => id);
  return {
    id: table.event,
    docs: ids.map((id) => ({
      id,
      voice: id,
      sentences: judged.flatMap(({ doc, text }, i) => (doc === id ? [{ i, text }] : [])),
    })),
    pairs: [],
    onlyHere: judged
      .filter(({ key }) => !told.has(key))
      .map(({ doc, text }, i) => ({ doc, i, sentence: text })),
    omissions: omissionsOf(table, ids, judged),
  };
}

/** The further events, where their articles lie beside the labelled ones (`…/claims/dev/events-gold`); else none. */
export function readToldFacts(labelled: string): LabelledEvent[] {
  const scorer = scorerBeside(labelled, 'score-claims.mjs');
  if (!scorer) return [];
  return (factTable as ToldFacts[]).flatMap((table) => {
    const path = join(dirname(scorer), '../events/dev', `${table.data}.jsonl`);
    if (!existsSync(path)) return [];
    const articles = new Map(readRows(path).map((row) => [row.id, row]));
    const documents = table.articles.flatMap((id) => articles.get(id) ?? []);
    if (documents.length < table.articles.length) return [];
    return [
      { event: { name: table.event, documents }, gold: goldOf(table, documents), weight: weightOfReading },
    ];
  });
}
