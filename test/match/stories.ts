import type { Article } from '../../src/model/article';
import { identify } from '../../src/model/identity';
import { joinParagraphs, onDay, plainArticle } from '../../src/model/plain-article';

/** What a test says about an article; the rest is filled in. */
export interface Draft {
  address: string;
  outlet: string;
  headline: string;
  day?: string;
  paragraphs: string[];
  language?: string;
  wireCredit?: string;
  original?: string;
  links?: { words: string; href: string }[];
}

/** An invented article as the extraction stage would give it. */
export function article(draft: Draft): Article {
  const { text, paragraphs } = joinParagraphs(draft.paragraphs);
  const links = (draft.links ?? []).map(({ words, href }) => {
    const at = text.indexOf(words);
    if (at < 0) throw new Error(`"${words}" is not in the text`);
    return { start: at, end: at + words.length, href };
  });
  const { id, address } = identify(draft.address, null, text);
  return plainArticle({
    id,
    address,
    outlet: { value: draft.outlet, source: 'meta' },
    host: address.identity.split('/')[0]!,
    headline: { value: draft.headline, source: 'json-ld' },
    wireCredit: draft.wireCredit ? { value: draft.wireCredit, source: 'byline' } : null,
    published: draft.day ? onDay(draft.day, 'meta') : null,
    language: { value: draft.language ?? 'en', source: 'declared' },
    original: draft.original ? { value: draft.original, source: 'visible' } : null,
    text,
    paragraphs,
    links,
    captured: { at: '2031-05-02T10:00:00Z', how: 'page', reader: 'readability' },
  });
}

/** A small generator, so that random tests repeat themselves. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const syllables = 'ba ke lo mi tu ran sel dor vin pal gar het mos qui zan fre'.split(' ');

/** An invented word for a number, the same each time. */
export const inventedWord = (number: number): string => {
  let word = '';
  for (let rest = number + 17; rest > 0; rest = Math.floor(rest / syllables.length)) {
    word += syllables[rest % syllables.length];
  }
  return word;
};

/** An article of invented words: common ones, and a few of its own event. */
export function inventedArticle(number: number, event: number, random: () => number, words = 120): Article {
  const pick = () => {
    const share = random();
    if (share < 0.25) return inventedWord(10_000 + event * 8 + Math.floor(random() * 8));
    return inventedWord(Math.floor(400 * random() ** 2));
  };
  const sentence = () => `${Array.from({ length: 12 }, pick).join(' ')}.`;
  return article({
    address: `https://paper-${number % 7}.test/story-${number}`,
    outlet: `Paper ${number % 7}`,
    headline: Array.from({ length: 7 }, pick).join(' '),
    day: `2031-05-${String(1 + (event % 27)).padStart(2, '0')}`,
    paragraphs: Array.from({ length: Math.ceil(words / 12) }, sentence),
  });
}
