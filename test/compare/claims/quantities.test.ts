import { describe, expect, it } from 'vitest';
import { quantityOf, read } from './reading';

describe('numbers in digits and words', () => {
  it.each([
    ['Ten people were killed in the ferry port.', 10],
    ['The blast killed 10 people in the ferry port.', 10],
    ['Sixty-three people died in the flood.', 63],
    ['About 11,000 dockers walked out of the port.', 11_000],
    ['Two hundred and five miners walked out of the pit.', 205],
    ['Eleven thousand dockers walked out of the port.', 11_000],
    ['Three thousand four hundred miners walked out.', 3400],
    ['Half a million residents left the coast.', 500_000],
    ['A dozen boats sank in the harbour.', 12],
  ])('%s', (text, value) => {
    const quantity = quantityOf(text);
    expect([quantity.low, quantity.high, quantity.kind]).toEqual([value, value, 'count']);
  });

  it.each([
    ['The clerk served 4½ months in the Lisk prison.', 4.5],
    ['The clerk served 4 1/2 months in the Lisk prison.', 4.5],
    ['The clerk served 2 3/4 months in the Lisk prison.', 2.75],
  ])('reads a mixed number: %s', (text, months) => {
    const quantity = quantityOf(text);
    expect([quantity.kind, quantity.low / 2_592_000]).toEqual(['duration', months]);
  });

  it('counts what stands behind an owner', () => {
    expect(quantityOf("Norlink will lay off 26% of the company's workforce.").head).toBe('workforce');
  });

  it('reads no casualties from a charge or from the predicate before', () => {
    expect(quantityOf('Rehn was charged with one count of attempted murder.').casualty).toBeNull();
    expect(quantityOf('A clerk died and two men underwent surgery in Lisk.').casualty).toBeNull();
    expect(quantityOf('The blast injured two men in Lisk.').casualty).toBe('injured');
  });

  it('reads a score with blanks around its hyphen, and no range for one', () => {
    expect(quantityOf('The Lagoons clinched the title with a 20 - 13 win.')).toMatchObject({
      kind: 'score',
      unit: '20-13',
    });
    expect(quantityOf('About 10 - 15 boats sank.')).toMatchObject({ kind: 'count', low: 10, high: 15 });
  });

  it('reads nothing from a numeral torn apart or the number of a model', () => {
    const values = (text: string): number[] =>
      read(text).analysis.claims.flatMap(({ quantities }) => quantities.map(({ low }) => low));
    expect(values('A caller reported the fire at 3: 33 a. m. on Monday.')).toEqual([]);
    expect(values('More than 1, 300 biologists signed the letter.')).toEqual([]);
    expect(values('On May 1, 300 dockers walked out.')).toEqual([300]);
    expect(values('They ran 100, 200 and 300 metres.')).toEqual([100, 200, 300]);
    expect(values('The launch of the vPhone 6 drew 300 people.')).toEqual([300]);
  });

  it('marks approximation on either side of the value', () => {
    expect(quantityOf('Around 1,500 rangers were moved to the border.').approximate).toBe(true);
    expect(quantityOf('Nearly 1,500 rangers were moved to the border.').approximate).toBe(true);
    expect(quantityOf('Some 1,500 rangers were moved to the border.').approximate).toBe(true);
    expect(quantityOf('The army moved 1,500 rangers to the border.').approximate).toBe(false);
    expect(quantityOf('The army moved 1,500 rangers or so to the border.').approximate).toBe(true);
  });

  it.each([
    ['At least 12 miners were killed.', 'at-least', 12],
    ['More than 200 miners were injured.', 'more-than', 200],
    ['No fewer than 30 houses burned.', 'at-least', 30],
    ['Up to 40 houses burned.', 'at-most', 40],
    ['As many as 40 houses burned.', 'at-most', 40],
    ['Fewer than 15 houses burned.', 'less-than', 15],
    ['Over 300 houses burned.', 'more-than', 300],
    ['At least about 70 houses burned.', 'at-least', 70],
  ])('%s', (text, bound, low) => {
    expect([quantityOf(text).bound, quantityOf(text).low]).toEqual([bound, low]);
  });

  it('reads vague amounts as the range they cover', () => {
    const dozens = quantityOf('The storm injured dozens of residents.');
    expect(dozens.vague && dozens.low <= 40 && dozens.high >= 40).toBe(true);
    const thousands = quantityOf('Thousands of residents fled the coast.');
    expect(thousands.low <= 10_000 && thousands.high >= 10_000).toBe(true);
    const more = quantityOf('Hundreds of thousands of residents fled the coast.');
    expect(more.low >= 100_000 && more.high <= 999_999 && more.head === 'residents').toBe(true);
  });

  it('keeps ranges and their upper end', () => {
    const houses = quantityOf('Between 40 and 60 houses burned in Harrow.');
    expect([houses.low, houses.high]).toEqual([40, 60]);
    const offer = quantityOf('Vantor made an offer between $140 and $150 million.');
    expect([offer.low, offer.high, offer.unit]).toEqual([140e6, 150e6, 'USD']);
    const share = quantityOf('The fire destroyed 40 percent to 70 percent of the old town.');
    expect([share.low, share.high, share.kind]).toEqual([40, 70, 'percent']);
    const course = quantityOf('Guards take a 40- to 60-hour course in Harrow.');
    expect([course.low / 3600, course.high / 3600, course.kind]).toEqual([40, 60, 'duration']);
  });
});

