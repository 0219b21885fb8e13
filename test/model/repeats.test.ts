import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/model/article';
import { type Telling, withoutRepeats } from '../../src/model/repeats';

const said = (article: string, start: number) => ({
  quote: { article, part: 'text' as const, start, end: start + 40 },
  marks: [] as Span[],
  voice: article,
  stance: 'stated' as const,
  source: null,
});

const value = (low: number | null, ...evidence: ReturnType<typeof said>[]) => ({
  value: { low, high: low },
  evidence,
});

const toll: Telling = {
  verdict: 'update',
  kind: 'quantity',
  certain: true,
  values: [value(3, said('post', 0)), value(5, said('herald', 0))],
};
const statement: Telling = {
  verdict: 'agree',
  kind: 'statement',
  certain: true,
  values: [value(null, said('post', 0), said('herald', 0))],
};
const left = (...rows: Telling[]) => withoutRepeats(rows, (row) => row);

describe('rows that tell what another row tells', () => {
  it('are left out as statements of sentences quoted there', () => {
    expect(left(statement, toll)).toEqual([toll]);
    const more = { ...statement, values: [value(null, said('post', 0), said('bell', 0))] };
    expect(left(more, toll)).toEqual([more, toll]);
  });

  it('are left out as figures the same voices give there', () => {
    const headline: Telling = {
      verdict: 'agree',
      kind: 'quantity',
      certain: true,
      values: [value(3, said('post', 90)), value(5, said('herald', 90))],
    };
    expect(left(toll, headline)).toEqual([toll]);
    const other = { ...headline, values: [value(3, said('post', 90), said('herald', 90))] };
    expect(left(toll, other)).toEqual([toll, other]);
  });

  it('are left out around a quotation that the same articles have', () => {
    const quotation: Telling = {
      verdict: 'agree',
      kind: 'quotation',
      certain: true,
      values: [value(null, said('post', 0), said('herald', 0), said('bell', 0))],
    };
    const around = {
      ...statement,
      values: [value(null, said('post', 0), said('herald', 0), said('bell', 90))],
    };
    expect(left(around, quotation)).toEqual([quotation]);
    const another = { ...statement, values: [value(null, said('post', 0), said('bell', 90))] };
    expect(left(another, quotation)).toEqual([another, quotation]);
    const further = {
      ...statement,
      values: [value(null, said('post', 0), said('herald', 0), said('wire', 0))],
    };
    expect(left(further, quotation)).toEqual([further, quotation]);
  });

  it('are left out as statements of what is in dispute there', () => {
    const mark = (start: number, end: number, from: ReturnType<typeof said>) => ({
      ...from,
      marks: [{ start, end }],
    });
    const disputed: Telling = {
      verdict: 'differ',
      kind: 'quantity',
      certain: true,
      values: [value(3, mark(4, 9, said('post', 0))), value(5, said('bell', 90))],
    };
    const telling = (start: number, end: number): Telling => ({
      ...statement,
      values: [value(null, mark(start, end, said('post', 0)), said('herald', 0))],
    });
    expect(left(telling(0, 20), disputed)).toEqual([disputed]);
    expect(left(telling(10, 30), disputed)).toEqual([telling(10, 30), disputed]);
    const agreed: Telling = { ...disputed, verdict: 'agree' };
    expect(left(telling(0, 20), agreed)).toEqual([telling(0, 20), agreed]);
  });

  it('stay where the other row is less certain, or where they differ', () => {
    const doubtful = { ...toll, certain: false };
    expect(left(doubtful, statement)).toEqual([doubtful, statement]);
    const differing: Telling = { ...toll, verdict: 'differ' };
    expect(left(differing, toll)).toEqual([differing, toll]);
  });
});
