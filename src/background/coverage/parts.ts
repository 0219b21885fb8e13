import type { Coverage, CoverageStore } from '../../coverage';
import type { HandlerContext } from '../context';
import type { Schedule } from './schedule';

/** Everything coverage is made of in the worker. */
export interface Parts {
  context: HandlerContext;
  /** The one store of coverage: its tasks are also held in memory, so all must write through it. */
  store: CoverageStore;
  coverage: Coverage;
  schedule: Schedule;
}
