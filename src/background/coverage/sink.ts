import { setBadge } from '../../browser/action';
import type { CoverageSink, CoverageStore } from '../../coverage';
import { detectLanguage } from '../../extract/language';
import { ok, type Result } from '../../model/result';
import type { HandlerContext } from '../context';
import { readPreference, writePreference } from './preferences';

/** The badge on every tab that has none of its own: how many voices came in, never a pop-up. */
export const showNews = (voices: number): Promise<void> =>
  setBadge(null, voices > 0 ? `+${voices}` : '').catch(() => {});

const valueOr = <T>(result: Result<T>, otherwise: T): T => (result.ok ? result.value : otherwise);

/** Where coverage lands: kept, matched and read by the service, its news added to the badge. */
export function coverageSink(context: HandlerContext, store: CoverageStore): CoverageSink {
  const { service, clock, parseHtml } = context;
  const isHeadline = async (id: string): Promise<boolean> =>
    (await context.store.get('cards', id))?.card.completeness === 'headline-only';
  return {
    land: (article) => service.land(article),
    async matchesReading(article) {
      return valueOr(await service.mayTellReading(article), false);
    },
    async readHtml(html, address, how) {
      const read = await parseHtml(html, { address, capturedAt: clock(), how });
      return read.ok ? ok(read.value.article) : read;
    },
    languageOf: (text) => detectLanguage(text)?.language ?? null,
    isHeadline,
    async dropHeadline(id) {
      if (await isHeadline(id)) await service.deleteArticles([id]);
    },
    async arrived(ids) {
      const added = valueOr(await service.news(ids), { voices: 0, differs: 0 });
      if (added.voices === 0 && added.differs === 0) return;
      const before = await readPreference(store, 'news');
      const news = {
        voices: before.voices + added.voices,
        differs: before.differs + added.differs,
        since: before.since ?? clock(),
      };
      await writePreference(store, 'news', news);
      await showNews(news.voices);
    },
  };
}
