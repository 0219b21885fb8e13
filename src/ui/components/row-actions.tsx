import { useState } from 'preact/hooks';
import { type CitationStyle, citeRow } from '../citation';
import type { ProvenRow } from '../proof';
import { useRowSurroundings } from '../row-context';
import { say, type TextKey } from '../texts';

/** Copies and says so; says it failed where the browser refuses the clipboard. */
function CopyButton({ label, text }: { label: string; text: () => string }) {
  const [outcome, setOutcome] = useState<TextKey | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      setOutcome('copied');
    } catch {
      setOutcome('copyRefused');
    }
  };
  return (
    <>
      <button type="button" class="link" onClick={copy}>
        {label}
      </button>
      <span role="status" class="quiet">
        {outcome && say(outcome)}
      </span>
    </>
  );
}

type Judgement = 'not-the-same' | 'not-a-conflict' | 'not-agreement';

const judgementKeys: Record<Judgement, TextKey> = {
  'not-the-same': 'judgementNotTheSame',
  'not-a-conflict': 'judgementNotAConflict',
  'not-agreement': 'judgementNotAgreement',
};

/** What a judgement must hold to be made into a test case: both sentences, the values and the verdict. */
function contextOfRow({ row, values }: ProvenRow, judgement: Judgement) {
  return {
    judgement,
    /** Articles the row stood on: what was noted about them is looked at anew. */
    articles: [...new Set(values.flatMap(({ quotes }) => quotes.map(({ article }) => article.id)))],
    verdict: row.verdict,
    kind: row.kind,
    label: row.label,
    values: values.map(({ value, quotes }) => ({
      label: value.label,
      quotes: quotes.map(({ article, words }) => ({
        outlet: article.outlet.value,
        address: article.address.identity,
        published: article.published?.value.day ?? null,
        words,
      })),
    })),
  };
}

/** The row will be gone: the focus goes to the next one, the one before, or the group's heading. */
function focusBeside(within: HTMLElement): void {
  const row = within.closest('.row');
  const beside = row?.nextElementSibling ?? row?.previousElementSibling;
  const next = beside?.querySelector<HTMLElement>('.row-head');
  (next ?? row?.closest('.group')?.querySelector<HTMLElement>('.group-head'))?.focus();
}

function WrongMenu({ proven, done }: { proven: ProvenRow; done: () => void }) {
  const { correct } = useRowSurroundings();
  const judgements: Judgement[] =
    proven.row.verdict === 'agree' ? ['not-the-same', 'not-agreement'] : ['not-the-same', 'not-a-conflict'];
  return (
    <fieldset class="wrong">
      <legend>{say('wrongWhat')}</legend>
      {judgements.map((judgement) => (
        <button
          key={judgement}
          type="button"
          onClick={(event) => {
            focusBeside(event.currentTarget);
            correct({ kind: 'row', target: proven.row.id, context: contextOfRow(proven, judgement) });
            done();
          }}
        >
          {say(judgementKeys[judgement])}
        </button>
      ))}
      <button type="button" class="link" onClick={done}>
        {say('cancel')}
      </button>
      <p class="quiet">{say('wrongStays')}</p>
    </fieldset>
  );
}

/** Copy as citation, and "this is wrong". */
export function RowActions({ proven }: { proven: ProvenRow }) {
  const [judging, setJudging] = useState(false);
  const cite = (style: CitationStyle) => () => citeRow(proven, style);
  return (
    <div class="row-actions">
      <CopyButton label={say('copyPlain')} text={cite('plain')} />
      <CopyButton label={say('copyMarkdown')} text={cite('markdown')} />
      <button type="button" class="link" aria-expanded={judging} onClick={() => setJudging(!judging)}>
        {say('thisIsWrong')}
      </button>
      {judging && <WrongMenu proven={proven} done={() => setJudging(false)} />}
    </div>
  );
}
