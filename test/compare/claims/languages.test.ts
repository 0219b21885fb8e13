import { describe, expect, it } from 'vitest';
import { read } from './reading';

describe('German', () => {
  const german = { language: 'de', day: '2031-10-18' };

  it('reads numbers with their own marks and words', () => {
    const reading = read(
      'Bei dem Brand starben mindestens 12 Menschen. Rund 1.500 Anwohner verließen die Stadt. Der Schaden liegt bei 3,5 Millionen Euro.',
      german,
    );
    expect(
      reading.quantities.map(({ low, kind, bound, approximate }) => [low, kind, bound, approximate]),
    ).toEqual([
      [12, 'count', 'at-least', false],
      [1500, 'count', 'exact', true],
      [3.5e6, 'money', 'exact', false],
    ]);
    expect(read('Dreiundsechzig Boote sanken im Hafen.', german).quantities[0]?.low).toBe(63);
  });

  it('reads days and hours', () => {
    expect(read('Die Brücke wurde am 8. Oktober 2031 gesperrt.', german).times[0]?.from).toBe('2031-10-08');
    expect(read('Die Brücke wurde am Freitag gesperrt.', german).times[0]?.from).toBe('2031-10-17');
    expect(read('Die Brücke wurde vor zwei Jahren gesperrt.', german).times[0]?.from).toBe('2029-01-01');
    expect(read('Das Beben begann um 17.06 Uhr in Harburg.', german).times[0]?.clock?.minutes).toBe(1026);
  });

  it('reads who says so, denial and negation', () => {
    const said = read('Bürgermeisterin Jana Held sagte, dass die Brücke am Montag brach.', german).claim(
      'die Brücke',
    );
    expect([said.attribution?.source.key, said.attribution?.cue.lemma]).toEqual(['jana held', 'sagen']);
    expect(read('Laut Polizei wurden 14 Männer festgenommen.', german).claim('14 Männer').stance).toBe(
      'official',
    );
    expect(read('Die Brücke ist nicht sicher für Lastwagen.', german).claims[0]?.negated).toBe(true);
    expect(read('„Die Brücke ist sicher“, sagte Jana Held.', german).analysis.quotations[0]).toMatchObject({
      text: 'Die Brücke ist sicher',
      speakerKey: 'jana held',
    });
  });
});

describe('German verbs in two parts', () => {
  const german = { language: 'de', day: '2031-10-18' };
  const fire = 'Neun Menschen sind am Samstag bei einem Brand vor Lundhafen getötet worden.';

  it('keeps the clause whole, under the verb that carries the meaning', () => {
    const { claims } = read(fire, german);
    expect(claims).toHaveLength(1);
    expect(claims[0]?.predicates[0]).toMatchObject({ lemma: 'töten', passive: true });
  });

  it('finds at the end of the clause what happened to the counted', () => {
    expect(read(fire, german).quantities[0]?.casualty).toBe('killed');
  });
});

describe('Spanish', () => {
  const spanish = { language: 'es', day: '2031-10-18' };

  it('reads numbers with their own marks and words', () => {
    const reading = read(
      'Al menos 12 personas murieron en el incendio. Unos 1.500 vecinos dejaron la ciudad. El daño es de 3,5 millones de euros.',
      spanish,
    );
    expect(
      reading.quantities.map(({ low, bound, approximate, casualty }) => [low, bound, approximate, casualty]),
    ).toEqual([
      [12, 'at-least', false, 'killed'],
      [1500, 'exact', true, null],
      [3.5e6, 'exact', false, null],
    ]);
  });

  it('takes Saturday for a day and not for a participle', () => {
    const { claims } = read('Doce personas murieron el sábado en un incendio en Puerto Lima.', spanish);
    expect(claims).toHaveLength(1);
    expect(claims[0]?.predicates.map(({ lemma }) => lemma)).toEqual(['morir']);
  });

  it('reads days', () => {
    expect(read('El puente se cerró el 8 de octubre de 2031.', spanish).times[0]?.from).toBe('2031-10-08');
    expect(read('El puente se cerró ayer.', spanish).times[0]?.from).toBe('2031-10-17');
    expect(read('El puente se cerró hace dos años.', spanish).times[0]?.from).toBe('2029-01-01');
  });

  it('reads who says so, denial and negation', () => {
    const said = read('La alcaldesa Marta Ruel dijo que el puente cayó el lunes.', spanish).claim(
      'el puente cayó',
    );
    expect([said.attribution?.source.key, said.attribution?.cue.lemma]).toEqual(['marta ruel', 'decir']);
    expect(read('Según la policía, 14 hombres fueron detenidos.', spanish).claim('14 hombres').stance).toBe(
      'official',
    );
    expect(read('El puente no es seguro para camiones.', spanish).claims[0]?.negated).toBe(true);
    expect(read('«El puente es seguro», dijo Marta Ruel.', spanish).analysis.quotations[0]).toMatchObject({
      text: 'El puente es seguro',
      speakerKey: 'marta ruel',
    });
  });
});

describe('a language nothing is known of', () => {
  it('still gives sentences, numbers, dates, names and quotations', () => {
    const reading = read(
      'Tulva vei 24 venettä Helin satamassa 2031-10-08. Vahinko on 40 % talosta. Satama maksoi €300. ”Silta on poikki”, sanoi Aino Virta.',
      { language: 'fi' },
    );
    expect(reading.analysis.sentences).toHaveLength(4);
    expect(reading.quantities.map(({ low, kind }) => [low, kind])).toEqual([
      [24, 'count'],
      [40, 'percent'],
      [300, 'money'],
    ]);
    expect(reading.times[0]?.from).toBe('2031-10-08');
    expect(reading.entities.map((entity) => entity.key)).toContain('aino virta');
    expect(reading.analysis.quotations[0]?.text).toBe('Silta on poikki');
    expect(reading.analysis.language).toBe('und');
  });
});
