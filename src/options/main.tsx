import { render } from 'preact';
import { call } from '../messages/send';
import { connect } from '../ui/connection';
import { startLanguage } from '../ui/language';
import { OptionsApp } from './app';

async function start(): Promise<void> {
  connect(call);
  await startLanguage(['messages', 'library', 'coverage']);
  const root = document.getElementById('root');
  if (root) render(<OptionsApp />, root);
}

start();
