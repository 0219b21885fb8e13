import { useState } from 'preact/hooks';
import { typedAddress } from '../../coverage/discovery';
import { articleFromText } from '../../extract';
import type { Failure } from '../../model/result';
import { FailureNotice } from '../../ui/components/failure';
import { call } from '../../ui/connection';
import { say } from '../../ui/texts';

const empty = { headline: '', outlet: '', address: '', published: '', text: '' };
type Fields = typeof empty;

const labels = {
  headline: 'pasteHeadline',
  outlet: 'pasteOutlet',
  address: 'pasteAddress',
} as const;

/** An article from words the reader pastes: a press release, a mail, a page that cannot be read. */
export function PasteForm() {
  const [fields, setFields] = useState<Fields>(empty);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [saved, setSaved] = useState('');
  const set = (name: keyof Fields, value: string) => setFields({ ...fields, [name]: value });
  const save = async (event: Event) => {
    event.preventDefault();
    setSaved('');
    const address = typedAddress(fields.address);
    if (fields.address.trim() && !address) return setFailure({ code: 'address-malformed' });
    const made = articleFromText({
      headline: fields.headline,
      text: fields.text,
      ...(address ? { address } : {}),
      ...(fields.outlet.trim() ? { outlet: fields.outlet.trim() } : {}),
      ...(fields.published ? { published: fields.published } : {}),
      capturedAt: new Date().toISOString(),
      how: 'pasted',
    });
    if (!made.ok) return setFailure(made.failure);
    const result = await call('article.save', { article: made.value, tabId: null });
    setFailure(result.ok ? null : result.failure);
    if (!result.ok) return;
    setSaved(made.value.headline.value);
    setFields(empty);
  };
  return (
    <form class="card" onSubmit={save}>
      <h2>{say('pasteTitle')}</h2>
      {(['headline', 'outlet', 'address'] as const).map((name) => (
        <label key={name} class="field">
          <span>{say(labels[name])}</span>
          <input type="text" value={fields[name]} onInput={(event) => set(name, event.currentTarget.value)} />
        </label>
      ))}
      <label class="field">
        <span>{say('pasteDate')}</span>
        <input
          type="date"
          value={fields.published}
          onInput={(event) => set('published', event.currentTarget.value)}
        />
      </label>
      <label class="field">
        <span>{say('pasteText')}</span>
        <textarea rows={10} value={fields.text} onInput={(event) => set('text', event.currentTarget.value)} />
      </label>
      <p class="actions">
        <button type="submit" class="primary" disabled={fields.text.trim() === ''}>
          {say('pasteSave')}
        </button>
        <span role="status">{saved && say('pasteSaved', { headline: saved })}</span>
      </p>
      {failure && <FailureNotice failure={failure} ways={{}} />}
    </form>
  );
}
