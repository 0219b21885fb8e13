import type { Correction } from '../../messages/story-calls';
import { FailureNotice } from '../../ui/components/failure';
import { useCorrections } from '../../ui/corrections';
import { writeInstant } from '../../ui/format';
import { say, sayIfKnown, type TextKey } from '../../ui/texts';
import { download } from '../download';
import { useUndo } from '../undo';

const kindKey = (kind: Correction['kind']): TextKey => `correction_${kind.replaceAll('-', '_')}` as TextKey;

/** The first quoted sentence of a row: 0.1.0 kept no name for whole statements. */
function firstSentence(values: unknown): string {
  const [value] = Array.isArray(values) ? (values as { quotes?: unknown }[]) : [];
  const [quote] = Array.isArray(value?.quotes) ? (value.quotes as { words?: unknown }[]) : [];
  return typeof quote?.words === 'string' ? quote.words : '';
}

/** What a correction is about, as far as its context tells. */
function aboutOf({ context }: Correction): string {
  if (typeof context !== 'object' || context === null) return '';
  const { label, headlines, outlets, values } = context as Record<string, unknown>;
  if (typeof label === 'string' && label !== '') return label;
  const sentence = firstSentence(values);
  if (sentence !== '') return sentence;
  const pair = Array.isArray(headlines) ? headlines : Array.isArray(outlets) ? outlets : [];
  return pair.filter((name) => typeof name === 'string').join(' · ');
}

function judgementOf({ kind, context }: Correction): string {
  const judgement = (context as { judgement?: unknown } | null)?.judgement;
  const name =
    typeof judgement === 'string'
      ? judgement.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase())
      : '';
  return (name && sayIfKnown(`judgement${name}`)) || say(kindKey(kind));
}

/** Each correction as a test case: both sentences, what was said of them, what the reader said. */
const correctionsFile = (corrections: Correction[]): string =>
  `${JSON.stringify({ format: 'collate-corrections', version: 1, corrections }, null, 2)}\n`;

/** Everything the reader called wrong: each can be taken back, all can be exported. */
export default function CorrectionsPage() {
  const { corrections, failure, correct, withdraw } = useCorrections();
  const offer = useUndo();
  const takeBack = ({ id, kind, target, context }: Correction) => {
    withdraw(id);
    offer({
      words: say('correctionTaken'),
      undo: async () => {
        correct({ kind, target, context });
        return null;
      },
    });
  };
  const save = () =>
    download(
      new Blob([correctionsFile(corrections ?? [])], { type: 'application/json' }),
      'collate-corrections.json',
    );
  return (
    <div class="sheet">
      <h1>{say('correctionsTitle')}</h1>
      <p>{say('correctionsExplained')}</p>
      {failure && <FailureNotice failure={failure} ways={{}} />}
      {corrections?.length === 0 && <p class="quiet">{say('correctionsNone')}</p>}
      {corrections && corrections.length > 0 && (
        <>
          <p>
            <button type="button" onClick={save}>
              {say('correctionsExport')}
            </button>
          </p>
          <ul class="plain">
            {corrections.map((correction) => (
              <li key={correction.id} class="correction">
                <p>
                  <b>{judgementOf(correction)}</b> <bdi>{aboutOf(correction)}</bdi>
                </p>
                <p class="actions">
                  <span class="quiet">{writeInstant(correction.at)}</span>
                  <button type="button" class="link" onClick={() => takeBack(correction)}>
                    {say('takeBackCorrection')}
                  </button>
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
