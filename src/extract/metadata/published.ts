import type { PublicationDate, Sourced } from '../../model/article';
import type { Block } from '../block';
import { dayInAddress, daysBetween, parseMachineDate, parseStatedDate, type StatedDate } from './dates';
import { linkedText } from './json-ld';
import { headerZone, type PageFacts } from './page-facts';
import { parseRelativeDate } from './relative-dates';

const publishedNames = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'published_time',
  'published_at',
  'article.published',
  'article:published',
  'article_date_original',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'dc.date',
  'dcterms.date',
  'date',
  'last-modified',
];
const modifiedNames = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'lastmod',
  'last-modified',
];

type Dated = Sourced<PublicationDate> | null;

function fromMeta(facts: PageFacts, names: string[]): Dated {
  for (const name of names) {
    for (const value of facts.meta.all(name)) {
      const date = parseMachineDate(value);
      if (date) return { value: date, source: 'meta' };
    }
  }
  return null;
}

function fromLinked(facts: PageFacts, property: string): Dated {
  const raw = linkedText(facts.linked.article?.[property]);
  const date = raw ? (parseMachineDate(raw) ?? statedAsDate(parseStatedDate(raw, ['en']))) : null;
  return date ? { value: date, source: 'json-ld' } : null;
}

const statedAsDate = (stated: StatedDate | null): PublicationDate | null =>
  stated ? { day: stated.day, instant: null, offsetMinutes: null } : null;

/** Microdata's `datePublished`. */
function fromMicrodata(facts: PageFacts): Dated {
  const raw = facts.declared.datePublished;
  const date = raw ? parseMachineDate(raw) : null;
  return date ? { value: date, source: 'microdata' } : null;
}

/** `<time datetime>` in the headline's zone. */
function fromTimeElements(zone: Block[]): Dated {
  for (const block of zone) {
    const raw = block.context.stamp;
    const date = raw ? parseMachineDate(raw) : null;
    if (date) return { value: date, source: 'visible' };
  }
  return null;
}

/** Dates printed beside the headline. Long blocks are prose, where dates are of the story, not of the page. */
function printed(zone: Block[], languages: string[]): StatedDate[] {
  const found: StatedDate[] = [];
  for (const block of zone) {
    if (block.text.length > 140 || !/\d|[٠-٩۰-۹०-९]/.test(block.text)) continue;
    const date = parseStatedDate(block.text, languages);
    if (date) found.push(date);
  }
  return found;
}

/**
 * Puts the printed local date in place of a UTC one that lands on a neighbouring day, and works out the
 * offset when a clock is printed too: 01:25 UTC on the 20th and "Oct 19, 7:25 PM" are six hours apart.
 */
function preferLocalDay(machine: PublicationDate, printedDates: () => StatedDate[]): PublicationDate {
  if (machine.instant === null || machine.offsetMinutes !== 0) return machine;
  const stated = printedDates();
  const near = stated.find(
    (date) => date.day !== machine.day && Math.abs(daysBetween(date.day, machine.day)) === 1,
  );
  if (!near || stated.some((date) => date.day === machine.day)) return machine;
  if (near.minutes === null) return { ...machine, day: near.day, offsetMinutes: null };
  const local = Date.parse(`${near.day}T00:00:00Z`) / 60_000 + near.minutes;
  const offset = local - Math.floor(Date.parse(machine.instant) / 60_000);
  const rounded = Math.round(offset / 15) * 15;
  if (Math.abs(offset - rounded) > 5 || Math.abs(rounded) > 14 * 60) return machine;
  return { ...machine, day: near.day, offsetMinutes: rounded };
}

/** "3 hours ago" beside the headline, counted from when the page was read. Links lead to other stories. */
function relative(zone: Block[], languages: string[], readAt: string): Dated {
  const texts = zone.filter((block) => block.linkLength === 0).map((block) => block.text);
  const date = parseRelativeDate(texts, languages, readAt);
  return date && { value: date, source: 'relative' };
}

/**
 * When the article was published. Machine dates first (linked data, meta), then what is printed beside the
 * headline, then the address. Dates anywhere else on the page belong to teasers and are not used. `readAt` is the
 * instant at which the page was in the browser; null for pages kept since nobody knows when.
 */
export function readPublished(facts: PageFacts, languages: string[], readAt: string | null): Dated {
  const zone = headerZone(facts);
  const stated = (): StatedDate[] => printed(zone, languages);
  const machine =
    fromLinked(facts, 'datePublished') ??
    fromMeta(facts, publishedNames) ??
    fromMicrodata(facts) ??
    fromTimeElements(zone);
  if (machine) return { value: preferLocalDay(machine.value, stated), source: machine.source };
  const visible = statedAsDate(stated()[0] ?? null);
  if (visible) return { value: visible, source: 'visible' };
  const day = dayInAddress(facts.address);
  if (day) return { value: { day, instant: null, offsetMinutes: null }, source: 'address' };
  return (
    (readAt === null ? null : relative(zone, languages, readAt)) ??
    fromLinked(facts, 'dateCreated') ??
    fromLinked(facts, 'dateModified') ??
    fromMeta(facts, modifiedNames)
  );
}

/** When the article was last changed, when the page says so. */
export const readModified = (facts: PageFacts): Dated =>
  fromLinked(facts, 'dateModified') ?? fromMeta(facts, modifiedNames);
