import parseRobots from 'robots-parser';
import type { RobotsState } from './records';

/** The name under which robots.txt can address this extension; browsers do not let it change `User-Agent`. */
const robotsName = 'Collate';

/** RFC 9309 section 2.4: a cached file is not used for more than a day. */
const robotsMaximumAge = 24 * 3_600_000;
/** RFC 9309 section 2.5: at least 500 kibibytes are read. */
export const robotsByteLimit = 512 * 1024;
/** After an unreachable robots.txt it is asked for again this much later. */
const unreachableAge = 3_600_000;
const longestCrawlDelay = 10 * 60_000;

export function robotsAddress(address: string): string {
  return new URL('/robots.txt', address).href;
}

/** What an answer to robots.txt allows (RFC 9309 section 2.3.1): absent means all, unreachable means nothing. */
export function robotsFrom(status: number | null, text: string, now: number): RobotsState {
  if (status !== null && status >= 200 && status < 300) {
    const seconds = parseRobots('https://any.invalid/robots.txt', text).getCrawlDelay(robotsName) ?? 0;
    const delay = Math.min(Math.max(seconds, 0) * 1000, longestCrawlDelay);
    return { fetchedAt: now, access: 'rules', text, delay };
  }
  const isAbsent = status !== null && status >= 400 && status < 500 && status !== 429;
  return { fetchedAt: now, access: isAbsent ? 'all' : 'none', text: '', delay: 0 };
}

/** When a robots.txt has to be asked for again. */
export const robotsEnd = (robots: RobotsState): number =>
  robots.fetchedAt + (robots.access === 'none' ? unreachableAge : robotsMaximumAge);

/** Whether a fresh robots.txt lets an address be fetched. */
export function robotsAllow(robots: RobotsState, address: string): boolean {
  if (robots.access !== 'rules') return robots.access === 'all';
  return parseRobots(robotsAddress(address), robots.text).isAllowed(address, robotsName) !== false;
}

/** Sitemaps a robots.txt names, those that name news first. */
export function sitemapsIn(text: string, address: string): string[] {
  const listed = parseRobots(robotsAddress(address), text)
    .getSitemaps()
    .filter((href) => URL.canParse(href, address))
    .map((href) => new URL(href, address).href);
  const news = listed.filter((href) => /news/i.test(href));
  return [...news, ...listed.filter((href) => !news.includes(href))];
}
