import english from '../_locales/en/messages.json';
import type { Failure } from '../model/result';
import { formatMessage, type Parameters } from '../ui/message-format';

const messages: Record<string, { message: string }> = english;

/** A sentence of the interface, in English: the command line says what the popup says. */
export const sentence = (key: string, parameters: Parameters = {}): string | null => {
  const found = messages[key];
  return found ? formatMessage(found.message, parameters, 'en') : null;
};

export function failureSentence(failure: Failure): string {
  const said = sentence(`failure_${failure.code.replaceAll('-', '_')}`, failure.detail ?? {});
  return said ?? `It failed: ${failure.code}.`;
}
