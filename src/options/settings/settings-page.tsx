import { useEffect, useState } from 'preact/hooks';
import type { Failure } from '../../model/result';
import type { Settings } from '../../model/settings';
import { FailureNotice } from '../../ui/components/failure';
import { call } from '../../ui/connection';
import { rememberLanguage } from '../../ui/language';
import { interfaceLanguages, say, type TextKey } from '../../ui/texts';

type Change = (change: Partial<Settings>) => void;

type SwitchName = 'saveOnOpen' | 'highlightOnOpen' | 'showLessCertain';

const switches: [SwitchName, TextKey, TextKey][] = [
  ['saveOnOpen', 'settingSaveOnOpen', 'settingSaveOnOpenCost'],
  ['highlightOnOpen', 'settingHighlight', 'settingHighlightCost'],
  ['showLessCertain', 'settingLessCertain', 'settingLessCertainCost'],
];

/** Names in their own languages, as somebody looks for them who cannot read the present one. */
const languageNames = { en: 'English', de: 'Deutsch', es: 'Español', fr: 'Français', ar: 'العربية' } as const;

function Switch({ name, settings, change }: { name: SwitchName; settings: Settings; change: Change }) {
  const [, title, cost] = switches.find(([known]) => known === name) ?? [];
  if (!title || !cost) return null;
  return (
    <div class="setting">
      <label class="check">
        <input
          type="checkbox"
          checked={settings[name]}
          aria-describedby={`${name}-cost`}
          onChange={(event) => change({ [name]: event.currentTarget.checked })}
        />
        {say(title)}
      </label>
      <p id={`${name}-cost`} class="quiet">
        {say(cost)}
      </p>
    </div>
  );
}

function DayWindow({ settings, change }: { settings: Settings; change: Change }) {
  return (
    <div class="setting">
      <label class="field">
        <span>{say('settingDayWindow')}</span>
        <input
          type="number"
          min={1}
          max={365}
          value={settings.dayWindow}
          aria-describedby="window-cost"
          onChange={(event) => {
            const days = event.currentTarget.valueAsNumber;
            if (Number.isInteger(days) && days >= 1 && days <= 365) change({ dayWindow: days });
            else event.currentTarget.value = String(settings.dayWindow);
          }}
        />
      </label>
      <p id="window-cost" class="quiet">
        {say('settingDayWindowCost')}
      </p>
    </div>
  );
}

function Language({ settings, change }: { settings: Settings; change: Change }) {
  return (
    <div class="setting">
      <label class="field">
        <span>{say('settingLanguage')}</span>
        <select
          value={settings.interfaceLanguage}
          onChange={(event) => {
            const chosen = event.currentTarget.value as Settings['interfaceLanguage'];
            rememberLanguage(chosen);
            change({ interfaceLanguage: chosen });
          }}
        >
          <option value="browser">{say('settingLanguageBrowser')}</option>
          {interfaceLanguages.map((tag) => (
            <option key={tag} value={tag} lang={tag}>
              {languageNames[tag]}
            </option>
          ))}
        </select>
      </label>
      <p class="quiet">{say('settingLanguageCost')}</p>
    </div>
  );
}

function useSettings(): {
  settings: Settings | null;
  failure: Failure | null;
  kept: boolean;
  change: Change;
} {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [kept, setKept] = useState(false);
  useEffect(() => {
    call('settings.get', null).then((result) =>
      result.ok ? setSettings(result.value) : setFailure(result.failure),
    );
  }, []);
  const change: Change = async (wanted) => {
    const result = await call('settings.set', wanted);
    setKept(result.ok);
    setFailure(result.ok ? null : result.failure);
    if (!result.ok) return;
    setSettings(result.value);
    if (wanted.interfaceLanguage) location.reload();
  };
  return { settings, failure, kept, change };
}

/** The reader's choices, each with what it costs. */
export default function SettingsPage() {
  const { settings, failure, kept, change } = useSettings();
  return (
    <div class="sheet">
      <h1>{say('settingsTitle')}</h1>
      {failure && <FailureNotice failure={failure} ways={{}} />}
      <p class="quiet" role="status">
        {kept && say('kept')}
      </p>
      {settings && (
        <>
          <section class="card" aria-label={say('settingsTitle')}>
            {switches.map(([name]) => (
              <Switch key={name} name={name} settings={settings} change={change} />
            ))}
            <DayWindow settings={settings} change={change} />
            <Language settings={settings} change={change} />
          </section>
          <section class="card">
            <h2>{say('privacyTitle')}</h2>
            <p>{say('privacyExplained')}</p>
          </section>
        </>
      )}
    </div>
  );
}
