import { alarmExists, onAlarm, onInstalled, onStartup, setAlarm, stayAwakeFor } from '../browser/lifecycle';
import { serve } from '../messages/serve';
import { createService } from '../service';
import { indexedDbStore } from '../store';
import type { HandlerContext } from './context';
import { registerCoverage } from './handlers/coverage';
import { libraryHandlers } from './handlers/library';
import { pageHandlers } from './handlers/page';
import { storyHandlers } from './handlers/stories';
import { installMenu, registerMenu } from './menu';
import { parseHtml } from './parse-html';

// Everything here runs synchronously when the worker starts: a listener registered later would miss the very
// event the worker was started for. No variable holds anything that is not in the store too.

const workAlarm = 'work';
const clock = (): string => new Date().toISOString();
const store = indexedDbStore('collate');
const service = createService({ store, clock, whileWorking: stayAwakeFor });
const context: HandlerContext = { service, store, clock, parseHtml };

/** Pays what an earlier worker owed; as long as anything is owed, an alarm starts the next worker. */
async function catchUp(): Promise<void> {
  const owes = await service.owes();
  if (owes.ok && owes.value && !(await alarmExists(workAlarm))) await setAlarm(workAlarm, { inMinutes: 1 });
  const done = await service.catchUp();
  if (!done.ok) console.warn('catching up', done.failure);
}

const coverage = registerCoverage(context);
serve({ ...pageHandlers(context), ...libraryHandlers(context), ...storyHandlers(context), ...coverage });
registerMenu();
onInstalled(() => void installMenu());
onStartup(() => void catchUp());
onAlarm((name) => {
  if (name === workAlarm) void catchUp();
});
void catchUp();
