import { type NumberLanguage, wordSet } from '../language';
import { currencySigns, metricUnits } from '../measures';

const tens: Record<string, number> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';

const cardinals: Record<string, number> = {
  ...Object.fromEntries(small.split(' ').map((word, value) => [word, value])),
  ...tens,
};

const ordinalWords =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth';

const unitRows: [string, string, number][] = [
  ['kilometer kilometre kilometers kilometres kms', 'metre', 1000],
  ['mile miles', 'metre', 1609.344],
  ['meter metre meters metres', 'metre', 1],
  ['centimeter centimetre centimeters centimetres', 'metre', 0.01],
  ['foot feet ft', 'metre', 0.3048],
  ['inch inches', 'metre', 0.0254],
  ['yard yards', 'metre', 0.9144],
  ['kilogram kilograms kilo kilos', 'kilogram', 1],
  ['ton tons tonne tonnes', 'kilogram', 1000],
  ['pound-weight lb lbs', 'kilogram', 0.45359],
  ['ounce ounces oz', 'kilogram', 0.02835],
  ['mph', 'metre per second', 0.44704],
  ['kph kmh kmph', 'metre per second', 1 / 3.6],
  ['knot knots', 'metre per second', 0.51444],
  ['acre acres', 'square metre', 4046.86],
  ['hectare hectares', 'square metre', 1e4],
  ['liter litre liters litres', 'litre', 1],
  ['gallon gallons', 'litre', 3.785],
  ['barrel barrels', 'barrel', 1],
  ['megawatt megawatts', 'watt', 1e6],
  ['gigawatt gigawatts', 'watt', 1e9],
];

const durationRows: [string, number][] = [
  ['second seconds sec secs', 1],
  ['minute minutes min mins', 60],
  ['hour hours hr hrs', 3600],
  ['day days', 86400],
  ['week weeks', 604800],
  ['month months', 2592000],
  ['year years yr yrs', 31536000],
  ['decade decades', 315360000],
];

const spread = <T>(rows: readonly (readonly [string, T])[]): Record<string, T> =>
  Object.fromEntries(
    rows.flatMap(([words, value]) => words.split(' ').map((word) => [word, value] as const)),
  );

