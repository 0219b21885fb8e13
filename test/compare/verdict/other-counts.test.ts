import { describe, expect, it } from 'vitest';
import { comparePair } from '../../../src/compare';
import { areOtherActions, nearestVerb } from '../../../src/compare/verdict/nearest-verb';
import { analysed } from '../articles';
import { differing, told } from '../two-sentences';

/** Each first sentence against a second that differs from it, and a third that only counts something else. */
describe('two numbers that answer two questions', () => {
  it.each([
    [
      'a span of time',
      'The ferry line Norlink paid $43 million in fees to the port of Lisk.',
      'The ferry line Norlink paid $61 million in fees to the port of Lisk.',
      'The ferry line Norlink paid $61 million in fees to the port of Lisk since 2027.',
    ],
    [
      'a rate',
      'Jonas Rehn scored 22 points for the Harrow eleven at the Ellery hall.',
      'Jonas Rehn scored 29 points for the Harrow eleven at the Ellery hall.',
      'Jonas Rehn scored 29.4 points for the Harrow eleven at the Ellery hall.',
    ],
    [
      'a season and a match',
      'Jonas Rehn rushed for 63 yards in the victory over the Tarn eleven.',
      'Jonas Rehn rushed for 150 yards in the victory over the Tarn eleven.',
      'Jonas Rehn rushed for only 150 yards this season with the eleven.',
    ],
    [
      'what was needed and what was had',
      'Jonas Rehn posted 20 points in the Harrow game against Tarn to pass the record.',
      'Jonas Rehn posted nine points in the Harrow game against Tarn to pass the record.',
      'Jonas Rehn needed nine points in the Harrow game against Tarn to pass the record.',
    ],
    [
      'who did it and whom it was done to',
      'The shooting at the Lisk market in Harrow on Sunday killed 13 people.',
      'The shooting at the Lisk market in Harrow on Sunday killed five people.',
      'The shooting at the Lisk market in Harrow on Sunday killed five attackers.',
    ],
    [
      'the matter of a sum',
      'Governor Ilse Dahl will propose $6 billion in road repairs for Orvania on Friday.',
      'Governor Ilse Dahl will propose $5 billion in road repairs for Orvania on Friday.',
      'Governor Ilse Dahl will propose $5 billion in school meals for Orvania on Friday.',
    ],
    [
      'the action',
      'The clerk Jonas Rehn served five months in the Lisk prison for bribery.',
      'The clerk Jonas Rehn served eight months in the Lisk prison for bribery.',
      'The clerk Jonas Rehn served time in the Lisk prison for bribery, with all but eight months suspended.',
    ],
    [
      'how long something took and how long ago it was',
      'The ferry Maren Dahl was held by the police for eight days in the port of Lisk.',
      'The ferry Maren Dahl was held by the police for five days in the port of Lisk.',
      'The ferry Maren Dahl was held by the police five days before in the port of Lisk.',
    ],
    [
      'a course of some length and a stay',
      'Jonas Rehn trained for 11 days at the Camp Ellery base in Harrow.',
      'Jonas Rehn trained for seven days at the Camp Ellery base in Harrow.',
      'Jonas Rehn trained in a seven day course at the Camp Ellery base in Harrow.',
    ],
    [
      'what a number changes by',
      'The Orvanian league is about to have 16 teams, its owner Ilse Dahl said in Lisk.',
      'The Orvanian league is about to have 14 teams, its owner Ilse Dahl said in Lisk.',
      'The Orvanian league is about to expand by 14 teams, its owner Ilse Dahl said in Lisk.',
    ],
    [
      'a season told behind a comma and a match',
      'Jonas Rehn rushed for 63 yards in the victory over the Tarn eleven.',
      'Jonas Rehn rushed for 150 yards in the victory over the Tarn eleven.',
      'Jonas Rehn has rushed for 150 yards and has not scored for the eleven this season.',
    ],
  ])('tells %s apart', (_, first, differs, other) => {
    expect(differing(first, differs)).toHaveLength(1);
    expect(differing(first, other)).toEqual([]);
  });

  it('takes a toll further down that is told otherwise for another', () => {
    const base = 'Three Orvanian officers went missing from the Harrow base on Saturday, the sheriff said.';
    const other = 'Two policemen went missing in Tarn while they took a course in spring.';
    const filler = ['The gate', 'The road', 'The wood', 'The shop', 'The mall'].map(
      (place) => `${place} was searched by dogs for hours.`,
    );
    const missing = (paragraphs: string[]): string[] =>
      comparePair(analysed({ outlet: 'one', paragraphs: [base] }), analysed({ outlet: 'two', paragraphs }))
        .filter(({ verdict }) => verdict !== 'agree')
        .map((row) => `${row.a.value} / ${row.b.value}`);
    expect(missing([other, ...filler])).toEqual(['Three Orvanian officers / Two policemen']);
    expect(missing([...filler, other])).toEqual([]);
  });

  it('finds the parts of a whole among other numbers', () => {
    const whole = 'The Orvanian league of the owner Ilse Dahl has 30 teams.';
    expect(differing(whole, 'The Orvanian league of the owner Ilse Dahl has 16 teams.')).toHaveLength(1);
    expect(
      differing(
        whole,
        'The Orvanian league of the owner Ilse Dahl has 16 teams in the east and 14 in the west, and wants two more teams.',
      ),
    ).toEqual([]);
  });

  it('reads a limit by its upper end', () => {
    const first = 'As many as 40 firefighters fought the blaze at the Lisk chapel.';
    expect(differing(first, 'As many as 35 to 40 firefighters fought the blaze at the Lisk chapel.')).toEqual(
      [],
    );
    expect(differing(first, 'As many as 30 firefighters fought the blaze at the Lisk chapel.')).toHaveLength(
      1,
    );
  });

  it('takes a like case of the month before for another', () => {
    const first = 'Three Orvanian officers vanished from the Harrow base on Saturday night.';
    expect(
      differing(first, 'Two Orvanian officers vanished from the Harrow base on Saturday night.'),
    ).toHaveLength(1);
    expect(
      differing(first, 'Earlier this month, two Orvanian officers vanished from the Tarn base in the north.'),
    ).toEqual([]);
  });

  it('adds up what is joined, and leaves a toll of one place and a converted sum alone', () => {
    const whole = 'The blast at the Lisk school killed 10 people, the sheriff of Harrow said.';
    expect(
      differing(whole, 'The blast at the Lisk school killed eight people, the sheriff of Harrow said.'),
    ).toHaveLength(1);
    expect(
      differing(
        whole,
        'The blast at the Lisk school killed eight pupils and two porters, the sheriff of Harrow said.',
      ),
    ).toEqual([]);
    const both = 'Two blasts at the chapels of Lisk and Tarn on Sunday killed 37 people, the sheriff said.';
    expect(
      differing(both, 'A blast at the chapels of Lisk and Tarn on Sunday killed 13 people.'),
    ).toHaveLength(1);
    expect(differing(both, 'In Tarn, a blast at the chapels on Sunday killed 13 people.')).toEqual([]);
    const loan = 'The national strike was held before Orvania gets a $144 billion loan from the Lisk fund.';
    expect(
      differing(
        loan,
        'The national strike was held before Orvania gets a euro110 billion ($131 billion) loan from the Lisk fund.',
      ),
    ).toEqual([]);
  });

  it('knows two roundings of one sum', () => {
    const first = 'Governor Ilse Dahl committed $138 million to the repair of the Lisk bridges.';
    expect(
      differing(first, 'Governor Ilse Dahl committed almost $139 million to the repair of the Lisk bridges.'),
    ).toEqual([]);
    expect(
      differing(first, 'Governor Ilse Dahl committed $149 million to the repair of the Lisk bridges.'),
    ).toHaveLength(1);
  });
});

