import { describe, expect, it } from 'vitest';
import { compareVoices } from '../../../src/compare';
import { groupRows, type VoiceRow } from '../../../src/compare/across/groups';
import type { RowsBetween } from '../../../src/compare/across/lines';
import { profileOf } from '../../../src/compare/align/profile';
import { storyOf } from '../../../src/compare/align/story';
import { compareProfiles } from '../../../src/compare/verdict/compare-pair';
import type { Row } from '../../../src/model/comparison';
import { analysed } from '../articles';

const voice = (name: string, passengers: string) => ({
  voice: name,
  ...analysed({
    outlet: name,
    published: '2031-05-03',
    paragraphs: [
      `The ferry Maren Dahl was carrying ${passengers} passengers when it struck a sandbank off Lisk.`,
    ],
  }),
});

const read = voice('read', '212');
const others = [voice('ellery', '187'), voice('harrow', '164'), voice('tarn', '187'), voice('lisk', '212')];

const { rarity } = storyOf([read, ...others]);
const profiled = (each: typeof read) => ({ voice: each.voice, profile: profileOf(each) });
const rowsOfAll: VoiceRow[] = others.map(profiled).flatMap((other) =>
  compareProfiles(profiled(read).profile, other.profile, rarity)
    .filter(({ kind }) => kind === 'quantity')
    .map((row) => ({ row, voice: other })),
);
const grouped = (between: RowsBetween): Row[] => groupRows(profiled(read), rowsOfAll, between);

const linesOf = (row: Row): string[][] =>
  row.values.map(({ evidence }) => evidence.map((each) => each.voice));

describe('rows of several lines', () => {
  it('hold all values where the other voices differ from one another too', () => {
    const rows = grouped((left, right) => compareProfiles(left.profile, right.profile, rarity));
    expect(rows.map(linesOf)).toEqual([[['read', 'lisk'], ['ellery', 'tarn'], ['harrow']]]);
    expect(rows[0]?.reason).toEqual({
      code: 'several-values',
      parameters: { values: '212 passengers, 187 passengers, 164 passengers' },
    });
  });

  it('are parted where two values only differ from the article read', () => {
    const rows = grouped(() => []);
    expect(rows).toHaveLength(2);
    expect(rows.map(linesOf)).toContainEqual([
      ['read', 'lisk'],
      ['ellery', 'tarn'],
    ]);
    expect(rows.map(linesOf)).toContainEqual([['read'], ['harrow']]);
    expect(rows.map(({ reason }) => reason.code)).toEqual(['other-value', 'other-value']);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it('are what a comparison shows', () => {
    const rows = compareVoices({ subject: read, others }).rows.filter(({ verdict }) => verdict === 'differ');
    expect(rows.map((row) => row.values.length)).toEqual([3]);
  });
});

describe('agreeing voices', () => {
  const toll = (name: string, published: string, killed: string) => ({
    voice: name,
    ...analysed({
      outlet: name,
      published,
      paragraphs: [`${killed} were killed when a bus left the coast road near Harrow on Tuesday.`],
    }),
  });
  const first = toll('first', '2031-05-06', 'At least two people');
  const next = toll('next', '2031-05-07', 'Three people');
  const last = toll('last', '2031-05-09', 'Five people');
  const shown = (subject: typeof first, ...rest: (typeof first)[]) =>
    compareVoices({ subject, others: rest })
      .rows.filter(({ kind }) => kind === 'quantity')
      .map(({ verdict, values }) => ({
        verdict,
        lines: values.map(({ label, agrees, evidence }) =>
          [label, ...evidence.map(({ voice: name }) => name), ...(agrees ? ['agrees'] : [])].join(' '),
        ),
      }));

  it('keep the value in their own words', () => {
    expect(shown(first, last)).toEqual([
      { verdict: 'agree', lines: ['At least two people first', 'Five people last agrees'] },
    ]);
  });

  it('share a line where they word it alike', () => {
    const same = toll('same', '2031-05-07', 'At least two passengers');
    expect(shown(first, same)).toEqual([{ verdict: 'agree', lines: ['At least two people first same'] }]);
  });

  it('make an update of what has moved between them', () => {
    expect(shown(first, next, last)).toEqual([
      {
        verdict: 'update',
        lines: ['At least two people first', 'Three people next agrees', 'Five people last agrees'],
      },
    ]);
  });

  it('stand beside what differs', () => {
    expect(shown(last, first, next)).toEqual([
      {
        verdict: 'update',
        lines: ['Five people last', 'At least two people first agrees', 'Three people next'],
      },
    ]);
  });
});
