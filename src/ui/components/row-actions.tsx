import { useState } from 'preact/hooks';
import { type CitationStyle, citeRow, citeSilence } from '../citation';
import type { CutQuote, ProvenRow } from '../proof';
import { useRowSurroundings } from '../row-context';
import { titleOf } from '../row-title';
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

const judgementKeys = {
  'not-the-same': 'judgementNotTheSame',
  'not-a-conflict': 'judgementNotAConflict',
  'not-agreement': 'judgementNotAgreement',
  'said-elsewhere': 'judgementSaidElsewhere',
  'said-here': 'judgementSaidHere',
} as const satisfies Record<string, TextKey>;

type Judgement = keyof typeof judgementKeys;

/** What can be copied and judged: a row, or a sentence that only one side has. */
interface Judged {
  id: string;
  verdict: ProvenRow['row']['verdict'] | 'only-here' | 'left-out';
  kind: string;
  label: string;
  values: { label: string; quotes: CutQuote[] }[];
}

/** What a judgement must hold to be made into a test case: every sentence, the values and the verdict. */
function contextOf({ verdict, kind, label, values }: Judged, judgement: Judgement) {
  return {
    judgement,
    /** Articles it stood on: what was noted about them is looked at anew. */
    articles: [...new Set(values.flatMap(({ quotes }) => quotes.map(({ article }) => article.id)))],
    verdict,
    kind,
    label,
    values: values.map((value) => ({
      label: value.label,
      quotes: value.quotes.map(({ article, words }) => ({
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
  const next = beside?.querySelector<HTMLElement>('.row-head, button');
  (next ?? row?.closest('.group')?.querySelector<HTMLElement>('.group-head'))?.focus();
}

interface ActionsProps {
  judged: Judged;
  judgements: Judgement[];
  cite: (style: CitationStyle) => string;
}

function WrongMenu({ judged, judgements, done }: Omit<ActionsProps, 'cite'> & { done: () => void }) {
  const { correct } = useRowSurroundings();
  return (
    <fieldset class="wrong">
      <legend>{say('wrongWhat')}</legend>
      {judgements.map((judgement) => (
        <button
          key={judgement}
          type="button"
          onClick={(event) => {
            focusBeside(event.currentTarget);
            correct({ kind: 'row', target: judged.id, context: contextOf(judged, judgement) });
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
function Actions({ judged, judgements, cite }: ActionsProps) {
  const [judging, setJudging] = useState(false);
  return (
    <div class="row-actions">
      <CopyButton label={say('copyPlain')} text={() => cite('plain')} />
      <CopyButton label={say('copyMarkdown')} text={() => cite('markdown')} />
      <button type="button" class="link" aria-expanded={judging} onClick={() => setJudging(!judging)}>
        {say('thisIsWrong')}
      </button>
      {judging && <WrongMenu judged={judged} judgements={judgements} done={() => setJudging(false)} />}
    </div>
  );
}

export function RowActions({ proven }: { proven: ProvenRow }) {
  const { row, values } = proven;
  const label = titleOf(proven).words;
  const judged = {
    ...row,
    label,
    values: values.map(({ value, quotes }) => ({ label: value.label, quotes })),
  };
  return (
    <Actions
      judged={judged}
      judgements={['not-the-same', row.verdict === 'agree' ? 'not-agreement' : 'not-a-conflict']}
      cite={(style) => citeRow(proven, style)}
    />
  );
}

interface SilenceActionsProps {
  id: string;
  kind: 'only-here' | 'left-out';
  quotes: CutQuote[];
}

/** The same for a sentence that only this article has, or only the others. */
export function SilenceActions({ id, kind, quotes }: SilenceActionsProps) {
  const judged = {
    id,
    verdict: kind,
    kind: 'statement',
    label: quotes[0]?.words ?? '',
    values: [{ label: '', quotes }],
  };
  return (
    <Actions
      judged={judged}
      judgements={[kind === 'only-here' ? 'said-elsewhere' : 'said-here']}
      cite={(style) => citeSilence(kind, quotes, style)}
    />
  );
}
