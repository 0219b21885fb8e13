import { describe, expect, it } from 'vitest';
import { compareVoices } from '../../../src/compare';
import { analysed } from '../articles';

/** Labels of the rows of one kind between two articles of one sentence each. */
function labels(kind: string, here: string, there: string): string[] {
  const subject = { voice: 'a', ...analysed({ outlet: 'one', published: '2031-05-04', paragraphs: [here] }) };
  const other = { voice: 'b', ...analysed({ outlet: 'two', published: '2031-05-04', paragraphs: [there] }) };
  const { rows } = compareVoices({ subject, others: [other] });
  return rows.filter((row) => row.kind === kind).map(({ label }) => label);
}

describe('what a row is called', () => {
  it('names what is counted and what becomes of it', () => {
    expect(
      labels(
        'quantity',
        'The operator said 212 passengers were rescued from the ferry Maren Dahl.',
        'The operator said 187 passengers were rescued from the ferry Maren Dahl.',
      ),
    ).toEqual(['passengers were rescued']);
  });

  it('shows with an ellipsis where the value stands', () => {
    expect(
      labels(
        'quantity',
        'Norlink paid $3,214,500 in harbour fees to the town of Port Ellery.',
        'Norlink paid $3.2 million in harbour fees to the town of Port Ellery.',
      ),
    ).toEqual(['Norlink paid … in harbour fees']);
  });

  it('is not named by the verb of the figure before', () => {
    const names = labels(
      'quantity',
      'Two people were killed and 43 were injured when the ferry struck the quay of Port Ellery.',
      'Two people were killed and 61 were injured when the ferry struck the quay of Port Ellery.',
    );
    expect(names).not.toEqual([]);
    expect(names.filter((name) => name.includes('killed'))).toHaveLength(1);
    expect(names.some((name) => name.includes('injured'))).toBe(true);
  });

  it('names what happened at a time', () => {
    const told = 'The ferry Maren Dahl struck a sandbank off Port Ellery on Saturday.';
    expect(labels('time', told, told)).toEqual(['struck a sandbank off Port Ellery']);
    const opening = 'On May 2, the ferry Maren Dahl struck a sandbank off Port Ellery.';
    expect(labels('time', opening, opening)).toEqual(['struck a sandbank off Port Ellery']);
  });

  it('takes its words from the article read', () => {
    const here = 'Divers recovered 14 crates of silver from the wreck.';
    for (const label of labels('quantity', here, 'Divers recovered 14 boxes of silver from the wreck.')) {
      for (const part of label.split(' … ')) expect(here).toContain(part);
    }
  });
});
