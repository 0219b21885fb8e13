/** Base units and factors shared by languages; each language adds its own words. */
export const metricUnits: Readonly<Record<string, readonly [string, number]>> = {
  km: ['metre', 1000],
  m: ['metre', 1],
  cm: ['metre', 0.01],
  mm: ['metre', 0.001],
  kg: ['kilogram', 1],
  g: ['kilogram', 0.001],
  'km/h': ['metre per second', 1 / 3.6],
  'km²': ['square metre', 1e6],
  ha: ['square metre', 1e4],
  mw: ['watt', 1e6],
  gw: ['watt', 1e9],
  kwh: ['watt hour', 1000],
  mb: ['byte', 1e6],
  gb: ['byte', 1e9],
  tb: ['byte', 1e12],
};

/** Signs and codes of currencies. A bare "$" is taken for US dollars: the outlets that mean another say so. */
export const currencySigns: Readonly<Record<string, string>> = {
  $: 'USD',
  us$: 'USD',
  a$: 'AUD',
  c$: 'CAD',
  s$: 'SGD',
  nz$: 'NZD',
  hk$: 'HKD',
  '£': 'GBP',
  '€': 'EUR',
  '¥': 'JPY',
  '₹': 'INR',
  usd: 'USD',
  eur: 'EUR',
  gbp: 'GBP',
  chf: 'CHF',
  jpy: 'JPY',
};
