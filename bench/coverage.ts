import { hostileFeeds } from './coverage/hostile-feeds';
import { importArticles } from './coverage/import-articles';
import { importLargeFile } from './coverage/large-file';
import { pollRound } from './coverage/poll-round';
import { BenchError } from './harness/options';

export const summary = 'A poll round over loopback servers with kills, and an import into a real browser';

const numberAfter = (rest: string[], flag: string, otherwise: number): number => {
  const written = rest[rest.indexOf(flag) + 1];
  return rest.includes(flag) && written !== undefined ? Number(written) : otherwise;
};

/** A feed made to exhaust memory may cost this much at its peak: its 10 MB as bytes, text and parsed, and rubbish. */
const growthLimit = 150;

/**
 * `--feeds 300 --kills 20` for the poll round, `--articles 10000` for the import into Chromium (needs a build),
 * `--hostile 1` for feeds made to exhaust memory, `--large 500` for one file of so many megabytes; 0 leaves a part
 * out. Reads no data folder.
 */
export async function run({
  rest,
}: {
  data: string | null;
  out: string | null;
  rest: string[];
}): Promise<void> {
  const feeds = numberAfter(rest, '--feeds', 300);
  const kills = numberAfter(rest, '--kills', 20);
  const articles = numberAfter(rest, '--articles', 10_000);
  if (feeds > 0) {
    const started = Date.now();
    const { lines, broken } = await pollRound(feeds, kills);
    console.log(lines.join('\n'));
    console.log(
      `poll round ${((Date.now() - started) / 1000).toFixed(1)} s, rules broken: ${broken.join('; ') || 'none'}`,
    );
    if (broken.length > 0) throw new BenchError(`The poll round broke a rule: ${broken.join('; ')}.`);
  }
  if (articles > 0) console.log((await importArticles(articles)).join('\n'));
  if (numberAfter(rest, '--hostile', 1) > 0) {
    const costs = await hostileFeeds();
    for (const { name, outcome, growth, seconds } of costs)
      console.log(`${name}: ${outcome}; memory +${growth} MB, ${seconds.toFixed(1)} s`);
    const dear = costs.filter(({ growth }) => growth > growthLimit);
    if (dear.length > 0) throw new BenchError(`Too much memory: ${dear.map(({ name }) => name).join('; ')}.`);
  }
  const large = numberAfter(rest, '--large', 500);
  if (large > 0) console.log((await importLargeFile(large)).join('\n'));
}
