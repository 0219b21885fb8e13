import { describe, expect, it } from 'vitest';
import { read } from './reading';

const first = (text: string) => read(text).claims[0]!;

describe('mood', () => {
  it.each([
    ['The North is preparing to send about 12,000 rangers.', 'planned'],
    ['Some 3,000 rangers have been sent to the coast.', 'done'],
    ['The rangers are expected to be ready for duty by spring.', 'planned'],
    ['The rangers may be deployed on the coast.', 'possible'],
    ['The rangers will be deployed on the coast.', 'planned'],
    ['The rangers are training on the coast.', 'ongoing'],
  ])('%s', (text, mood) => {
    expect(first(text).mood).toBe(mood);
  });
});

describe('negation', () => {
  it('keeps to its clause', () => {
    const claims = read(
      'The video has not been verified and the Herald has asked the ministry for comment.',
    ).claims;
    expect(claims.map((claim) => claim.negated)).toEqual([true, false]);
  });

  it('reads a denial and a denied denial', () => {
    const dismissed = first('Both towns had dismissed the reports as groundless.');
    expect([dismissed.denies, dismissed.negated]).toEqual([true, false]);
    const double = first('The mayor did not deny the reports about the dam.');
    expect([double.denies, double.negated]).toEqual([true, true]);
  });

  it('reads negative subjects', () => {
    expect(first('No militants were inside the school on Monday.').negated).toBe(true);
    expect(first('None of the boats reached the island.').negated).toBe(true);
    expect(first('There were militants inside the school on Monday.').negated).toBe(false);
  });

  it('takes "not ... until" for a time', () => {
    expect(first('The bridge did not open until Friday.').negated).toBe(false);
    expect(first('The bridge did not open on Friday.').negated).toBe(true);
  });

  it('reads verbs that negate what follows', () => {
    expect(first('The rangers failed to reach the island.').negated).toBe(true);
  });
});

describe('hedges', () => {
  it.each([
    'The town has released a video purportedly showing Norwegian rangers.',
    'The driver allegedly hit a woman.',
    'The video was reportedly shot at a mountain camp.',
    'The video shows rangers appearing to be Norwegians.',
    'A video purports to show Norwegian rangers.',
    'The rangers are thought to be speaking Norwegian.',
    'The rangers may be deployed on the coast.',
  ])('%s', (text) => {
    expect(first(text).hedges.length).toBeGreaterThan(0);
  });

  it('finds none in a flat statement', () => {
    expect(first('The driver hit a woman on Monday.').hedges).toEqual([]);
  });
});
