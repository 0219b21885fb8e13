import { type NameLanguage, wordSet } from '../language';
import { englishGenders } from './given-names';
import { nationRows } from './nations';

const nations = new Map<string, string>();
const demonyms = new Set<string>();
const seats = new Set<string>();
for (const row of nationRows.split('\n')) {
  const [name = '', others = '', capitals = ''] = row.split('|');
  nations.set(name, name);
  for (const other of others.split(',').filter(Boolean)) {
    nations.set(other, name);
    // Names of the country in another form end like no demonym or carry full stops: "u.s.", "holland".
    if (
      !/^(?:u\.|us|uk|usa|eu|e\.u|uae|drc|dprk|america$|united|britain|great|holland|the |burma|türkiye|czechia|bosnia)/.test(
        other,
      )
    )
      demonyms.add(other);
  }
  for (const capital of capitals.split(',').filter(Boolean)) {
    nations.set(capital, name);
    seats.add(capital);
  }
}

export const englishNames: NameLanguage = {
  titles: wordSet(
    'mr mrs ms messrs dr drs prof profs president presidents vice prime minister ministers foreign defense defence interior finance chief head director secretary general gen ' +
      'major maj lieutenant lt colonel col captain capt sergeant sgt corporal private officer senator senators sen sens representative representatives rep reps governor governors gov govs mayor mayors judge judges ' +
      'justice justices attorney lawyer prosecutor spokesman spokeswoman spokesperson ceo chairman chairwoman chair king queen prince princess pope coach manager ' +
      'actor actress singer sheriff detective inspector commissioner ambassador leader analyst professor doctor sir lord lady congressman congresswoman ' +
      'admiral commander deputy assistant executive former ex retired acting co-founder founder owner star quarterback striker defender midfielder premier ' +
      'chancellor activist author director-general superintendent constable principal bishop archbishop cardinal rabbi imam sheikh sultan emperor rev reverend ' +
      'host reporter correspondent pollster strategist nominee candidate rival aide adviser advisor treasurer economist scientist engineer pilot driver resident ' +
      'witness victim suspect goalkeeper winger',
  ),
  genders: englishGenders,
  organisationWords: wordSet(
    'institute agency ministry department service services center centre council committee commission university college company corp corporation inc ltd llc group ' +
      'bank court police army navy force forces party union association organization organisation federation foundation church school hospital team club league ' +
      'board bureau office administration government parliament senate congress house network times post journal news press radio tv channel airlines airways ' +
      'technologies systems motors studios society coalition authority command railway railways council observatory survey academy fund trust institute guard ' +
      'brigade battalion herald tribune gazette guardian telegraph chronicle magazine campaign ltd plc ag gmbh',
  ),
  placeWords: wordSet(
    'city town village province state county region district river lake sea ocean bay gulf island islands mountain mountains valley street road avenue highway ' +
      'airport square park beach coast bridge oblast ground camp hotel stadium peninsula desert strait border capital area harbour harbor port pass hills heights ' +
      'forest canyon cape station tunnel canal',
  ),
  directionWords: wordSet(
    'far north south east west northern southern eastern western central northeast northwest southeast southwest middle upper lower',
  ),
  nations,
  demonyms,
  seats,
  placePrepositions: wordSet('in at near from to of outside around into toward towards across off through'),
  particles: wordSet('de la le al el bin ibn van von der den da di du dos del & y'),
  organisationJoiners: wordSet('of for'),
  ignored: wordSet(
    'i a the in on at it he she they we but and this that these those there here if when while after before for his her their its as no not so some what who how ' +
      'also last next earlier later early late why where which with by from to of or yet still since until under over all both many most more according meanwhile however ' +
      'then now our my your you monday',
  ),
  nounsCapitalised: false,
};