describe('money, shares and measures', () => {
  it.each([
    ['Vantor paid $13 billion for the shipyard.', 13e9, 'USD'],
    ['Vantor made a $13.2 billion bid for the shipyard.', 13.2e9, 'USD'],
    ['Vantor paid $5.4bn for the shipyard.', 5.4e9, 'USD'],
    ['Vantor paid US $5.4-billion for the shipyard.', 5.4e9, 'USD'],
    ['The thieves took gems worth €2 million.', 2e6, 'EUR'],
    ['The thieves took gems worth two million euros.', 2e6, 'EUR'],
    ['The thieves took gems worth £1.7m.', 1.7e6, 'GBP'],
    ['The fund lost 400,000 dollars.', 400_000, 'USD'],
  ])('%s', (text, value, currency) => {
    const quantity = quantityOf(text);
    expect([quantity.kind, quantity.low, quantity.unit]).toEqual(['money', value, currency]);
  });

  it.each([
    ['Divers found 80% of the haul.', 80],
    ['Divers found 80 percent of the haul.', 80],
    ['Divers were 99.9 per cent sure of the find.', 99.9],
  ])('%s', (text, value) => {
    expect([quantityOf(text).kind, quantityOf(text).low]).toEqual(['percent', value]);
  });

  it('keeps percentage points apart from percent', () => {
    expect(quantityOf('Support for the harbour plan fell by four percentage points.').kind).toBe(
      'percentage-points',
    );
  });

  it('converts measures to one unit', () => {
    const miles = quantityOf('The quake struck about 85 miles from Port Dell.');
    const kilometres = quantityOf('The quake struck about 135 kilometers from Port Dell.');
    expect(miles.unit).toBe(kilometres.unit);
    expect(Math.abs(miles.low - kilometres.low) / miles.low).toBeLessThan(0.05);
    expect(quantityOf('The climber fell about 2,000 feet into the valley.').low).toBeCloseTo(609.6, 0);
    expect(quantityOf('The fire burned 300 acres of forest.').unit).toBe('square metre');
    expect(quantityOf('Temperatures reached 104 degrees Fahrenheit in Harrow.').low).toBeCloseTo(40, 5);
    expect(quantityOf('The wind blew at speeds of up to 120 mph.').unit).toBe('metre per second');
  });

  it('names the place a distance is measured from', () => {
    expect(quantityOf('The quake struck 26 miles north of Santa Mara.').scope).toBe('distance:santa mara');
    expect(quantityOf('The quake struck 26 miles north of Port Dell.').scope).toBe('distance:port dell');
    expect(quantityOf('The quake struck 26 miles north of the town of Tarn.').scope).toBe('distance:tarn');
    expect(quantityOf('The climber fell 200 feet from a ridge near Tarn.').scope).toBe('');
  });

  it('reads an age torn from its hyphens and leaves a torn fraction alone', () => {
    expect(quantityOf('A 19 - year - old clerk was held in Lisk.').kind).toBe('age');
    expect(read('The line got a $37. 5 million contract in Lisk.').analysis.claims[0]?.quantities).toEqual(
      [],
    );
  });

  it.each([
    'A 6.1-magnitude quake struck the island.',
    'A magnitude-6.1 earthquake struck the island.',
    'A quake of magnitude 6.1 struck the island.',
    'An earthquake measuring 6.1 on the Richter scale jolted the island.',
    'A 6.1 magnitude earthquake struck the island.',
  ])('%s', (text) => {
    expect([quantityOf(text).kind, quantityOf(text).low]).toEqual(['magnitude', 6.1]);
  });

  it('keeps scores apart', () => {
    const score = quantityOf('Harrow United beat Port Dell 3-1 in the final.');
    expect([score.kind, score.low, score.high]).toEqual(['score', 3, 1]);
  });
});

