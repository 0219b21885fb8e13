import type { Extraction } from '../extract';
import type { Result } from '../model/result';
import type { Service } from '../service';
import type { Store } from '../store';
import type { HtmlSource } from './offscreen/read-html';

/** What the handlers of all calls share. */
export interface HandlerContext {
  service: Service;
  store: Store;
  /** The present instant, ISO in UTC. */
  clock: () => string;
  /** Reads the article of HTML that was fetched or imported. */
  parseHtml: (html: string, source: HtmlSource) => Promise<Result<Extraction>>;
}
