import { describe, expect, it } from 'vitest';
import { comparePair, type PairRow } from '../../src/compare';
import { analysed } from './articles';

const compare = (a: string, b: string, dates: [string, string] = ['2031-05-04', '2031-05-04']): PairRow[] =>
  comparePair(
    analysed({ outlet: 'one', published: dates[0], paragraphs: [a] }),
    analysed({ outlet: 'two', published: dates[1], paragraphs: [b] }),
  );

const figures = (rows: PairRow[]): string[] =>
  rows
    .filter(({ kind }) => kind === 'quantity')
    .map(({ verdict, a, b }) => `${verdict}: ${a.value} / ${b.value}`)
    .sort();

describe('figures that agree', () => {
  it('takes "about" and the bare number for one value', () => {
    const rows = compare(
      'The navy of Orvania has trained about 11,000 recruits at the base in Lisk.',
      'Around 11,000 recruits were trained by the navy of Orvania at the base in Lisk.',
    );
    expect(figures(rows)).toHaveLength(1);
    expect(figures(rows)[0]).toMatch(/^agree/);
  });

  it('takes a rounded sum for the exact one', () => {
    const rows = compare(
      'Norlink paid $14,959,450 to the owners of the ferry company Maren.',
      'Norlink paid $15 million to the owners of the ferry company Maren.',
    );
    expect(figures(rows)).toEqual(['agree: $14,959,450 / $15 million']);
  });

  it('converts miles to kilometres', () => {
    const rows = compare(
      'The quake struck 85 miles north of Port Ellery in the early morning.',
      'The quake struck 137 km north of Port Ellery in the early morning.',
    );
    expect(figures(rows)[0]).toMatch(/^agree: 85 miles/);
  });
});

describe('why figures agree', () => {
  const reasons = (a: string, b: string): string[] =>
    compare(
      `The lawsuit of the dockers of Lisk covers ${a}.`,
      `The lawsuit of the dockers of Lisk covers ${b}.`,
    )
      .filter(({ kind }) => kind === 'quantity')
      .map(({ reason }) => reason.code);

  it.each([
    ['about 1,500 women', 'About 1,500 women', 'same-value'],
    ['as many as 1,500 women', '1,500 women', 'bound-holds'],
    ['between 1,400 and 1,600 women', '1,500 women', 'inside-range'],
    ['14,960 women', '15,000 women', 'same-after-rounding'],
    ['85 miles of road', '137 km of road', 'same-after-conversion'],
  ])('%s, %s: %s', (a, b, code) => {
    expect(reasons(a, b)).toEqual([code]);
  });
});

