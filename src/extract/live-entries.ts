import type { LiveEntry, Paragraph } from '../model/article';
import type { Block, Context } from './block';
import { parseMachineDate } from './metadata/dates';
import { linkedText, typesOf } from './metadata/json-ld';
import type { PageFacts } from './metadata/page-facts';
import { key } from './text-shape';

interface Update {
  at: string | null;
  heading: string | null;
  opening: string;
}

/** Entries declared in linked data, as `liveBlogUpdate`. */
function declaredUpdates(facts: PageFacts): Update[] {
  const blog = facts.linked.nodes.find((node) => typesOf(node).includes('LiveBlogPosting'));
  const updates = blog?.liveBlogUpdate;
  if (!Array.isArray(updates)) return [];
  return updates.slice(0, 500).flatMap((update) => {
    if (typeof update !== 'object' || update === null) return [];
    const node = update as Record<string, unknown>;
    const date = parseMachineDate(linkedText(node.datePublished) ?? '');
    const heading = linkedText(node.headline);
    const body = (linkedText(node.articleBody) ?? '').replace(/<[^>]+>/g, ' ');
    return [{ at: date?.instant ?? date?.day ?? null, heading, opening: key(body).slice(0, 60) }];
  });
}

/** The element that repeats: entries are siblings of one tag and class, each with its own time. */
function entryElements(facts: PageFacts): Map<Context, string | null> {
  const entries = new Map<Context, string | null>();
  const times = facts.blocks.filter((block) => block.context.tag === 'time' || block.timeLength > 0);
  const groups = new Map<string, { element: Context; at: string | null }[]>();
  for (const block of times) {
    const raw = timeOf(block.context);
    for (let at: Context | null = block.context, level = 0; at && level < 6; at = at.parent, level++) {
      if (!/^(?:article|li|section|div)$/.test(at.tag)) continue;
      const group = groups.get(`${level}${at.path}`) ?? [];
      group.push({ element: at, at: raw });
      groups.set(`${level}${at.path}`, group);
    }
  }
  const inBody = new Set<Context>();
  for (const block of facts.body)
    for (let at: Context | null = block.context; at; at = at.parent) inBody.add(at);
  let best: { element: Context; at: string | null }[] = [];
  for (const group of groups.values()) {
    const distinct = group.filter((entry) => inBody.has(entry.element));
    if (
      new Set(distinct.map((entry) => entry.element)).size === distinct.length &&
      distinct.length > best.length
    )
      best = distinct;
  }
  for (const entry of best) entries.set(entry.element, entry.at);
  return entries;
}

function timeOf(context: Context): string | null {
  const raw = context.stamp;
  const date = raw ? parseMachineDate(raw) : null;
  return date?.instant ?? date?.day ?? null;
}

const entryOf = (context: Context, entries: Map<Context, string | null>): Context | null => {
  for (let at: Context | null = context; at; at = at.parent) if (entries.has(at)) return at;
  return null;
};

/**
 * Splits a live blog into dated entries: by `liveBlogUpdate` in linked data, else by repeated elements that
 * each hold a time. Empty for other pages. `paragraphs` are those of `body`, one for one.
 */
export function readLiveEntries(facts: PageFacts, body: Block[], paragraphs: Paragraph[]): LiveEntry[] {
  const declared = declaredUpdates(facts);
  if (declared.length >= 2) {
    const entries = splitByOpenings(declared, body, paragraphs);
    if (entries.length >= 2) return entries;
  }
  const isLive =
    declared.length > 0 ||
    facts.linked.nodes.some((node) => typesOf(node).includes('LiveBlogPosting')) ||
    /\blive\b|liveblog|ticker|en-direct|en-vivo|ao-vivo|diretta/i.test(facts.address);
  return isLive ? splitByElements(entryElements(facts), body, paragraphs) : [];
}

function splitByOpenings(updates: Update[], body: Block[], paragraphs: Paragraph[]): LiveEntry[] {
  const starts: { index: number; update: Update }[] = [];
  body.forEach((block, index) => {
    const form = key(block.text);
    const update = updates.find(
      (candidate) =>
        (candidate.heading && key(candidate.heading) === form) ||
        (candidate.opening.length >= 20 &&
          form.startsWith(candidate.opening.slice(0, Math.min(40, candidate.opening.length)))),
    );
    if (update && !starts.some((start) => start.update === update)) starts.push({ index, update });
  });
  return starts.map(({ index, update }, position) => {
    const next = starts[position + 1]?.index ?? paragraphs.length;
    return {
      at: update.at,
      heading: update.heading,
      start: paragraphs[index]?.start ?? 0,
      end: paragraphs[next - 1]?.end ?? 0,
    };
  });
}

function splitByElements(
  elements: Map<Context, string | null>,
  body: Block[],
  paragraphs: Paragraph[],
): LiveEntry[] {
  const entries: (LiveEntry & { element: Context })[] = [];
  body.forEach((block, index) => {
    const element = entryOf(block.context, elements);
    const paragraph = paragraphs[index];
    if (!element || !paragraph) return;
    const open = entries.at(-1);
    if (open?.element === element) open.end = paragraph.end;
    else {
      const heading = block.kind === 'heading' ? block.text : null;
      entries.push({
        element,
        at: elements.get(element) ?? null,
        heading,
        start: paragraph.start,
        end: paragraph.end,
      });
    }
  });
  return entries.length >= 2
    ? entries.map(({ at, heading, start, end }) => ({ at, heading, start, end }))
    : [];
}
