import { describe, expect, it } from 'vitest';
import { read } from './reading';

const speaker = (text: string, words: string): [string | undefined, string | undefined] => {
  const attribution = read(text).claim(words).attribution;
  return [attribution?.source.key, attribution?.cue.lemma];
};

describe('who says so', () => {
  it.each([
    [
      'The head of the harbour police, Karel Budan, said that about 40 boats had sunk.',
      '40 boats',
      'karel budan',
      'say',
    ],
    ['After the flood, Justice Mara J. Dell said the dam is safe.', 'dam is safe', 'mara dell', 'say'],
    ['Despite the flood, the mayor said the dam is safe.', 'dam is safe', 'mayor', 'say'],
    ['Justices Mara Dell and Ivo Ruel said the dam is safe.', 'dam is safe', 'mara dell', 'say'],
    ['Karel Budan told reporters on Monday the boats had sunk.', 'boats had sunk', 'karel budan', 'tell'],
    [
      'Rangers are training in a mountain camp, according to the Norwegian government.',
      'mountain camp',
      'norway government',
      'according to',
    ],
    [
      'According to Mara Dell, the bridge was closed in March.',
      'bridge was closed',
      'mara dell',
      'according to',
    ],
    [
      'The bridge, according to Mara Dell, was closed for weeks.',
      'closed for weeks',
      'mara dell',
      'according to',
    ],
    [
      'Videos show rangers at the old camp near Port Dell, the newspaper reported Saturday.',
      'rangers at the old camp',
      'newspaper',
      'report',
    ],
    ['“The bridge is not safe,” said Tom Hale, its engineer.', 'bridge is not safe', 'tom hale', 'say'],
    [
      'Mara Dell largely agreed with Tom Hale and said the bridge would stay shut.',
      'bridge would stay shut',
      'mara dell',
      'say',
    ],
    [
      'Mara Dell scolded him: “The bridge is not safe for anybody in this town.”',
      'bridge is not safe',
      'mara dell',
      'scold',
    ],
    [
      'Owners of the boats complain bitterly that the harbour was closed.',
      'harbour was closed',
      'owner',
      'complain',
    ],
    [
      'By the mayor’s own admission, the bridge was closed in March.',
      'bridge was closed',
      'mayor',
      'admission',
    ],
    [
      'The bridge was closed in March, the town’s former engineer maintains.',
      'bridge was closed',
      'engineer',
      'maintain',
    ],
    ['According to police, the boats sank in March.', 'boats sank', 'police', 'according to'],
    [
      'It seems to confirm reports from the National Survey Office that 1,500 boats were sold.',
      '1,500 boats',
      'national survey office',
      'report',
    ],
    [
      'Mara Dell, who runs the harbour, said the bridge would stay shut.',
      'bridge would stay shut',
      'mara dell',
      'say',
    ],
    [
      'Mara Dell opened the meeting, adding that the bridge would stay shut.',
      'bridge would stay shut',
      'mara dell',
      'add',
    ],
  ])('%s', (text, words, key, cue) => {
    expect(speaker(text, words)).toEqual([key, cue]);
  });

  it('resolves pronouns, roles and short names within the article', () => {
    expect(
      speaker(
        'President Salva Kirin spoke in Harrow. He said the claims were false.',
        'claims were false',
      )[0],
    ).toBe('salva kirin');
    expect(
      speaker(
        'Foreign Minister Andra Sybil met dockers on Monday. The minister said the port needs new cranes.',
        'port needs',
      )[0],
    ).toBe('andra sybil');
    expect(
      speaker(
        'The Ministry of Trade opened a new office. The ministry said 40 clerks will work there.',
        '40 clerks',
      )[0],
    ).toBe('ministry of trade');
  });

  it('keeps the second hand', () => {
    const reported = read('The Harrow Post reported that officials said the dam had cracked.').claim(
      'dam had cracked',
    ).attribution;
    expect([reported?.source.key, reported?.via?.key]).toEqual(['official', 'harrow post']);
    const agency = read(
      'President Volmar Zelen said Friday his survey agency determines that the dam will crack.',
    ).claim('dam will crack').attribution;
    expect([agency?.source.key, agency?.via !== null]).toEqual(['volmar zelen', true]);
  });

  it('tells direct from indirect speech', () => {
    expect(read('“The bridge is not safe,” said Tom Hale.').claim('not safe').attribution?.manner).toBe(
      'direct',
    );
    expect(read('Tom Hale said the bridge is not safe.').claim('not safe').attribution?.manner).toBe(
      'indirect',
    );
  });

  it('tells named, official and unnamed sources apart', () => {
    const stance = (text: string): string => read(text).claim('bridge').stance;
    expect(stance('The bridge has cracked.')).toBe('stated');
    expect(stance('The bridge has cracked, the transport ministry said.')).toBe('official');
    expect(stance('The bridge has cracked, Mara Dell said.')).toBe('named-source');
    expect(stance('The bridge has cracked, a resident said.')).toBe('unnamed-source');
    expect(stance('The bridge has allegedly cracked.')).toBe('alleged');
    expect(stance('Mara Dell denied that the bridge has cracked.')).toBe('denied');
  });

  it('does not take what shows something for a speaker', () => {
    expect(
      read('The video shows that rangers reached the camp.').claim('rangers reached').attribution,
    ).toBeNull();
  });

  it('does not let a quoted verb speak', () => {
    const reading = read('“They said we could stay,” Mara Dell told the court.');
    expect(reading.analysis.quotations[0]?.speakerKey).toBe('mara dell');
  });

  it.each([
    ['Mara Dell replied, “You know I will not talk about the dam.”', 'talk about the dam'],
    ['“If somebody tells you how to run the dam,” Mara Dell said, “you do not run it.”', 'how to run'],
  ])('takes nobody who is only spoken to for a source: %s', (text, words) => {
    expect(speaker(text, words)[0]).toBe('mara dell');
  });
});

