import { onMessage } from '../../browser/messages';
import { fail } from '../../model/result';
import { isParseMessage } from './message';
import { readHtml } from './read-html';

onMessage((message, { ownPage }) => {
  if (!ownPage || !isParseMessage(message)) return undefined;
  return Promise.resolve()
    .then(() => readHtml(message.html, message))
    .catch((error: unknown) => {
      console.error('reading HTML', error);
      return fail('unexpected');
    });
});
