/** What a reader typed into the search field, taken apart. Everything in it must hold. */
export interface SearchTerms {
  words: string[];
  phrases: string[];
  without: string[];
  outlets: string[];
  tags: string[];
  /** `YYYY-MM-DD`, exclusive: "before:2031-03" means before 1 March 2031. */
  before: string | null;
  /** `YYYY-MM-DD`, inclusive: "after:2031-03" means from 1 March 2031 on. */
  after: string | null;
  is: ('read' | 'unread' | 'cut' | 'headline')[];
  /** "has:differ", "has:note", "has:tag", "has:versions". */
  has: ('differ' | 'note' | 'tag' | 'versions')[];
}

const part = /(-?)(?:(\p{L}+):)?(?:"([^"]*)"?|(\S+))/gu;

/** First day of a day, month or year written as 2031-03-02, 2031-03 or 2031; null for anything else. */
export function firstDay(text: string): string | null {
  const match = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

const states: Record<string, SearchTerms['is'][number]> = {
  read: 'read',
  unread: 'unread',
  cut: 'cut',
  headline: 'headline',
};

const belongings: Record<string, SearchTerms['has'][number]> = {
  differ: 'differ',
  differs: 'differ',
  note: 'note',
  notes: 'note',
  tag: 'tag',
  tags: 'tag',
  versions: 'versions',
};

/** Puts one `name:value` into `terms`; false when it is no operator, so that "note:this" is searched as words. */
function operator(terms: SearchTerms, name: string, value: string): boolean {
  if (name === 'outlet') terms.outlets.push(value);
  else if (name === 'tag') terms.tags.push(value);
  else if ((name === 'before' || name === 'after') && firstDay(value)) terms[name] = firstDay(value);
  else if (name === 'is' && states[value]) terms.is.push(states[value]);
  else if (name === 'has' && belongings[value]) terms.has.push(belongings[value]);
  else return false;
  return true;
}

/** Words, "phrases", -without, outlet:, tag:, before:, after:, is:, has:. Never fails: what is no operator is a word. */
export function parseSearch(text: string): SearchTerms {
  const terms: SearchTerms = {
    words: [],
    phrases: [],
    without: [],
    outlets: [],
    tags: [],
    before: null,
    after: null,
    is: [],
    has: [],
  };
  for (const [whole, minus, name, quoted, bare] of text.matchAll(part)) {
    const value = (quoted ?? bare ?? '').trim().toLowerCase();
    if (!value) continue;
    if (name && !minus && operator(terms, name.toLowerCase(), value)) continue;
    if (name) terms.words.push(whole.replace(/"/g, '').toLowerCase());
    else if (minus) terms.without.push(value);
    else if (quoted !== undefined && value.includes(' ')) terms.phrases.push(value);
    else terms.words.push(value);
  }
  return terms;
}