it('gives an age to the name before it, not to the next one', () => {
  const charged =
    'Rehn is charged with murder in the death of Kafur, 63, and the shootings of Riva, 47, and Steinmar, 48.';
  const named =
    'He is charged in the shootings of Riva, 47, of Tarn Heights, and Steinmar, 48, of Bruce Township.';
  expect(differing(named, charged)).toEqual([]);
});

it('leaves a surname alone where two of that name are told of', () => {
  const suspect = '35-year-old Rehn faces two counts of murder after Ilse Rehn was found dead in Harrow.';
  const victim =
    'The body of Ilse Rehn, 61, was found in Harrow. Her son Jonas Rehn was arrested on Tuesday.';
  expect(differing(suspect, victim)).toEqual([]);
});

it('ties a number or an hour to its own verb', () => {
  const text =
    'The clerk was arrested at 2:30 a.m. and was booked into the jail of Lisk by 6 a.m., the sheriff said.';
  const { analysis } = analysed({ outlet: 'one', paragraphs: [text] });
  const verbs = ['2:30', '6 a.m.'].map((hour) => {
    const start = text.indexOf(hour);
    const claim = analysis.claims.find((each) => each.start <= start && each.end > start);
    return claim ? nearestVerb(claim, { start, end: start + hour.length }) : null;
  });
  expect(verbs.map((verb) => verb?.lemma)).toEqual(['arrest', 'book']);
  expect(areOtherActions(verbs[0] ?? null, verbs[1] ?? null)).toBe(true);
  expect(areOtherActions(verbs[0] ?? null, verbs[0] ?? null)).toBe(false);
});

