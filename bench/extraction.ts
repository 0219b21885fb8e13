import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Prediction, PredictReply, PredictRequest } from './extraction/predict';
import { scored, scorerBeside } from './harness/scorer';

interface Options {
  data: string | null;
  out: string | null;
  rest: string[];
}

const workers = 2;

/** Folders of `data` that hold a page. */
export const caseIds = (data: string): string[] =>
  readdirSync(data, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map((entry) => entry.name)
    .filter((id) => existsSync(join(data, id, 'page.html')) || existsSync(join(data, id, 'page.html.gz')))
    .sort();

/** Runs one worker over a shared queue until it is empty. */
function runWorker(next: () => PredictRequest | null, done: (reply: PredictReply) => void): Promise<void> {
  return new Promise((settle, reject) => {
    const worker = new Worker(new URL('./extraction/worker.mjs', import.meta.url));
    const send = (): void => {
      const request = next();
      if (request) worker.postMessage(request);
      else worker.terminate().then(() => settle(), reject);
    };
    worker.on('message', (reply: PredictReply) => {
      done(reply);
      send();
    });
    worker.on('error', reject);
    send();
  });
}

/** Predictions of the product's own extraction for every page of a folder. */
export async function predictFolder(
  data: string,
  task: PredictRequest['task'] = 'article',
): Promise<Record<string, Prediction>> {
  const ids = caseIds(data);
  const predictions: Record<string, Prediction> = {};
  let at = 0;
  let finished = 0;
  const next = (): PredictRequest | null => {
    const id = ids[at++];
    return id === undefined ? null : { id, folder: join(data, id), task };
  };
  const done = ({ id, prediction }: PredictReply): void => {
    predictions[id] = prediction;
    finished++;
    if (finished % 20 === 0 || finished === ids.length)
      process.stderr.write(`${finished} of ${ids.length} pages\n`);
  };
  await Promise.all(Array.from({ length: Math.min(workers, ids.length) }, () => runWorker(next, done)));
  return Object.fromEntries(Object.entries(predictions).sort(([left], [right]) => (left < right ? -1 : 1)));
}

const hasGold = (data: string, ids: string[]): boolean =>
  ids.some((id) => {
    const file = join(data, id, 'expected.json');
    if (!existsSync(file)) return false;
    const expected = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    return 'text' in expected || 'with' in expected || 'title' in expected;
  });

/** Extraction bench: predicts every page of `--data`, writes `--out`, scores with the scorer beside the data. */
export async function run({ data, out, rest }: Options): Promise<void> {
  if (!data || !existsSync(data)) {
    console.log(
      'extraction: no data folder (give --data PATH, a folder of <id>/page.html or page.html.gz); skipped',
    );
    return;
  }
  const folder = resolve(data);
  const ids = caseIds(folder);
  const started = Date.now();
  const predictions = await predictFolder(folder);
  const file = out ? resolve(out) : join(process.env.TMPDIR ?? '/tmp', `extraction-${process.pid}.json`);
  writeFileSync(file, JSON.stringify(predictions));
  console.log(
    `extraction: ${ids.length} pages in ${((Date.now() - started) / 1000).toFixed(0)} s${out ? `, predictions in ${out}` : ''}`,
  );
  const asked = Object.entries(predictions).filter(([, { second }]) => second);
  console.log(`second reader asked on ${asked.length} pages`);
  for (const [id, { second }] of asked) console.log(`  ${id}: ${second}`);
  const failures = Object.entries(predictions).filter(([, prediction]) => prediction.failure);
  for (const [id, prediction] of failures) console.log(`  ${id}: ${prediction.failure}`);
  const scorer = scorerBeside(folder, 'score.mjs');
  if (!scorer || !hasGold(folder, ids)) {
    console.log('extraction: no scorer or no gold beside the data; predictions only');
    return;
  }
  process.stdout.write(scored(scorer, [folder, file, '--by', 'source', ...rest]));
}
