import { importArticles } from './coverage/import-articles';
import { pollRound } from './coverage/poll-round';
import { BenchError } from './harness/options';

export const summary = 'A poll round over loopback servers with kills, and an import into a real browser';

const numberAfter = (rest: string[], flag: string, otherwise: number): number => {
  const written = rest[rest.indexOf(flag) + 1];
  return rest.includes(flag) && written !== undefined ? Number(written) : otherwise;
};

/**
 * `--feeds 300 --kills 20` for the poll round, `--articles 10000` for the import into Chromium (needs a build);
 * 0 leaves a part out. Reads no data folder.
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
}
