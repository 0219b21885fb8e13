import { render } from 'preact';
import { activeTab } from '../browser';
import { hasPanel, openPanel } from '../browser/panel';
import { requestHosts } from '../browser/permissions';
import { call } from '../messages/send';
import { connect } from '../ui/connection';
import { connectHosts } from '../ui/hosts';
import { startLanguage } from '../ui/language';
import { Panel } from './panel';
import { Popup } from './popup';

/** The tab asked about: `?tabId=N` when the popup is opened as a page of its own, the active tab otherwise. */
async function tabOf(query: URLSearchParams): Promise<number | null> {
  const named = Number(query.get('tabId'));
  if (query.has('tabId') && Number.isInteger(named)) return named;
  return (await activeTab())?.id ?? null;
}

/** The popup closes when the panel has opened beside the page. */
async function moveToPanel(tabId: number): Promise<void> {
  await openPanel(tabId);
  close();
}

async function start(): Promise<void> {
  connect(call);
  connectHosts(requestHosts);
  const query = new URLSearchParams(location.search);
  const panel = query.get('view') === 'panel' && !query.has('tabId');
  const [tabId] = await Promise.all([panel ? null : tabOf(query), startLanguage(['messages'])]);
  if (panel || query.has('tabId')) document.body.classList.add('page-body');
  const root = document.getElementById('root');
  const way = query.get('way') === 'selection' ? 'selection' : 'automatic';
  const atSide = tabId !== null && hasPanel() ? () => void moveToPanel(tabId) : null;
  if (root) render(panel ? <Panel /> : <Popup tabId={tabId} way={way} openPanel={atSide} />, root);
}

start();