it('does not count things among the injured', () => {
  const toll = 'About 40 were injured when a train left the rails at the Lisk junction on Tuesday.';
  expect(
    told(
      'quantity',
      toll,
      'A train left the rails at the Lisk junction on Tuesday, and 38 people were hurt.',
    ),
  ).toEqual(['agree: About 40 / 38 people']);
  expect(
    told('quantity', toll, 'The 38 wagons of a train left the rails at the Lisk junction on Tuesday.'),
  ).toEqual([]);
});

it('does not take "not before" a day for "by" that day', () => {
  const plan = 'The railway line to Harrow is to reopen by May 24.';
  expect(told('time', plan, 'The railway line to Harrow is expected to reopen before May 24.')).toEqual([
    'agree: by May 24 / before May 24',
  ]);
  expect(told('time', plan, 'The railway line to Harrow is not expected to reopen before May 24.')).toEqual(
    [],
  );
});

it('names the day of what came after it without the "after"', () => {
  expect(
    told(
      'time',
      'The ferry Maren Dahl ran aground near Port Ellery on Saturday.',
      "Two more people were treated after Saturday's grounding of the ferry Maren Dahl near Port Ellery.",
    ),
  ).toEqual(['agree: on Saturday / Saturday']);
});

it('the same digits in another unit are a slip worth showing, however far apart the values', () => {
  const fell = (height: string): string =>
    `The 36-year-old climber Jonas Rehn slipped and fell ${height} down a steep gully as he neared the hut.`;
  const died =
    'On Friday 36-year-old Jonas Rehn died after slipping and falling 200 feet down a gully by the hut.';
  expect(differing(died, fell('200 metres'))).toEqual(['quantity: 200 feet / 200 metres']);
  expect(differing(died, fell('300 metres'))).toEqual([]);
});

it('an ordinal that stands in both sentences is no figure they agree on', () => {
  expect(
    told(
      'quantity',
      'The Lagoons offered first baseman Jonas Rehn $24 million on Sunday.',
      'The Lagoons made first baseman Jonas Rehn an offer of $24 million.',
    ),
  ).toEqual(['agree: $24 million / $24 million']);
});
