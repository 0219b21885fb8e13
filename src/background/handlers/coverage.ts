import { sendHop } from '../../browser/hop';
import { hasHosts } from '../../browser/permissions';
import { Coverage, politenessRules } from '../../coverage';
import type { CoverageCalls } from '../../messages/coverage-calls';
import type { Handlers } from '../../messages/serve';
import { coverageStore } from '../../service';
import type { HandlerContext } from '../context';
import { feedHandlers } from '../coverage/feeds';
import { importHandlers } from '../coverage/imports';
import { recordHandlers } from '../coverage/log';
import type { Parts } from '../coverage/parts';
import { Remember } from '../coverage/remember';
import { clearOldCoverage } from '../coverage/retention';
import { Schedule } from '../coverage/schedule';
import { searchHandlers } from '../coverage/searches';
import { coverageSink } from '../coverage/sink';
import { tabHandlers } from '../coverage/tabs';

const isGranted = async (address: string): Promise<boolean> => {
  const { protocol, hostname } = new URL(address);
  return hasHosts([`${protocol}//${hostname}/*`]);
};

function createCoverage(context: HandlerContext): Coverage {
  const store = coverageStore(context.store);
  return new Coverage({
    store,
    sink: coverageSink(context, store),
    send: sendHop,
    isGranted,
    isOnline: () => navigator.onLine,
    rules: politenessRules,
    now: () => Date.now(),
    random: () => Math.random(),
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  });
}

/**
 * Registers what coverage listens to and gives its handlers. Must be called synchronously when the worker starts.
 */
export function registerCoverage(context: HandlerContext): Handlers<CoverageCalls> {
  const coverage = createCoverage(context);
  const { store } = coverage;
  const schedule = new Schedule(coverage, async () => {
    await clearOldCoverage(context, store);
  });
  const remember = new Remember(context, store);
  schedule.register();
  remember.register();
  const parts: Parts = { context, store, coverage, schedule };
  return {
    ...feedHandlers(parts),
    ...searchHandlers(parts),
    ...recordHandlers(parts),
    ...remember.handlers(),
    ...tabHandlers(context),
    ...importHandlers(parts),
  };
}
