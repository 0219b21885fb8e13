import type { ArticleId } from '../model/article';
import { textTask } from './article-task';
import type { Lock } from './lock';
import type { HeadlineRecord, Task } from './records';
import type { CoverageStore } from './storage';

/** Texts fetched for one article the reader opens: one request each, so the likeliest only. */
const textLimit = 12;
/** A text that did not come is not asked for again before this. */
const askAgain = 24 * 3_600_000;

/** What is being fetched for an article the reader has opened. */
export interface WantedTexts {
  /** Headlines whose texts are on their way. */
  waiting: ArticleId[];
  /** Addresses that wait for the reader to allow their site, one for each host. */
  ungranted: string[];
}

interface WantingDependencies {
  store: CoverageStore;
  lock: Lock;
  now(): number;
  isGranted(address: string): Promise<boolean>;
}

const isUnderWay = ({ started, hop }: Task): boolean => started !== null || hop !== null;

async function newTask(headline: HeadlineRecord, { store, now }: WantingDependencies): Promise<Task | null> {
  const feed = await store.get('feeds', headline.feed);
  if (!feed || feed.paused || feed.textRule === 'never') return null;
  if (headline.askedAt !== null && headline.askedAt > now() - askAgain) return null;
  return textTask(headline, feed, 0);
}

/**
 * Asks for the texts of headlines that may tell what the reader has just opened (likeliest first), under each feed's
 * rule: the other half of "fetch texts on what I read", for headlines that came before the reading. Asking again
 * changes nothing and says what is still on its way.
 */
export function wantTexts(ids: ArticleId[], dependencies: WantingDependencies): Promise<WantedTexts> {
  const { store, lock, now, isGranted } = dependencies;
  return lock.run(async () => {
    const wanted: WantedTexts = { waiting: [], ungranted: [] };
    const tasks: Task[] = [];
    const headlines: HeadlineRecord[] = [];
    for (const id of ids.slice(0, textLimit)) {
      const headline = await store.get('headlines', id);
      const known = await store.get('tasks', `article:${id}`);
      const task = known ?? (headline ? await newTask(headline, dependencies) : null);
      // One that has failed once goes on at its own pace, however often the reader looks.
      if (!headline || !task || task.attempts > 0) continue;
      const granted = await isGranted(task.address);
      if (granted) wanted.waiting.push(id);
      else wanted.ungranted.push(task.address);
      if (known && (isUnderWay(known) || (known.due === 0 && granted === (known.ungranted === null))))
        continue;
      // Due before everything else at its host: the reader is looking at the article it belongs to.
      const ungranted = granted ? null : { address: task.address, since: now() };
      tasks.push({ ...task, due: 0, ungranted });
      if (headline.askedAt === null) headlines.push({ ...headline, askedAt: now() });
    }
    if (tasks.length + headlines.length > 0)
      await store.write([
        { table: 'tasks', put: tasks },
        { table: 'headlines', put: headlines },
      ]);
    const byHost = new Map(wanted.ungranted.map((address) => [new URL(address).host, address]));
    return { ...wanted, ungranted: [...byHost.values()] };
  });
}
