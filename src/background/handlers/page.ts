import { setBadge } from '../../browser/action';
import { injectFile } from '../../browser/scripting';
import { type TabView, tabById } from '../../browser/tabs';
import type { ContentCallName, ContentCalls, ReaderWay } from '../../content/protocol';
import { betterOf, isImplausible } from '../../extract/implausible';
import type { PageCalls, PageReading, ReadWay } from '../../messages/page-calls';
import type { Handlers } from '../../messages/serve';
import { identify } from '../../model/identity';
import { fail, ok, type Result } from '../../model/result';
import type { HandlerContext } from '../context';
import { callContent } from '../page/content-call';
import type { JudgedPage } from '../page/judge-content';
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

/** What judges pages is evaluated while the first of them is being read, and not when the worker starts. */
const judge = () => import('../page/judge-content');

/** Has the content script read a tab in one way, and makes the article of it. */
async function readOnce(
  tab: TabView,
  way: ReaderWay,
  { clock }: HandlerContext,
): Promise<Result<JudgedPage>> {
  const asked = callContent(tab, 'read', { way });
  const { judgeContent } = await judge();
  const content = await asked;
  if (!content.ok) return content;
  return judgeContent(content.value, clock());
}

async function readSecond(tab: TabView, context: HandlerContext): Promise<Result<JudgedPage>> {
  try {
    await injectFile(tab.id, 'second-reader.js');
  } catch (error) {
    return fail(injectionFailure(error, tab.address));
  }
  return readOnce(tab, 'defuddle', context);
}

const hostOf = (address: string | undefined): string =>
  address !== undefined && URL.canParse(address) ? new URL(address).hostname : '';

/** Which reader begins: what was asked for, else what was chosen for the site before. */
async function firstReader({ service }: HandlerContext, tab: TabView, way: ReadWay): Promise<ReaderWay> {
  if (way === 'selection') return 'selection';
  if (way === 'first-reader') return 'readability';
  if (way === 'second-reader') return 'defuddle';
  const settings = await service.settings();
  return (settings.ok && settings.value.readerByHost[hostOf(tab.address)]) || 'readability';
}

/** Remembers for the site which reader was asked for. The first one needs no entry. */
async function rememberReader({ service }: HandlerContext, address: string, way: ReadWay): Promise<void> {
  const host = hostOf(address);
  const settings = await service.settings();
  if (!settings.ok || host === '' || (way !== 'first-reader' && way !== 'second-reader')) return;
  const { [host]: known, ...others } = settings.value.readerByHost;
  const wanted = way === 'second-reader' ? 'defuddle' : undefined;
  if (known === wanted) return;
  await service.changeSettings({ readerByHost: wanted ? { ...others, [host]: wanted } : others });
}

async function readTab(context: HandlerContext, tab: TabView, way: ReadWay): Promise<Result<JudgedPage>> {
  const reader = await firstReader(context, tab, way);
  if (reader === 'defuddle') {
    const chosen = await readSecond(tab, context);
    // The site may have changed since the choice was made.
    return chosen.ok || way !== 'automatic' ? chosen : readOnce(tab, 'readability', context);
  }
  const first = await readOnce(tab, reader, context);
  if (way !== 'automatic' || !isImplausible(first)) return first;
  return betterOf(first, await readSecond(tab, context));
}

const samePage = (one: string, other: string): boolean => identify(one, null).id === identify(other, null).id;

/** Reads the article of a tab. */
export async function readPage(
  context: HandlerContext,
  { tabId, way }: { tabId: number; way: ReadWay },
): Promise<Result<Omit<PageReading, 'run'>>> {
  const tab = await reachableTab(tabId);
  if (!tab.ok) return tab;
  const content = await readTab(context, tab.value, way);
  if (!content.ok) return content;
  const after = await reachableTab(tabId);
  if (!after.ok) return after;
  const { address } = after.value;
  if (address !== undefined && !samePage(address, content.value.tabAddress)) return fail('page-changed');
  if (!tab.value.private) await rememberReader(context, content.value.tabAddress, way);
  // A store that cannot be read does not keep the reader from reading; saving will say what is wrong with it.
  const saved = await context.service.savedState(content.value.article);
  return ok({ ...content.value, saved: saved.ok ? saved.value : null, private: tab.value.private });
}

/** Reads the article of a tab, and begins to collate it: who has it read asks for that next. */
async function readToCollate(
  context: HandlerContext,
  input: { tabId: number; way: ReadWay },
): Promise<Result<PageReading>> {
  context.service.prepare();
  const reading = await readPage(context, input);
  if (!reading.ok) return reading;
  return ok({ ...reading.value, run: context.service.beginCollation(reading.value.article) });
}

/** Calls about the page in a tab. */
export const pageHandlers = (context: HandlerContext): Handlers<PageCalls> => ({
  async 'page.prepare'() {
    context.service.prepare();
    return ok(null);
  },
  'page.read': (input) => readToCollate(context, input),
  'page.show': ({ tabId, mark }) => onTab(tabId, 'show', mark),
  'page.highlight': ({ tabId, marks }) => onTab(tabId, 'highlight', marks),
  'page.step': ({ tabId, step }) => onTab(tabId, 'step', step),
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