describe('figures that differ', () => {
  it('sets two counts of one thing against each other', () => {
    const rows = compare(
      'The ferry Maren Dahl was carrying 212 passengers when it struck a sandbank.',
      'The ferry Maren Dahl was carrying 187 passengers when it struck a sandbank.',
    );
    expect(figures(rows)).toEqual(['differ: 212 passengers / 187 passengers']);
  });

  const preparations =
    'Portuguese President Ilda Maronde said on Monday that the islands are preparing 4,000 volunteers. Newspapers reported that the islands will send 5,500 volunteers.';

  it("sets a government's two figures against each other although somebody else gives the second one too", () => {
    const rows = compare(
      preparations,
      'Portugal has claimed the islands are preparing to send about 5,500 volunteers.',
    );
    expect(figures(rows)).toEqual(['differ: 4,000 volunteers / about 5,500 volunteers']);
  });

  it("sets a government's two days for what is to come against each other, as less certain", () => {
    const days = (who: string): string[] =>
      compare(
        'Portuguese President Ilda Maronde said Danish sailors are expected to be ready for the search by June 1.',
        `${who} Defence Minister Rui Celva said the islands expect to send Danish sailors out starting May 27.`,
      )
        .filter(({ kind, verdict, certain }) => kind === 'time' && verdict === 'differ' && !certain)
        .map(({ a, b }) => `${a.value} / ${b.value}`);
    expect(days('Portuguese')).toEqual(['by June 1 / starting May 27']);
    expect(days('Greek')).toEqual([]);
  });

  it("does not set one government's figure against another's when both texts know it", () => {
    const rows = compare(
      preparations,
      'Denmark has claimed the islands are preparing to send about 5,500 volunteers.',
    );
    expect(figures(rows).filter((row) => row.startsWith('differ'))).toEqual([]);
  });

  it('does not take 10,000 for 11,000 although both are round', () => {
    const rows = compare(
      'Orvania is training about 10,000 recruits at the base in Lisk.',
      'Orvania is training about 11,000 recruits at the base in Lisk.',
    );
    expect(figures(rows)[0]).toMatch(/^differ/);
  });

  it('calls a toll that grew in a later report an update', () => {
    const rows = compare(
      'The ferry accident near Port Ellery killed 12 people.',
      'The ferry accident near Port Ellery killed 15 people.',
      ['2031-05-04', '2031-05-06'],
    );
    expect(figures(rows)).toEqual(['update: 12 people / 15 people']);
  });

  it('calls a year more in a later report a birthday', () => {
    const rows = compare(
      'Captain Jonas Rehn, 51, will stand trial in Port Ellery.',
      'Captain Jonas Rehn, 52, was convicted in Port Ellery.',
      ['2031-05-04', '2031-11-06'],
    );
    expect(figures(rows)[0]).toMatch(/^update/);
  });
});

describe('what may not be set against each other', () => {
  it.each([
    [
      'the killed against the injured',
      'The storm killed 4 people in Lisk.',
      'The storm injured 19 people in Lisk.',
    ],
    [
      'one of several tranches against the whole',
      'Orvania will send the first group of 2,600 soldiers to Lisk.',
      'Orvania will send 12,000 soldiers to Lisk.',
    ],
    [
      'a distance to another place',
      'The quake struck 26 miles north of Port Ellery.',
      'The quake struck 20 miles north of Tarn.',
    ],
    [
      'a part against its whole',
      'The police arrested 23 smugglers near Tarn.',
      'Of the 23 smugglers, the police in Tarn said 12 were citizens of Orvania.',
    ],
    [
      'another currency',
      'The thieves took jewels worth 2 million euros from the shop in Lisk.',
      'The thieves took jewels worth £1.7 million from the shop in Lisk.',
    ],
    [
      'sizes of different models',
      'The 13-inch Velder tablet costs $1,099 in the shops of Lisk.',
      'The 15-inch Velder tablet costs $1,299 in the shops of Lisk.',
    ],
  ])('%s', (_name, a, b) => {
    expect(compare(a, b).filter(({ verdict }) => verdict !== 'agree')).toEqual([]);
  });
});

