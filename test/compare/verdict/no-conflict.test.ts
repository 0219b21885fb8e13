import { describe, expect, it } from 'vitest';
import { differing } from '../two-sentences';

describe('times that do not contradict', () => {
  it('does not set the day a report was sent against the day of the event', () => {
    const second = 'On December 23, President Ilse Dahl adopted the orphan Yan Celva as her godson.';
    expect(
      differing('On December 29, President Ilse Dahl adopted the orphan Yan Celva as her godson.', second),
    ).toHaveLength(1);
    expect(
      differing(
        'PORT ELLERY, Dec. 29 (Agency) -- President Ilse Dahl adopted the orphan Yan Celva as her godson.',
        second,
      ),
    ).toEqual([]);
  });

  it('tells a year of asking from the year of what was asked for', () => {
    const first = 'In 1973 Orvania extended the custom of the godson to girls.';
    expect(differing(first, 'In 1999 Orvania extended the custom of the godson to girls.')).toHaveLength(1);
    expect(
      differing(first, 'The Rehns appealed in 1999 to have the custom of the godson extended to girls.'),
    ).toEqual([]);
    expect(differing(first, 'In the 1970s Orvania extended the custom of the godson to girls.')).toEqual([]);
  });

  it('does not make a year up for a day that is written without one', () => {
    const found = 'His body was found by a hotel maid July 27, the coroner of Lisk said.';
    const dated = 'His body was found by a hotel maid Tuesday, July 27, 2028, in the town of Lisk.';
    expect(differing(found, dated, '2028-07-29')).toEqual([]);
  });
});

describe('denials that are none', () => {
  it('finds none where both tell what was done instead', () => {
    const instead = 'Norlink employs men from Tarn as pilots of the Lisk ferry instead.';
    expect(
      differing('Norlink does not employ men from Tarn as pilots of the Lisk ferry.', instead),
    ).toHaveLength(1);
    expect(
      differing('Instead, Norlink does not employ men from Tarn as pilots of the Lisk ferry.', instead),
    ).toEqual([]);
  });

  it('reads "had yet to" as "had not yet"', () => {
    expect(
      differing(
        'Ilse Rehn had not yet regained consciousness and was on a ventilator in Harrow.',
        'Ilse Rehn had yet to regain consciousness Wednesday and was on a ventilator in Harrow.',
      ),
    ).toEqual([]);
  });

  it('does not take two sayings for one with a "not" put in', () => {
    expect(
      differing(
        'Dahl told the court: “I used money that should have been used for my campaign.”',
        'Dahl told the court that he “used money that shouldn’t have been used,” and wept.',
      ),
    ).toEqual([]);
  });
});
