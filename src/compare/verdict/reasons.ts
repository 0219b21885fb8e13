import type { Reason } from '../../model/comparison';
import { withOneStop } from '../../text/typography';

/**
 * Every reason a row can carry. The sentences are the English ones of the command line; the interface
 * translates by code. `{x}` is filled with the articles' own words, nothing is worded by a machine.
 */
export const reasonTemplates = {
  'same-value': 'Both say {a}.',
  'same-after-conversion': '{a} and {b} are the same amount.',
  'same-after-rounding': '{a} and {b} agree: one is rounded.',
  'inside-range': '{a} and {b} agree: one lies within the other.',
  'bound-holds': '{a} and {b} can both hold.',
  'vague-covers': '{a} covers {b}.',
  'parts-add-up': '{a} add up to {b}.',
  'other-value': 'One says {a}, the other {b}.',
  'several-values': 'Values given: {values}.',
  'other-total': 'For the number {what}, one says {a}, the other {b}.',
  'later-value': 'The later report says {later}, the earlier one {earlier}.',
  'later-total': 'For the number {what}, the later report says {later}, the earlier one {earlier}.',
  'same-time': 'Both say {a}.',
  'time-inside': '{a} and {b} agree: one lies within the other.',
  'other-time': 'One says {a}, the other {b}.',
  'other-clock': 'One gives the time as {a}, the other as {b}.',
  'same-age': 'Both give the age of {who} as {a}.',
  'other-age': 'One gives the age of {who} as {a}, the other as {b}.',
  'same-name': 'Both name {a}.',
  'same-place': 'Both say {a}.',
  'same-name-other-spelling': '{a} and {b} are spellings of one name.',
  'other-place': 'One says {a}, the other {b}.',
  'other-name': 'One says {a}, the other {b}.',
  'same-quotation': 'Both quote the same words.',
  'quotation-shortened': 'One quotes less of the same words.',
  'quotation-altered': 'The quotation is worded differently: “{a}” and “{b}”.',
  'other-speaker': 'The same words are credited to {a} and to {b}.',
  'other-source': 'The same figure is credited to {a} and to {b}.',
  'one-denies': 'One states this, the other denies it.',
  'none-against-some': 'One says there was none.',
  'one-hedges': 'One states this flatly, the other says “{hedge}”.',
  'planned-then-done': 'One tells of it as planned, the later one as done.',
  'same-statement': 'Both report this.',
  'headline-other-value': 'The headline says {a}, the text {b}.',
  'headline-firmer': 'The headline states flatly what the text reports as “{hedge}”.',
} as const;

export type ReasonCode = keyof typeof reasonTemplates;

export const reasonCodes = Object.keys(reasonTemplates) as ReasonCode[];

export const reason = (code: ReasonCode, parameters: Record<string, string> = {}): Reason => ({
  code,
  parameters,
});

/** A reason in one English sentence. */
export function reasonSentence({ code, parameters }: Reason): string {
  const template: string = reasonTemplates[code as ReasonCode] ?? '';
  return withOneStop(template.replace(/\{(\w+)\}/g, (_, name: string) => parameters[name] ?? ''));
}