describe('quotations', () => {
  const frame = (words: string, speaker: string): string =>
    `“${words},” ${speaker} told reporters in Port Ellery on Sunday.`;
  const quoted = 'We will not leave a single passenger behind on that island tonight';

  const rowsOf = (a: string, b: string): string[] =>
    compare(a, b)
      .filter(({ kind }) => kind === 'quotation' || kind === 'speaker')
      .map(({ verdict, reason }) => `${verdict} ${reason.code}`);

  it('finds the same words', () => {
    expect(rowsOf(frame(quoted, 'Mayor Ada Lunde'), frame(quoted, 'Mayor Ada Lunde'))).toEqual([
      'agree same-quotation',
    ]);
  });

  it('does not take a shortened quotation for a changed one', () => {
    const short = 'We will not leave a single passenger behind';
    expect(rowsOf(frame(quoted, 'Mayor Ada Lunde'), frame(short, 'Mayor Ada Lunde'))).toEqual([
      'agree quotation-shortened',
    ]);
  });

  it('shows one word altered', () => {
    const altered = quoted.replace('not leave', 'never leave');
    expect(rowsOf(frame(quoted, 'Mayor Ada Lunde'), frame(altered, 'Mayor Ada Lunde'))).toEqual([
      'differ quotation-altered',
    ]);
  });

  it('shows no synonym, no acronym and no second translation as altered', () => {
    const told =
      'Norlink asks all customers of the Inland Express line to keep their old tickets at home this week';
    const words = (from: string, to: string): string[] =>
      rowsOf(frame(told, 'Mayor Ada Lunde'), frame(told.replace(from, to), 'Mayor Ada Lunde'));
    expect(words('old tickets', 'blue tickets')).toEqual(['differ quotation-altered']);
    expect(words('Inland Express', 'IE')).toEqual(['agree quotation-shortened']);
    const twice = told.replace('old tickets', 'blue tickets').replace('at home', 'in drawers');
    expect(rowsOf(frame(told, 'Mayor Ada Lunde'), frame(twice, 'Mayor Ada Lunde'))).toEqual([
      'agree quotation-shortened',
    ]);
  });

  it('shows the same words from another mouth', () => {
    expect(rowsOf(frame(quoted, 'Mayor Ada Lunde'), frame(quoted, 'Captain Jonas Rehn'))).toContain(
      'differ other-speaker',
    );
  });
});

describe('a case in court', () => {
  const charged =
    'Jonas Rehn of Harrow was charged with the murder of the clerk Ilse Dahl at the Lisk market.';
  const kindsOf = (a: string, b: string): string[] =>
    compare(a, b)
      .map(({ kind }) => kind)
      .filter((kind) => kind === 'statement' || kind === 'name');
  const reported = (b: string): string[] =>
    compare(charged, b)
      .filter(({ kind }) => kind === 'statement' || kind === 'name')
      .map(({ reason }) => reason.code);

  it('is told of twice only at one stage; at another both name who it is', () => {
    const convicted =
      'Jonas Rehn of Harrow was convicted of the murder of the clerk Ilse Dahl at the Lisk market.';
    expect(reported(charged.replace('was charged', 'has been charged'))).toEqual(['same-statement']);
    expect(reported(convicted)).toEqual(['same-name']);
    expect(kindsOf(convicted, charged.replace('was charged with', 'pleaded not guilty to'))).toEqual([
      'name',
    ]);
    const theft = (verb: string): string =>
      `A clerk was ${verb} theft in the Lisk case that set President Ilse Dahl against Tarn.`;
    expect(kindsOf(theft('charged with'), theft('charged with'))).toEqual(['statement']);
    expect(kindsOf(theft('charged with'), theft('convicted of'))).toEqual([]);

    expect(reported(convicted.replace('Jonas Rehn of Harrow', 'A man').replace('Ilse Dahl ', ''))).toEqual(
      [],
    );
  });
});

describe('a denial of what the other article tells', () => {
  it('is found behind a verb that says little', () => {
    const offer = 'President Ilse Dahl offered to extend the port of Lisk into the Orvania bay.';
    const kinds = (b: string): string[] => compare(offer, b).map(({ verdict, kind }) => `${verdict} ${kind}`);
    expect(kinds('A spokesman says President Ilse Dahl made an offer to extend the port of Lisk.')).toContain(
      'agree statement',
    );
    expect(
      kinds('A spokesman says President Ilse Dahl had not made an offer to extend the port of Lisk.'),
    ).not.toContain('agree statement');
  });
});

describe('statements beside figures that differ', () => {
  it('does not say both report a fact whose toll they give differently', () => {
    const rows = compare(
      'A fire on the ferry Maren Dahl killed 12 people off Port Ellery on Saturday.',
      'A fire on the ferry Maren Dahl killed nine people off Port Ellery on Saturday.',
    );
    expect(rows.filter(({ kind }) => kind === 'statement')).toEqual([]);
    expect(figures(rows)).toEqual(['differ: 12 people / nine people']);
  });
});
