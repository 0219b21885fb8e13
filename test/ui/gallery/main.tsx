import { render } from 'preact';
import { Popup } from '../../../src/popup/popup';
import { connect } from '../../../src/ui/connection';
import { type InterfaceLanguage, loadLanguage } from '../../../src/ui/texts';
import { popupBackground } from './popup-states';

/** `?page=popup&state=full&language=en`: one page of the interface in one state, on fictional data. */
async function show(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const language = (query.get('language') ?? 'en') as InterfaceLanguage;
  const state = query.get('state') ?? 'full';
  await loadLanguage(language, ['messages', 'library', 'coverage']);
  const root = document.getElementById('root');
  if (!root) return;
  if ((query.get('page') ?? 'popup') === 'popup') {
    await import('../../../src/popup/popup.css');
    connect(popupBackground(state));
    const panel = query.get('view') === 'panel';
    document.body.classList.add('page-body');
    render(<Popup tabId={1} panel={panel} />, root);
  } else {
    const { showOptions } = await import('./options-states');
    await showOptions(root, state);
  }
}

show();
