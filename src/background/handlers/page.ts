import { setBadge } from '../../browser/action';
import { injectFile } from '../../browser/scripting';
import { type TabView, tabById } from '../../browser/tabs';
import type { ContentCallName, ContentCalls, PageContent, ReaderWay } from '../../content/protocol';
import type { PageCalls, PageReading, ReadWay } from '../../messages/page-calls';
import type { Handlers } from '../../messages/serve';
import { identify } from '../../model/identity';
import { fail, ok, type Result } from '../../model/result';
import type { HandlerContext } from '../context';
import { callContent } from '../page/content-call';
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

async function readSecond(tab: TabView, capturedAt: string): Promise<Result<PageContent>> {
  try {
    await injectFile(tab.id, 'second-reader.js');
  } catch (error) {
    return fail(injectionFailure(error, tab.address));
  }
  return callContent(tab, 'read', { way: 'defuddle', capturedAt });
}

/** Which reader begins: what the reader asked for, else what the site is known to need. */
async function firstReader({ service }: HandlerContext, tab: TabView, way: ReadWay): Promise<ReaderWay> {
  if (way === 'selection') return 'selection';
  if (way === 'second-reader') return 'defuddle';
  const settings = await service.settings();
  const host = tab.address && URL.canParse(tab.address) ? new URL(tab.address).hostname : '';
  return (settings.ok && settings.value.readerByHost[host]) || 'readability';
}

async function readTab(context: HandlerContext, tab: TabView, way: ReadWay): Promise<Result<PageContent>> {
  const capturedAt = context.clock();
  const reader = await firstReader(context, tab, way);
  if (reader === 'defuddle') return readSecond(tab, capturedAt);
  const first = await callContent(tab, 'read', { way: reader, capturedAt });
  if (first.ok || way !== 'automatic' || first.failure.code !== 'no-article') return first;
  const second = await readSecond(tab, capturedAt);
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
