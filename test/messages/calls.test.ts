import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallMessage } from '../../src/messages/envelope';

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      id: 'collate',
      getURL: (path: string) => `chrome-extension://collate/${path}`,
      sendMessage: vi.fn(),
      onMessage: { addListener: vi.fn() },
    },
  },
}));

const { createCaller } = await import('../../src/messages/send');
const { answer, serve } = await import('../../src/messages/serve');
const { default: browser } = await import('webextension-polyfill');
const { StoreError } = await import('../../src/store');

const transport = (...answers: (unknown | Error)[]) => {
  const sent: CallMessage[] = [];
  const send = async (message: CallMessage): Promise<unknown> => {
    sent.push(message);
    const reply = answers[sent.length - 1];
    if (reply instanceof Error) throw reply;
    return reply;
  };
  return { sent, call: createCaller(send) };
};

const closed = new Error('A listener indicated an asynchronous response, but the message channel closed');
const nobody = new Error('Could not establish connection. Receiving end does not exist.');

describe('calling the worker', () => {
  it('gives its answer, failures included', async () => {
    expect(await transport({ ok: true, value: [] }).call('correction.list', null)).toEqual({
      ok: true,
      value: [],
    });
    const failed = { ok: false, failure: { code: 'not-found' } };
    expect(await transport(failed).call('correction.list', null)).toEqual(failed);
  });

  it.each([
    ['died before it answered', closed],
    ['was not there', nobody],
    ['left without a word', undefined],
    ['said something that is no result', 'yes'],
  ])('asks once more when it %s', async (_what, first) => {
    const { sent, call } = transport(first, { ok: true, value: [] });
    expect(await call('correction.list', null)).toEqual({ ok: true, value: [] });
    expect(sent).toHaveLength(2);
    expect(sent[0]).toEqual(sent[1]);
  });

  it('says that it is gone after the second silence', async () => {
    const { sent, call } = transport(closed, undefined, { ok: true, value: [] });
    expect(await call('correction.list', null)).toEqual({ ok: false, failure: { code: 'worker-gone' } });
    expect(sent).toHaveLength(2);
  });

  it('does not blame the worker for an input that cannot be sent', async () => {
    const { sent, call } = transport(new DOMException('could not be cloned', 'DataCloneError'));
    expect(await call('correction.list', null)).toMatchObject({ failure: { code: 'message-malformed' } });
    expect(sent).toHaveLength(1);
  });
});

describe('answering in the worker', () => {
  const handlers = {
    'correction.list': async () => ({ ok: true, value: [] }),
    'article.get': async () => {
      throw new StoreError('storage-newer');
    },
    'settings.get': async () => {
      throw new TypeError('bug');
    },
  } as never;
  const message = (call: string, input: unknown = null) => ({ collate: 1, call, input });

  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });

  it.each([
    ['an unknown call', message('nothing'), 'message-unknown'],
    ['a call named like a method of objects', message('constructor'), 'message-unknown'],
    ['an input that is no object', message('correction.list', 7), 'message-malformed'],
    ['no call at all', { collate: 1 }, 'message-malformed'],
    ['an error of the store', message('article.get', {}), 'storage-newer'],
    ['a bug', message('settings.get'), 'unexpected'],
  ])('answers %s with a failure', async (_what, given, code) => {
    expect(await answer(handlers, given)).toMatchObject({ ok: false, failure: { code } });
  });

  it('registers its listener at once and answers pages of the extension only', async () => {
    serve(handlers);
    const listener = vi.mocked(browser.runtime.onMessage.addListener).mock.calls[0]?.[0] as unknown as (
      message: unknown,
      sender: object,
    ) => Promise<unknown> | undefined;
    const page = { id: 'collate', url: 'chrome-extension://collate/popup/index.html' };
    expect(await listener(message('correction.list'), page)).toEqual({ ok: true, value: [] });
    expect(listener({ other: 1 }, page)).toBeUndefined();
    const contentScript = { id: 'collate', url: 'https://ardelcourier.example/', tab: { id: 1 } };
    expect(listener(message('correction.list'), contentScript)).toBeUndefined();
  });
});
