import { injectFile, runInPage } from '../../browser/scripting';
import type { ContentCallName, ContentCalls } from '../../content/protocol';
import { isResult } from '../../messages/envelope';
import { type Failure, fail, type Result } from '../../model/result';
import { injectionFailure } from './restricted';

/** Runs in the page: must not refer to anything outside itself. */
function callThere(version: string, name: string, input: unknown): unknown {
  const script = (globalThis as { collateContent?: Record<string, unknown> }).collateContent;
  if (script?.version !== version) return null;
  return (script[name] as (input: unknown) => unknown)(input);
}

/** Failures that another try a moment later may not meet. */
const passing: ReadonlySet<Failure['code']> = new Set(['page-changed', 'page-not-ready']);

/**
 * Calls the content script of a tab, putting it there first if it is not, with one retry: a page that
 * navigated between the two steps has lost the script and gets it again. Never rejects.
 */
export async function callContent<Name extends ContentCallName>(
  tab: { id: number; address: string | undefined },
  name: Name,
  input: ContentCalls[Name]['input'],
): Promise<Result<ContentCalls[Name]['output']>> {
  let failure: Failure = { code: 'page-not-ready' };
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const call = () =>
        runInPage(tab.id, callThere, [__VERSION__ as string, name as string, input as unknown]);
      let reply = await call();
      if (!isResult(reply)) {
        await injectFile(tab.id, 'content.js');
        reply = await call();
      }
      if (isResult(reply)) {
        if (reply.ok) return reply as Result<ContentCalls[Name]['output']>;
        failure = reply.failure;
        if (!passing.has(failure.code)) return { ok: false, failure };
      }
    } catch (error) {
      const code = injectionFailure(error, tab.address);
      failure = { code };
      if (!passing.has(code)) return fail(code);
    }
  }
  return { ok: false, failure };
}
