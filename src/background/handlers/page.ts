import { setBadge } from '../../browser/action';
import { injectFile } from '../../browser/scripting';
import { type TabView, tabById } from '../../browser/tabs';
import type { ContentCallName, ContentCalls, ReaderWay } from '../../content/protocol';
import type { PageCalls, PageReading, ReadWay } from '../../messages/page-calls';
import type { Handlers } from '../../messages/serve';
import { identify } from '../../model/identity';
import { fail, ok, type Result } from '../../model/result';
import type { HandlerContext } from '../context';
import { callContent } from '../page/content-call';
import { type JudgedPage, judgeContent } from '../page/judge-content';
import { injectionFailure, restriction } from '../page/restricted';

async function reachableTab(tabId: number): Promise<Result<TabView>> {
  let tab: TabView;
  try {
    tab = await tabById(tabId);
  } catch {
    return fail('page-closed');
  }
  const code = restriction(tab.address);
  return code ? fail(code) : ok(tab);
}

async function onTab<Name extends ContentCallName>(
  tabId: number,
  name: Name,
  input: ContentCalls[Name]['input'],
): Promise<Result<ContentCalls[Name]['output']>> {
  const tab = await reachableTab(tabId);
  return tab.ok ? callContent(tab.value, name, input) : tab;
}

/** Has the content script read a tab in one way, and makes the article of it. */
async function readOnce(
  tab: TabView,
  way: ReaderWay,
  { clock }: HandlerContext,
): Promise<Result<JudgedPage>> {
  const content = await callContent(tab, 'read', { way });
  return content.ok ? judgeContent(content.value, clock()) : content;
}

async function readSecond(tab: TabView, context: HandlerContext): Promise<Result<JudgedPage>> {
  try {
    await injectFile(tab.id, 'second-reader.js');
  } catch (error) {
    return fail(injectionFailure(error, tab.address));
  }
  return readOnce(tab, 'defuddle', context);
}

/** Which reader begins: what the reader asked for, else what the site is known to need. */
async function firstReader({ service }: HandlerContext, tab: TabView, way: ReadWay): Promise<ReaderWay> {
  if (way === 'selection') return 'selection';
  if (way === 'second-reader') return 'defuddle';
  const settings = await service.settings();
  const host = tab.address && URL.canParse(tab.address) ? new URL(tab.address).hostname : '';
  return (settings.ok && settings.value.readerByHost[host]) || 'readability';
}

async function readTab(context: HandlerContext, tab: TabView, way: ReadWay): Promise<Result<JudgedPage>> {
  const reader = await firstReader(context, tab, way);
  if (reader === 'defuddle') return readSecond(tab, context);
  const first = await readOnce(tab, reader, context);
  if (first.ok || way !== 'automatic' || first.failure.code !== 'no-article') return first;
  const second = await readSecond(tab, context);
  return second.ok ? second : first;
}

const samePage = (one: string, other: string): boolean => identify(one, null).id === identify(other, null).id;

async function read(
  context: HandlerContext,
  { tabId, way }: { tabId: number; way: ReadWay },
): Promise<Result<PageReading>> {
  const tab = await reachableTab(tabId);
  if (!tab.ok) return tab;
  const content = await readTab(context, tab.value, way);
  if (!content.ok) return content;
  const after = await reachableTab(tabId);
  if (!after.ok) return after;
  const { address } = after.value;
  if (address !== undefined && !samePage(address, content.value.tabAddress)) return fail('page-changed');
  // A store that cannot be read does not keep the reader from reading; saving will say what is wrong with it.
  const saved = await context.service.savedState(content.value.article);
  return ok({ ...content.value, saved: saved.ok ? saved.value : null, private: tab.value.private });
}

/** Calls about the page in a tab. */
export const pageHandlers = (context: HandlerContext): Handlers<PageCalls> => ({
  'page.read': (input) => read(context, input),
  'page.show': ({ tabId, mark }) => onTab(tabId, 'show', mark),
  'page.highlight': ({ tabId, marks }) => onTab(tabId, 'highlight', marks),
  'page.clear': ({ tabId }) => onTab(tabId, 'clear', null),
  async 'page.badge'({ tabId, differing }) {
    try {
      await setBadge(tabId, differing === null || differing === 0 ? '' : String(differing));
    } catch {
      return fail('page-closed');
    }
    return ok(null);
  },
});
