import { hasHosts } from '../../browser/permissions';
import { onTabAddress, type TabView } from '../../browser/tabs';
import type { CoverageStore } from '../../coverage';
import type { CoverageCalls } from '../../messages/coverage-calls';
import type { Handlers } from '../../messages/serve';
import { outletHost } from '../../model/identity';
import { ok } from '../../model/result';
import type { HandlerContext } from '../context';
import { pageHandlers } from '../handlers/page';
import { readPreference, writePreference } from './preferences';

type RememberCalls = Pick<CoverageCalls, 'coverage.remember' | 'coverage.remembered'>;

const hostOf = (address: string): string => outletHost(new URL(address).hostname);

/** A page that redraws itself reports "complete" several times; one reading is enough. */
const settleTime = 1_500;

/**
 * Saves articles as they are opened, on sites the reader named and granted. Never in private windows, never while
 * paused; pages without an article are passed over in silence, as the reader asked for nothing.
 */
export class Remember {
  readonly #waiting = new Map<number, ReturnType<typeof setTimeout>>();

  constructor(
    readonly context: HandlerContext,
    readonly store: CoverageStore,
  ) {}

  /** Must be called synchronously when the worker starts. */
  register(): void {
    onTabAddress((tab) => {
      if (tab.private || !/^https?:/.test(tab.address ?? '')) return;
      clearTimeout(this.#waiting.get(tab.id));
      this.#waiting.set(
        tab.id,
        setTimeout(() => void this.#look(tab), settleTime),
      );
    });
  }

  async #look(tab: TabView): Promise<void> {
    this.#waiting.delete(tab.id);
    const { hosts, paused } = await readPreference(this.store, 'remember');
    const address = tab.address!;
    if (paused || !hosts.includes(hostOf(address))) return;
    if (!(await hasHosts([`${new URL(address).origin}/*`]))) return;
    const read = await pageHandlers(this.context)['page.read']({ tabId: tab.id, way: 'automatic' });
    if (!read.ok || read.value.private || read.value.article.kind === 'index') return;
    const { article } = read.value;
    // What the reader saved or read before keeps the way it came in.
    if (read.value.saved?.sameText) return;
    await this.context.service.saveArticle({
      ...article,
      captured: { ...article.captured, how: 'remembered' },
    });
  }

  handlers(): Handlers<RememberCalls> {
    const { store, context } = this;
    return {
      'coverage.remember': async (change) => {
        const before = await readPreference(store, 'remember');
        const hosts = change.hosts?.map((host) => outletHost(host.trim())).filter(Boolean);
        const after = { ...before, ...change, ...(hosts ? { hosts: [...new Set(hosts)].sort() } : {}) };
        if (change.hosts || change.paused !== undefined) await writePreference(store, 'remember', after);
        return ok(after);
      },
      'coverage.remembered': async ({ limit }) => {
        const cards = (await context.store.range('cards', { index: 'savedAt', descending: true }))
          .map(({ card }) => card)
          .filter(({ how }) => how === 'remembered');
        return ok({ cards: cards.slice(0, limit), total: cards.length });
      },
    };
  }
}