describe('quotations', () => {
  const quotes = (text: string): [string, string | null][] =>
    read(text)
      .analysis.quotations.filter((quotation) => quotation.statement)
      .map((quotation) => [quotation.text, quotation.speakerKey]);

  it('gives quotations their speaker, in the sentence or the paragraph', () => {
    expect(quotes('“We saw many houses burn,” Mara Dell said.')).toEqual([
      ['We saw many houses burn,', 'mara dell'],
    ]);
    expect(
      quotes('Mara Dell spoke to the crowd in Harrow, she said later. “We saw many houses burn and fall.”'),
    ).toEqual([['We saw many houses burn and fall.', 'mara dell']]);
    expect(
      quotes(
        'President Salva Kirin called the claims false.\n\nHe later added: "We want peace with every neighbour."',
      ),
    ).toEqual([['We want peace with every neighbour.', 'salva kirin']]);
  });

  it('reads direction from the marks and not by toggling', () => {
    expect(
      quotes('burn," she said. "We saw many houses burn," Mara Dell said.').map(([text]) => text),
    ).toEqual(['We saw many houses burn,']);
  });

  it('knows scare quotes', () => {
    expect(quotes('The mayor called the dam a "red line" for the town.')).toEqual([]);
  });

  it('keeps ellipses and brackets inside a quotation', () => {
    expect(quotes('“We saw [the dam] crack … and then it fell,” Mara Dell said.')[0]?.[0]).toBe(
      'We saw [the dam] crack … and then it fell,',
    );
  });
});

it('keeps an apposition after "that" with its source', () => {
  const source = read('Ruel wrote that the mayor, a lawyer, said the dam is safe.').claim('dam is safe')
    .attribution?.source;
  expect(source?.name).toBe('the mayor, a lawyer');
});

it('names a source as its text writes it', () => {
  const { attribution } = read("The drivers' union said the brakes had failed twice.").claim(
    'brakes had failed',
  );
  expect(attribution?.source.name).toBe("The drivers' union");
});