describe('what is no count', () => {
  it.each([
    'Police stopped the driver on Interstate 75.',
    'The fault is limited to Net Explorer 8.',
    'The rescuers came in a 4x4 truck.',
    'Wards were named in chapter 4 of the report.',
    'The mayor @dell9 shared pic.test/Yx7C of the flood.',
    'The station 9News showed the flood.',
  ])('%s', (text) => {
    expect(read(text).quantities).toEqual([]);
  });

  it('keeps ordinals apart from counts', () => {
    const found = read('The first group of 2,600 rangers will leave soon.').quantities;
    expect(
      found.filter((quantity) => quantity.kind === 'count').map((quantity) => [quantity.low, quantity.head]),
    ).toEqual([[2600, 'rangers']]);
    expect(found.filter((quantity) => quantity.kind === 'ordinal').map((quantity) => quantity.low)).toEqual([
      1,
    ]);
  });

  it('reads ages in every form', () => {
    for (const text of [
      'Ilda Morrow, a 22-year-old resident, saw the blast.',
      'Police stopped Tomas Lessel, 22, of Harrow.',
      'The driver, aged 22, was taken away.',
      'The driver is 22 years old.',
    ]) {
      expect([quantityOf(text).kind, quantityOf(text).low], text).toEqual(['age', 22]);
    }
  });
});

describe('what happened to the counted', () => {
  const tolls = (text: string): string[] =>
    read(text).quantities.map((quantity) => `${quantity.casualty} ${quantity.low}`);

  it('tells killed from injured', () => {
    expect(tolls('The quake struck Port Dell, leaving 24 dead and over 200 injured.')).toEqual([
      'killed 24',
      'injured 200',
    ]);
    expect(tolls('At least 24 people were killed and more than 200 injured by the quake.')).toEqual([
      'killed 24',
      'injured 200',
    ]);
    expect(tolls('The bomb killed 24 people and wounded 200 others.')).toEqual(['killed 24', 'injured 200']);
    expect(tolls('Twelve miners are still missing after the blast.')).toEqual(['missing 12']);
    expect(tolls('Police arrested 14 dockers at the port.')).toEqual(['arrested 14']);
  });

  it('reads none as zero', () => {
    expect(tolls('There were no casualties in the camp.')).toEqual(['killed 0']);
    expect(tolls('No one was killed or injured in the raid.')[0]).toBe('killed 0');
    expect(tolls('Officials have no further details of the deaths.')).toEqual([]);
  });

  it('tells a part from its whole', () => {
    const victims = read('Two of the three victims died in the harbour.').quantities;
    expect(victims.map((quantity) => [quantity.low, quantity.part, quantity.whole])).toEqual([
      [2, true, false],
      [3, false, true],
    ]);
    const bombs = read('Five bombs were dropped, of which four exploded.').quantities;
    expect(bombs.find((quantity) => quantity.low === 4)?.part).toBe(true);
  });

  it('keeps what narrows the counted', () => {
    const pirates = read('Marines seized 12 Somali and 11 Yemeni pirates.').quantities;
    expect(pirates.map((quantity) => [quantity.low, quantity.head, quantity.modifiers])).toEqual([
      [12, 'pirates', ['somali']],
      [11, 'pirates', ['yemeni']],
    ]);
    expect(quantityOf('Around 1,500 special forces were moved.').modifiers).toEqual(['special']);
  });

  it('names what a number is about', () => {
    expect(quantityOf('The island has a population of 120,000.').scope).toBe('population');
    expect(quantityOf('The island is home to 120,000 residents.').scope).toBe('population');
    expect(quantityOf('The new model has a price of $1,099.').scope).toBe('price');
  });
});
