import { describe, expect, it } from 'vitest';
import { comparePair } from '../../../src/compare';
import { analysed } from '../articles';

const verdicts = (a: string, b: string, days: [string, string] = ['2031-05-04', '2031-05-06']): string[] =>
  comparePair(
    analysed({ outlet: 'one', published: days[0], paragraphs: [a] }),
    analysed({ outlet: 'two', published: days[1], paragraphs: [b] }),
  ).map(({ verdict, reason }) => `${verdict}: ${reason.code}`);

const planned = 'Norlink will release a repaired steering system for the ferry Maren Dahl.';
const done = 'Norlink has released a repaired steering system for the ferry Maren Dahl.';

describe('what comes about between two reports', () => {
  it('is an update, from whichever side it is seen, and not something both report', () => {
    expect(verdicts(planned, done)).toEqual(['update: planned-then-done']);
    expect(verdicts(done, planned, ['2031-05-06', '2031-05-04'])).toEqual(['update: planned-then-done']);
    expect(
      verdicts('Norlink plans to release a repaired steering system for the ferry Maren Dahl.', done),
    ).toEqual(['update: planned-then-done']);
  });

  it('is what a vote has brought about', () => {
    const veto = "override the mayor's veto of the harbour bill";
    expect(verdicts(`The council is set to ${veto}.`, `The council voted on Monday to ${veto}.`)).toEqual([
      'update: planned-then-done',
    ]);
    expect(verdicts(`The council is set to ${veto}.`, `The council met on Monday to ${veto}.`)).not.toContain(
      'update: planned-then-done',
    );
  });

  it('is none when the plan is the later report, or when no one can say which is', () => {
    expect(verdicts(planned, done, ['2031-05-06', '2031-05-04'])).not.toContain('update: planned-then-done');
    expect(verdicts(planned, done, ['2031-05-04', '2031-05-04'])).not.toContain('update: planned-then-done');
  });

  it('is none where another deed is told, or none, or one of years ago', () => {
    const update = 'update: planned-then-done';
    expect(
      verdicts(
        'Norlink agreed on Sunday to release a repaired steering system for the ferry Maren Dahl.',
        done,
      ),
    ).toContain(update);
    expect(verdicts(planned.replace('release', 'withdraw'), done)).not.toContain(update);
    expect(
      verdicts(
        'Norlink, the first line to release a repaired steering system for the ferry Maren Dahl, closed on Sunday.',
        done,
      ),
    ).not.toContain(update);
    expect(verdicts(planned.replace('will', 'will not'), done)).not.toContain(update);
    expect(verdicts(planned, done.replace('Norlink has', 'In 2019 Norlink'))).not.toContain(update);
  });

  it('is none where the reports lie far apart', () => {
    expect(verdicts(planned, done, ['2031-05-04', '2031-07-20'])).toContain('update: planned-then-done');
    expect(verdicts(planned, done, ['2031-05-04', '2032-05-06'])).not.toContain('update: planned-then-done');
  });

  it('is none where a purpose or a habit is told', () => {
    const release = 'release a repaired steering system for the ferry Maren Dahl.';
    expect(verdicts(`Norlink agreed to ${release}`, done)).toContain('update: planned-then-done');
    expect(verdicts(`Norlink is back in court after pretending to ${release}`, done)).not.toContain(
      'update: planned-then-done',
    );
    expect(
      verdicts(
        'The mayor used Ilse Dahl to ask the clerk to leave the race in Harrow.',
        'The mayor asked Ilse Dahl to ask the clerk to leave the race in Harrow.',
      ),
    ).not.toContain('update: planned-then-done');
    expect(
      verdicts(
        'Jonas Rehn would wander around the Lisk harbour in his bathrobe.',
        'Jonas Rehn wandered around the Lisk harbour in his bathrobe.',
      ),
    ).not.toContain('update: planned-then-done');
  });
});
