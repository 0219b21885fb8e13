/**
 * Our part-of-speech table beside its teacher: agreement on texts neither was fitted on here, time and size
 * (`npx tsx bench/compare/taggers.ts [--data ../shared/bench/claims/dev/attribution.jsonl]`).
 */
import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import model from 'wink-eng-lite-web-model';
import winkNlp, { type ItemToken } from 'wink-nlp';
import { tokenise } from '../../src/compare/claims/tokens';
import { englishAbbreviations } from '../../src/compare/languages/english/abbreviations';
import { tagEnglish } from '../../src/compare/languages/english/tagging';
import { foldTypography } from '../../src/text/typography';

const data = process.argv.includes('--data')
  ? process.argv[process.argv.indexOf('--data') + 1]!
  : '../shared/bench/claims/dev/attribution.jsonl';
if (!existsSync(data)) {
  console.log(`No data at ${data}: this comparison needs the shared evaluation data.`);
  process.exit(0);
}
const texts = readFileSync(data, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => foldTypography(String(JSON.parse(line).text)));

const nlp = winkNlp(model, ['sbd', 'pos']);
let same = 0;
let all = 0;
let ourTime = 0;
let theirTime = 0;
const confusion = new Map<string, number>();
for (const text of texts) {
  const started = performance.now();
  const document = nlp.readDoc(text);
  const teacher: { start: number; end: number; wordClass: string }[] = [];
  let at = 0;
  document.tokens().each((token: ItemToken) => {
    const start = text.indexOf(token.out(), at);
    if (start < 0) return;
    at = start + token.out().length;
    teacher.push({ start, end: at, wordClass: token.out(nlp.its.pos) });
  });
  const between = performance.now();
  const tokens = tagEnglish(tokenise(text, 0, englishAbbreviations));
  ourTime += performance.now() - between;
  theirTime += between - started;
  for (const token of tokens) {
    const partner = teacher.find(({ start, end }) => start === token.start && end === token.end);
    if (!partner) continue;
    all++;
    if (partner.wordClass === token.wordClass) same++;
    else {
      const pair = `${partner.wordClass} as ${token.wordClass}`;
      confusion.set(pair, (confusion.get(pair) ?? 0) + 1);
    }
  }
}
const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
const table = readFileSync(new URL('../../src/compare/tagger/data/english.json', import.meta.url));
console.log(`${texts.length} texts, ${words} words, ${all} words both cut alike`);
console.log(
  `same class as the teacher: ${((100 * same) / all).toFixed(2)} % (with our repairs, which differ on purpose)`,
);
console.log(
  `ms per 1,000 words: ours ${((1000 * ourTime) / words).toFixed(1)}, wink-nlp ${((1000 * theirTime) / words).toFixed(1)}`,
);
console.log(
  `table: ${(gzipSync(table, { level: 9 }).length / 1000).toFixed(0)} kB gzipped (wink-nlp with its model: about 1,000 kB)`,
);
console.log(
  [...confusion]
    .sort((left, right) => right[1] - left[1])
    .slice(0, 8)
    .map(([pair, count]) => `${pair} ${count}`)
    .join(', '),
);
