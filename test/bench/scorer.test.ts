import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scored, scorerBeside } from '../../bench/harness/scorer';

/** Prints only when it is the program itself, as scorers do that are also imported. */
const program = `import { pathToFileURL } from 'node:url';
if (import.meta.url === pathToFileURL(process.argv[1]).href) console.log('F1', process.argv.slice(2).join('+'));`;

describe('the scorer beside the data of a benchmark', () => {
  let home: string;

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'collate-scorer-'));
    mkdirSync(join(home, 'data/dev/events'), { recursive: true });
    writeFileSync(join(home, 'data/score.mjs'), program);
    writeFileSync(join(home, 'data/dev/events/one.json'), '{}');
  });

  afterEach(() => rmSync(home, { recursive: true }));

  it('is found in a folder above a file or a folder', () => {
    expect(scorerBeside(join(home, 'data/dev/events'), 'score.mjs')).toMatch(/data\/score\.mjs$/);
    expect(scorerBeside(join(home, 'data/dev/events/one.json'), 'score.mjs')).toMatch(/data\/score\.mjs$/);
    expect(scorerBeside(join(home, 'data/dev'), 'other.mjs')).toBeNull();
  });

  it('prints its figures although the data was reached through a link', () => {
    symlinkSync(join(home, 'data'), join(home, 'linked'));
    const scorer = scorerBeside(join(home, 'linked/dev/events'), 'score.mjs')!;
    expect(scored(scorer, ['gold', 'predictions'])).toBe('F1 gold+predictions\n');
  });

  it('says in a sentence that it failed, and what it printed before', () => {
    const scorer = join(home, 'broken.mjs');
    writeFileSync(scorer, "console.log('begun'); throw new Error('no gold in the file');");
    expect(scored(scorer, [])).toBe(
      'begun\nThe scorer could not score this data: Error: no gold in the file',
    );
  });

  it('says so when it prints nothing', () => {
    const scorer = join(home, 'silent.mjs');
    writeFileSync(scorer, '');
    expect(scored(scorer, [])).toBe('The scorer printed nothing.');
  });
});