export const englishNumbers: NumberLanguage = {
  decimalMark: '.',
  cardinals,
  multipliers: {
    hundred: 100,
    thousand: 1e3,
    million: 1e6,
    billion: 1e9,
    trillion: 1e12,
    dozen: 12,
    mn: 1e6,
    mln: 1e6,
    bn: 1e9,
    bln: 1e9,
    tn: 1e12,
    m: 1e6,
    b: 1e9,
    k: 1e3,
  },
  ordinals: Object.fromEntries(ordinalWords.split(' ').map((word, index) => [word, index + 1])),
  vague: {
    dozens: [24, 99],
    scores: [40, 199],
    hundreds: [200, 999],
    thousands: [2000, 99_999],
    millions: [2e6, 999e6],
    billions: [2e9, 999e9],
    tens: [20, 99],
    several: [3, 9],
    handful: [3, 7],
    couple: [2, 3],
    few: [3, 8],
  },
  fractions: {
    half: 0.5,
    third: 1 / 3,
    thirds: 1 / 3,
    quarter: 0.25,
    quarters: 0.25,
    fifth: 0.2,
    fifths: 0.2,
  },
  compound(word) {
    if (!word.includes('-')) return null;
    const parts = /^([a-z]+)-([a-z]+)$/.exec(word);
    const ten = parts ? tens[parts[1]!] : undefined;
    const one = parts ? cardinals[parts[2]!] : undefined;
    return ten !== undefined && one !== undefined && one > 0 && one < 10 ? ten + one : null;
  },
  joiners: wordSet('and'),
  articles: wordSet('a an'),
  approximate: wordSet(
    'about around approximately approx roughly nearly almost some estimated circa close virtually near',
  ),
  bounds: [
    ['no fewer than', 'at-least'],
    ['no less than', 'at-least'],
    ['not less than', 'at-least'],
    ['a minimum of', 'at-least'],
    ['at least', 'at-least'],
    ['at a minimum', 'at-least'],
    ['upwards of', 'more-than'],
    ['in excess of', 'more-than'],
    ['more than', 'more-than'],
    ['greater than', 'more-than'],
    ['higher than', 'more-than'],
    ['well over', 'more-than'],
    ['just over', 'more-than'],
    ['exceeding', 'more-than'],
    ['exceeds', 'more-than'],
    ['exceeded', 'more-than'],
    ['over', 'more-than'],
    ['above', 'more-than'],
    ['no more than', 'at-most'],
    ['a maximum of', 'at-most'],
    ['as many as', 'at-most'],
    ['as much as', 'at-most'],
    ['as high as', 'at-most'],
    ['at most', 'at-most'],
    ['up to', 'at-most'],
    ['less than', 'less-than'],
    ['fewer than', 'less-than'],
    ['just under', 'less-than'],
    ['under', 'less-than'],
    ['below', 'less-than'],
  ],
  boundsAfter: [
    ['or more', 'at-least'],
    ['or so', 'approximate'],
    ['or fewer', 'at-most'],
    ['or less', 'at-most'],
  ],
  rangeWords: wordSet('to or - – —'),
  between: wordSet('between'),
  and: wordSet('and'),
  of: wordSet('of'),
  percent: wordSet('% percent pct'),
  percentPairs: [['per', 'cent']],
  percentPoints: wordSet('point points'),
  currencies: {
    ...currencySigns,
    ...spread<string>([
      ['dollar dollars bucks', 'USD'],
      ['euro euros', 'EUR'],
      ['pound pounds sterling', 'GBP'],
      ['yen', 'JPY'],
      ['rupee rupees', 'INR'],
      ['yuan renminbi', 'CNY'],
      ['ruble rubles rouble roubles', 'RUB'],
      ['franc francs', 'CHF'],
      ['crown crowns krona kronor', 'crown'],
      ['rand', 'ZAR'],
      ['won', 'KRW'],
      ['peso pesos', 'peso'],
      ['dinar dinars', 'dinar'],
      ['lira', 'TRY'],
    ]),
  },
  units: {
    ...metricUnits,
    ...Object.fromEntries(
      unitRows.flatMap(([words, unit, factor]) =>
        words.split(' ').map((word) => [word, [unit, factor] as const]),
      ),
    ),
  },
  durations: spread(durationRows),
  nautical: wordSet('nautical'),
  degrees: wordSet('degree degrees °'),
  fahrenheit: wordSet('f fahrenheit'),
  celsius: wordSet('c celsius centigrade'),
  magnitude: wordSet('magnitude richter'),
  quakes: wordSet('quake quakes earthquake earthquakes temblor tremor aftershock aftershocks'),
  old: wordSet('old'),
  aged: wordSet('aged age'),
  additional: wordSet('more other others additional further extra new'),
  labels: wordSet(
    'version edition chapter section article amendment phase stage room route highway flight level type page game grade ' +
      'block interstate channel building district division no number gate platform line act resolution item top day week round ' +
      'unit reactor terminal runway pier bus train',
  ),
  scopes: wordSet(
    'population toll magnitude depth height length width weight speed distance value price cost salary turnout revenue profit ' +
      'loss budget fine reward ransom bail capacity temperature age area unemployment inflation rate share stake deal offer ' +
      'bid contract total record average debt sentence majority lead margin circulation ticket rent wage income gdp deficit ' +
      'surplus donation grant bonus tax fee',
  ),
  inhabitants: wordSet('residents inhabitants'),
  homeWords: wordSet('has have had home'),
  none: wordSet('no zero without none nobody'),
  countedStates: wordSet(
    'dead killed injured wounded hurt missing arrested homeless displaced trapped hospitalized hospitalised detained rescued unaccounted stranded infected evacuated',
  ),
  directionWords: wordSet(
    'north south east west northeast northwest southeast southwest north-east north-west south-east south-west northern southern off outside offshore inland away',
  ),
  awayWords: wordSet('of from'),
  scoreWords: wordSet(
    'victory win defeat loss lead draw score match beat beats beating won lost set sets game vote votes voted voting tally margin season halftime rout trailed wins clinch clinched defeated unbeaten record ruling tie',
  ),
  charges: wordSet('count charge'),
  casualties: {
    killed: wordSet(
      'kill kills killed killing die dies died dead death deaths fatality fatalities slain slay slayed slaying murder murdered toll perish perished lives casualties fatally drown drowned massacre massacred corpses bodies',
    ),
    injured: wordSet(
      'injure injures injured injuring injury injuries wound wounded wounding hurt hurting hospitalized hospitalised',
    ),
    missing: wordSet('missing unaccounted vanished disappeared'),
    arrested: wordSet(
      'arrest arrests arrested arresting detain detained detains detaining detention custody apprehended captured',
    ),
    displaced: wordSet(
      'displace displaced displacing evacuate evacuated evacuating evacuation homeless flee fled fleeing',
    ),
    rescued: wordSet('rescue rescued rescuing saved freed'),
  },
};
