import { render } from 'preact';
import { OptionsApp } from '../../../src/options/app';
import { connect } from '../../../src/ui/connection';
import '../../../src/options/options.css';
import { optionsBackground } from './options-answers';

/** Draws the library in one state; the address's fragment names the page. */
export async function showOptions(root: HTMLElement, state: string): Promise<void> {
  connect(optionsBackground(state));
  render(<OptionsApp />, root);
}
