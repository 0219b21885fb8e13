import { useState } from 'preact/hooks';
import { checkTemplate, type SearchEngine } from '../../coverage/search';
import type { Failure } from '../../model/result';
import { FailureNotice } from '../../ui/components/failure';
import { call } from '../../ui/connection';
import { say } from '../../ui/texts';
import { useCall } from '../../ui/use-call';
import { useUndo } from '../undo';
import { askForSites } from './ask-hosts';

/** Places that "Find coverage" may ask. None is on until the reader switches it on; each says what it is sent. */
export function Searches() {
  const { value, again } = useCall('coverage.engines', { engines: null });
  const [name, setName] = useState('');
  const [template, setTemplate] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const offer = useUndo();
  if (!value) return null;
  const { engines } = value;
  const keep = async (next: SearchEngine[]): Promise<Failure | null> => {
    const result = await call('coverage.engines', { engines: next });
    const failed = result.ok ? null : result.failure;
    setFailure(failed);
    again();
    return failed;
  };
  const remove = async (engine: SearchEngine) => {
    const place = engines.indexOf(engine);
    if (await keep(engines.filter((each) => each !== engine))) return;
    offer({
      words: say('searchRemoved', { name: engine.name }),
      undo: async () => {
        const now = await call('coverage.engines', { engines: null });
        if (!now.ok) return now.failure;
        const others = now.value.engines.filter(({ key }) => key !== engine.key);
        return keep(others.toSpliced(place, 0, engine));
      },
    });
  };
  const turn = async (engine: SearchEngine, enabled: boolean) => {
    const address = engine.template.replaceAll('{query}', 'x');
    if (enabled && !(await askForSites([address])))
      return setFailure({ code: 'host-not-permitted', detail: { host: new URL(address).host } });
    await keep(engines.map((each) => (each.key === engine.key ? { ...each, enabled } : each)));
  };
  const add = async (event: Event) => {
    event.preventDefault();
    const checked = checkTemplate(template.trim());
    if (!checked.ok) return setFailure({ code: 'address-malformed', detail: { reason: 'template' } });
    const granted = await askForSites([checked.value.href]);
    const engine: SearchEngine = {
      key: `own-${template.trim()}`,
      name: name.trim() || checked.value.hostname,
      template: template.trim(),
      answers: 'feed',
      enabled: granted,
    };
    setName('');
    setTemplate('');
    await keep([...engines.filter(({ key }) => key !== engine.key), engine]);
  };
  return (
    <section class="card">
      <h2>{say('searchesTitle')}</h2>
      <p>{say('searchesExplained')}</p>
      <ul class="plain">
        {engines.map((engine) => (
          <li key={engine.key} class="actions">
            <label class="check">
              <input
                type="checkbox"
                checked={engine.enabled}
                onChange={(event) => void turn(engine, event.currentTarget.checked)}
              />
              <span>
                {engine.name}{' '}
                <span class="quiet">{new URL(engine.template.replaceAll('{query}', 'x')).host}</span>
              </span>
            </label>
            {engine.answers === 'feed' && (
              <button type="button" onClick={() => void remove(engine)}>
                {say('searchRemove', { name: engine.name })}
              </button>
            )}
          </li>
        ))}
      </ul>
      <form onSubmit={add}>
        <label class="field">
          <span>{say('searchName')}</span>
          <input type="text" value={name} onInput={(event) => setName(event.currentTarget.value)} />
        </label>
        <label class="field">
          <span>{say('searchTemplate', { placeholder: '{query}' })}</span>
          <input
            type="text"
            value={template}
            placeholder="https://search.example/rss?q={query}"
            onInput={(event) => setTemplate(event.currentTarget.value)}
          />
        </label>
        <button type="submit" disabled={template.trim() === ''}>
          {say('searchAdd')}
        </button>
      </form>
      {failure && <FailureNotice failure={failure} ways={{}} />}
    </section>
  );
}
