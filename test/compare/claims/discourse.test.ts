import { describe, expect, it } from 'vitest';
import { read } from './reading';

const source = (text: string): string | undefined => read(text).claim('the dam').attribution?.source.name;

describe('whom "he" and "she" mean', () => {
  it.each([
    [
      'the one whose given name fits',
      'Nancy Dell met Robert Ruel in Lisk. He said the dam was safe.',
      'Robert Ruel',
    ],
    ['the one whose title fits', 'Mr. Ruel met Mrs. Dell in Lisk. She said the dam was safe.', 'Dell'],
    [
      'the subject of the main clause',
      'Asked by Senator Ivo Ruel whether the wall would hold, Karel Budan was calm. He said the dam was safe.',
      'Karel Budan',
    ],
    [
      'no paper that asks',
      'Mara Dell came to Lisk. The Daily Caller asked her twice. She said the dam was safe.',
      'Mara Dell',
    ],
    [
      'nobody a quotation talks about',
      'Karel Budan spoke to the crowd. “Robert Ruel is not happy.” He said the dam was safe.',
      'Karel Budan',
    ],
    [
      'the one person of the sentence before, though no subject',
      'Ivo Ruel spoke first, he said. That did not satisfy Justice Karel Budan. “You know the dam is old,” he said.',
      'Karel Budan',
    ],
    [
      'the same as the sentences between',
      'Mara Dell came to Lisk. She walked along the quay. The wind blew. She waited. It rained. She slept. She said the dam was safe.',
      'Mara Dell',
    ],
  ])('%s', (_, text, name) => {
    expect(source(text)).toBe(name);
  });
});

describe('what "it" means', () => {
  it('is the body the sentence before is about', () => {
    expect(source('The Trade Ministry has opened an office. It said the dam was safe.')).toBe(
      'Trade Ministry',
    );
  });

  it('is nobody when that sentence is about a thing', () => {
    const text = 'The lawsuit was heard in the Supreme Court on Monday. It claims that the dam was safe.';
    expect(source(text)).toBe('');
  });
});
