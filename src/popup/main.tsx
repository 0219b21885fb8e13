import { render } from 'preact';
import { activeTab } from '../browser';
import { call } from '../messages/send';
import { connect } from '../ui/connection';
import { startLanguage } from '../ui/language';
import { Popup } from './popup';

/** The tab asked about: `?tabId=N` when the popup is opened as a page of its own, the active tab otherwise. */
async function tabOf(query: URLSearchParams): Promise<number | null> {
  const named = Number(query.get('tabId'));
  if (query.has('tabId') && Number.isInteger(named)) return named;
  return (await activeTab())?.id ?? null;
}

async function start(): Promise<void> {
  connect(call);
  const query = new URLSearchParams(location.search);
  const panel = query.get('view') === 'panel';
  const [tabId] = await Promise.all([tabOf(query), startLanguage(['messages'])]);
  if (panel || query.has('tabId')) document.body.classList.add('page-body');
  const root = document.getElementById('root');
  const way = query.get('way') === 'selection' ? 'selection' : 'automatic';
  if (root) render(<Popup tabId={tabId} panel={panel} way={way} />, root);
}

start();
