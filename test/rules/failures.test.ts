import { describe, expect, test } from 'vitest';
import { failureCodes } from '../../src/model/result';
import { read, sources } from './project';

const english = JSON.parse(read('src/_locales/en/messages.json')) as Record<string, { message: string }>;
const code = sources.filter((path) => path !== 'src/model/result.ts' && !path.startsWith('src/ui/'));
const everything = code.map(read).join('\n');

describe('every failure has its sentence', () => {
  test.each(failureCodes)('%s is said in plain words', (failure) => {
    const key = `failure_${failure.replaceAll('-', '_')}`;
    const message = english[key]?.message ?? '';
    expect(message, `write ${key} in src/_locales/en/messages.json`).toMatch(/^[A-Z].*[.?]$/s);
    expect(message.split(' ').length, `${key} says too much for one sentence or two`).toBeLessThan(30);
  });

  test.each(failureCodes)('%s can happen', (failure) => {
    const isReturned = everything.includes(`'${failure}'`);
    expect(isReturned, `no code returns "${failure}": take it out of src/model/result.ts`).toBe(true);
  });
});
