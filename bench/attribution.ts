import { existsSync, readFileSync } from 'node:fs';
import { analyse, whoSays } from '../src/compare/claims';
import type { Span } from '../src/model/article';
import { printAnalysisTime } from './compare/analysis-time';
import { benchArticle } from './compare/bench-article';
import type { BenchOptions } from './harness/options';

/**
 * Who says what, on sentences with a marked source, cue and content.
 *
 * Two tasks. `given the content`: asked whose words the marked content is and which word says so. `open`:
 * whether the marked attribution is among those found unasked. A span is `right` when it overlaps the marked
 * one and shares a content word with it (or is one word), `exact` when it covers the same words without
 * articles and marks.
 */
export const summary = 'who says what: speaker and cue on marked sentences, and the speed of analysis';

interface Marked {
  id: string;
  text: string;
  source: string;
  cue: string;
  content: string;
}

const spansOf = (text: string, words: string): Span[] => {
  const found: Span[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    found.push({ start: at, end: at + words.length });
  }
  return found;
};

const overlaps = (left: Span, right: Span): boolean => left.start < right.end && right.start < left.end;

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/^(?:the|a|an|that)\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

interface Tally {
  cue: number;
  cueExact: number;
  speaker: number;
  speakerExact: number;
}

const emptyTally = (): Tally => ({ cue: 0, cueExact: 0, speaker: 0, speakerExact: 0 });

const isRight = (text: string, found: Span, marked: readonly Span[], words: string): boolean => {
  if (!marked.some((span) => overlaps(span, found))) return false;
  const own = plain(text.slice(found.start, found.end)).split(' ');
  const wanted = plain(words).split(' ');
  return wanted.join('') === '' || own.some((word) => wanted.includes(word));
};

const add = (
  tally: Tally,
  text: string,
  marked: Marked,
  candidates: readonly { source: Span; cue: Span }[],
): { cue: boolean; speaker: boolean } => {
  const cues = spansOf(text, marked.cue);
  const sources = spansOf(text, marked.source);
  const withCue = candidates.filter(({ cue }) => isRight(text, cue, cues, marked.cue));
  const withSpeaker = candidates.filter(({ source }) => isRight(text, source, sources, marked.source));
  if (withCue.length > 0) tally.cue++;
  if (withCue.some(({ cue }) => plain(text.slice(cue.start, cue.end)) === plain(marked.cue)))
    tally.cueExact++;
  if (withSpeaker.length > 0) tally.speaker++;
  if (withSpeaker.some(({ source }) => plain(text.slice(source.start, source.end)) === plain(marked.source)))
    tally.speakerExact++;
  return { cue: withCue.length > 0, speaker: withSpeaker.length > 0 };
};

const percent = (part: number, whole: number): string => (whole === 0 ? '-' : (part / whole).toFixed(3));

const line = (name: string, tally: Tally, count: number): string =>
  `${name.padEnd(20)} speaker ${percent(tally.speaker, count)} (exact ${percent(tally.speakerExact, count)})  cue ${percent(tally.cue, count)} (exact ${percent(tally.cueExact, count)})`;

export async function run({ data, rest }: BenchOptions): Promise<void> {
  const path = data ?? '../shared/bench/claims/dev/attribution.jsonl';
  if (!existsSync(path)) {
    console.log(`No data at ${path}: this benchmark needs the shared evaluation data.`);
    return;
  }
  const rows = readFileSync(path, 'utf8')
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => JSON.parse(row) as Marked);
  const given = emptyTally();
  const open = emptyTally();
  const misses: string[] = [];
  for (const marked of rows) {
    const article = benchArticle(marked.text, { day: '2016-09-20' });
    const analysis = analyse(article);
    add(open, marked.text, marked, analysis.attributions);
    // Some marked contents leave out an inserted phrase: their beginning is found.
    const [content] = [
      ...spansOf(marked.text, marked.content),
      ...spansOf(marked.text, marked.content.slice(0, 40)),
    ];
    const answer = content ? whoSays(article, { part: 'text', ...content }) : null;
    const right = add(given, marked.text, marked, answer ? [answer] : []);
    if (!right.cue || !right.speaker) {
      const shown = answer
        ? `${marked.text.slice(answer.source.start, answer.source.end)} / ${marked.text.slice(answer.cue.start, answer.cue.end)}`
        : 'none';
      misses.push(
        `${right.speaker ? ' ' : 'S'}${right.cue ? ' ' : 'C'} wanted {${marked.source} / ${marked.cue}} found {${shown}} :: ${marked.content.slice(0, 80)} :: ${marked.text.slice(0, 260)}`,
      );
    }
  }
  console.log(`${rows.length} marked attributions`);
  console.log(line('given the content', given, rows.length));
  console.log(line('open', open, rows.length));
  if (!rest.includes('--no-time')) printAnalysisTime();
  const shown = rest.includes('--misses') ? misses : [];
  for (const miss of shown) console.log(miss);
}
