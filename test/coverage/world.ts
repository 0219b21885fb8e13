import { onTestFinished, vi } from 'vitest';
import type { CoverageSink, Hop, PolitenessRules } from '../../src/coverage';
import { Coverage, type CoverageStore, memoryCoverageStore, politenessRules } from '../../src/coverage';
import type { Article } from '../../src/model/article';
import { identify } from '../../src/model/identity';
import { fail, ok } from '../../src/model/result';

/** What a fictional server answers; `hang` never does. */
export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body?: string | ReadableStream<Uint8Array>;
  hang?: boolean;
  /** Milliseconds until the headers come. */
  delay?: number;
}

export interface Visit {
  at: number;
  address: string;
  host: string;
  headers: Record<string, string>;
  endedAt: number | null;
  status: number | null;
}

/** A web of fictional servers with their own logs, and a reader's grants. */
export class World {
  readonly visits: Visit[] = [];
  readonly pages = new Map<string, Reply | ((headers: Record<string, string>) => Reply)>();
  readonly granted = new Set<string>();
  readonly store: CoverageStore = memoryCoverageStore();
  readonly saved = new Map<string, Article>();
  readonly arrived: string[] = [];
  readonly matching = new Set<string>();
  isOnline = true;
  isFull = false;
  languageOf: (text: string) => string | null = () => null;
  #life = { alive: true };
  #seed = 7;

  visitsTo(address: string): Visit[] {
    return this.visits.filter((visit) => visit.address === address);
  }

  /** The same numbers in every run (Park and Miller's generator). */
  #random(): number {
    this.#seed = (this.#seed * 48_271) % 2_147_483_647;
    return this.#seed / 2_147_483_647;
  }

  serve(address: string, reply: Reply | string | ((headers: Record<string, string>) => Reply)): void {
    this.pages.set(address, typeof reply === 'string' ? { body: reply } : reply);
    this.granted.add(new URL(address).host);
  }

  /** The worker is killed: nothing of the earlier life goes on. Returns the next life. */
  revive(rules: Partial<PolitenessRules> = {}): Coverage {
    this.#life.alive = false;
    const life = { alive: true };
    this.#life = life;
    const never = new Promise<never>(() => {});
    const whileAlive = async <T>(work: () => Promise<T>): Promise<T> => {
      if (!life.alive) return never;
      const value = await work();
      return life.alive ? value : never;
    };
    const { store } = this;
    const mortal: CoverageStore = {
      get: (table, key) => whileAlive(() => store.get(table, key)),
      list: (table, range) => whileAlive(() => store.list(table, range)),
      count: (table) => whileAlive(() => store.count(table)),
      write: (changes) => whileAlive(() => store.write(changes)),
    };
    return new Coverage({
      store: mortal,
      sink: this.#sink(whileAlive),
      send: (address, headers, signal) => whileAlive(() => this.#answer(address, headers, signal)),
      isGranted: async (address) => this.granted.has(new URL(address).host),
      isOnline: () => this.isOnline,
      rules: { ...politenessRules, ...rules },
      now: () => Date.now(),
      random: () => this.#random(),
      sleep: (milliseconds) => whileAlive(() => new Promise((resolve) => setTimeout(resolve, milliseconds))),
    });
  }

  async #answer(address: string, headers: Record<string, string>, signal: AbortSignal): Promise<Hop> {
    const visit: Visit = {
      at: Date.now(),
      address,
      host: new URL(address).host,
      headers,
      endedAt: null,
      status: null,
    };
    this.visits.push(visit);
    const page = this.pages.get(address) ?? { status: 404 };
    const reply = typeof page === 'function' ? page(headers) : page;
    await new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => {
        visit.endedAt = Date.now();
        reject(new Error('aborted'));
      });
      if (!reply.hang) setTimeout(resolve, reply.delay ?? 20);
    });
    visit.endedAt = Date.now();
    visit.status = reply.status ?? 200;
    const header = (name: string) => reply.headers?.[name] ?? null;
    const body = typeof reply.body === 'string' ? new Response(reply.body).body : (reply.body ?? null);
    return { status: visit.status, header, location: header('location'), body };
  }

  #sink(whileAlive: <T>(work: () => Promise<T>) => Promise<T>): CoverageSink {
    return {
      land: (article) =>
        whileAlive(async () => {
          if (this.isFull) return fail('storage-full');
          const known = this.saved.get(article.id);
          if (known && (known.text !== '' || article.text === '')) return ok('known');
          this.saved.set(article.id, article);
          return ok(known ? 'fuller' : 'new');
        }),
      matchesReading: async (article) => this.matching.has(article.headline.value),
      readHtml: async (html, address) => {
        const text = /<p>(.*?)<\/p>/s.exec(html)?.[1];
        if (!text) return fail('no-article');
        const base = [...this.saved.values()][0]!;
        return ok({ ...base, ...identify(address, null), text });
      },
      languageOf: (text) => this.languageOf(text),
      isHeadline: async (id) => this.saved.get(id)?.text === '',
      dropHeadline: async (id) => {
        this.saved.delete(id);
      },
      arrived: async (ids) => {
        this.arrived.push(...ids);
      },
    };
  }
}

export const feedOf = (name: string, items: { headline: string; address: string }[]): string =>
  `<rss version="2.0"><channel><title>${name}</title>${items
    .map(({ headline, address }) => `<item><title>${headline}</title><link>${address}</link></item>`)
    .join('')}</channel></rss>`;

export const newFeed = (address: string, more: Partial<import('../../src/coverage').NewFeed> = {}) => ({
  address,
  title: '',
  home: null,
  owner: null,
  language: null,
  origin: 'opml' as const,
  textRule: 'never' as const,
  ...more,
});

/** Runs steps as the alarm would, until so much time has gone by on the fake clock. */
export async function runFor(coverage: Coverage, milliseconds: number): Promise<void> {
  const end = Date.now() + milliseconds;
  let done = false;
  const run = async () => {
    while (Date.now() < end) {
      await coverage.queue.step(Date.now() + 20_000);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
    done = true;
  };
  const running = run();
  while (!done) await vi.advanceTimersByTimeAsync(1_000);
  await running;
}

export const harbourPost = 'https://harbour-post.example/feed.xml';
export const twoItems = feedOf('Harbour Post', [
  { headline: 'Ferry runs aground off Vell', address: 'https://harbour-post.example/ferry' },
  { headline: 'Council votes on tram', address: 'https://harbour-post.example/tram' },
]);

export const minute = 60_000;

/** When the clock of a fresh world begins. */
export const start = Date.parse('2026-03-04T08:00:00Z');

/** A world for one test, with a clock that only the test turns until it ends. */
export function freshWorld(): World {
  vi.useFakeTimers({ now: start });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  return new World();
}
