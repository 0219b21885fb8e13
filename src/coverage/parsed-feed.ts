import type { SetAsideCount } from './feed-items';
import type { FeedFormat, FeedItem } from './records';

/** A feed as text of any dialect, read: items in the feed's order, what was set aside counted by reason. */
export interface ParsedFeed {
  format: FeedFormat;
  title: string;
  home: string | null;
  language: string | null;
  items: FeedItem[];
  setAside: SetAsideCount[];
  /** The XML was cut off or broken and only its whole items were read. */
  repaired: boolean;
}
