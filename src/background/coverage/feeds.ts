import { feedKey, grantPatternsFor, type Task } from '../../coverage';
import type { CoverageCalls } from '../../messages/coverage-calls';
import type { Handlers } from '../../messages/serve';
import { ok } from '../../model/result';
import type { Parts } from './parts';

type FeedCalls = Pick<
  CoverageCalls,
  | 'coverage.feeds'
  | 'coverage.discover'
  | 'coverage.follow'
  | 'coverage.unfollow'
  | 'coverage.change'
  | 'coverage.ask'
  | 'coverage.texts'
  | 'coverage.offer'
>;

/** Sites of articles that a feed names and the reader has not allowed: often not the site of the feed itself. */
function ungrantedByFeed(texts: Task[]): Record<string, string[]> {
  const hosts: Record<string, Record<string, string>> = {};
  for (const { feed, ungranted } of texts) {
    if (!feed || !ungranted) continue;
    hosts[feed] = { ...hosts[feed], [new URL(ungranted.address).host]: ungranted.address };
  }
  return Object.fromEntries(Object.entries(hosts).map(([feed, byHost]) => [feed, Object.values(byHost)]));
}

/** Calls about followed outlets. */
export const feedHandlers = ({ coverage, schedule, store, context }: Parts): Handlers<FeedCalls> => ({
  async 'coverage.feeds'() {
    const [feeds, next, tasks] = await Promise.all([
      coverage.following.list(),
      coverage.queue.nextWake(),
      store.list('tasks'),
    ]);
    const texts = tasks.filter(({ kind }) => kind === 'article');
    const nextWake = next === null ? null : new Date(next).toISOString();
    return ok({
      feeds,
      trouble: coverage.trouble,
      nextWake,
      waiting: texts.filter(({ ungranted }) => ungranted === null).length,
      ungranted: ungrantedByFeed(texts),
    });
  },
  'coverage.discover': ({ address }) => coverage.discover(address),
  async 'coverage.follow'({ feeds }) {
    const followed = await coverage.following.follow(feeds);
    void schedule.run();
    return ok(followed);
  },
  async 'coverage.unfollow'({ keys }) {
    await coverage.following.unfollow(keys);
    return ok(null);
  },
  async 'coverage.change'({ key, change }) {
    const changed = await coverage.following.change(key, change);
    void schedule.run();
    return changed;
  },
  async 'coverage.ask'({ keys }) {
    const asked = await coverage.following.askSoon(keys);
    void schedule.run();
    return ok({ asked });
  },
  async 'coverage.texts'({ article }) {
    const { service } = context;
    const headlines = await service.headlinesAbout(article);
    if (!headlines.ok) return headlines;
    const wanted = await coverage.wantTexts(headlines.value);
    if (wanted.waiting.length > 0) void schedule.run();
    // What came by itself and is opened now counts as read: later reports on it are news to the reader.
    const card = await context.store.get('cards', article.id);
    if (card && !card.card.read) await service.annotate(article.id, { read: true });
    return ok({ ...wanted, patterns: grantPatternsFor(wanted.ungranted) });
  },
  async 'coverage.offer'({ page, feeds }) {
    const offered = feeds.filter(({ href }) => /^https?:/.test(href) && URL.canParse(href));
    // Feeds of comments hold no articles; sites link them beside the real ones.
    const feed = offered.find(({ href, title }) => !/comment/i.test(`${href} ${title}`));
    if (!feed) return ok({ offer: null });
    const followed = new Set((await coverage.following.list()).map(({ address }) => feedKey(address)));
    if (offered.some(({ href }) => followed.has(feedKey(href)))) return ok({ offer: null });
    const { href: address, title } = feed;
    return ok({ offer: { address, title, patterns: grantPatternsFor([address, page]) } });
  },
});
