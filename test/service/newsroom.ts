import { articleFromText } from '../../src/extract/plain-text';
import type { Article } from '../../src/model/article';
import { createService, type Service } from '../../src/service';
import { memoryStore, type Store } from '../../src/store';

export interface Newsroom {
  store: Store;
  service: Service;
  /** Sets the clock; every reading of it advances a second. */
  setClock(instant: string): void;
}

/** A service over a memory store, with a clock that tests can set. */
export function newsroom(store: Store = memoryStore()): Newsroom {
  let now = Date.parse('2031-03-02T08:00:00.000Z');
  const clock = (): string => {
    now += 1000;
    return new Date(now).toISOString();
  };
  return {
    store,
    service: createService({ store, clock }),
    setClock: (instant) => {
      now = Date.parse(instant);
    },
  };
}

/** A fictional article. */
export function article(
  outlet: string,
  headline: string,
  text: string,
  fields: { day?: string } = {},
): Article {
  const host = `${outlet.toLowerCase().replace(/[^a-z]+/g, '-')}.example`;
  const made = articleFromText({
    headline,
    text,
    address: `https://${host}/2031/${headline.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
    outlet,
    published: fields.day ?? '2031-03-01',
    language: 'en',
    capturedAt: '2031-03-02T08:00:00.000Z',
    how: 'page',
  });
  if (!made.ok) throw new Error(`fixture is no article: ${made.failure.code}`);
  return made.value;
}

const ferry = {
  courier: [
    'The ferry Morwenna ran aground off the island of Tresk on Saturday morning with 214 people on board, the Ardel coastguard said.',
    'Three passengers were injured, one of them seriously, said coastguard commander Ilse Varga.',
    'The vessel, built in 2009, had left the port of Callow at 6:40 a.m. for the mainland town of Penhollow.',
    'Divers found a crack four metres long in the hull, Varga said.',
  ],
  herald: [
    'A ferry with 214 people on board ran aground near Tresk island on Saturday, injuring five passengers, Ardel officials said.',
    'The Morwenna struck rocks shortly after leaving Callow, coastguard commander Ilse Varga told reporters.',
    'Five passengers were injured and taken to the hospital in Penhollow.',
    'The operator, Tresk Lines, said the captain had 22 years of experience.',
  ],
};

/** Two reports of one event, which differ in the number of injured. */
export const ferryStory = (): [Article, Article] => [
  article('Ardel Courier', 'Ferry Morwenna runs aground off Tresk', ferry.courier.join('\n\n')),
  article('Penhollow Herald', 'Five injured as ferry hits rocks near Tresk', ferry.herald.join('\n\n')),
];

/** A sentence that both reports of `reusingStory` have. */
export const villagers =
  'Fishermen from the village of Sarn had brought blankets and soup to the quay long before the first ambulance came over the hill';

/** The same two, with one paragraph in common. */
export const reusingStory = (): [Article, Article] => [
  article(
    'Ardel Courier',
    'Ferry Morwenna runs aground off Tresk',
    [...ferry.courier, `${villagers}.`].join('\n\n'),
  ),
  article(
    'Penhollow Herald',
    'Five injured as ferry hits rocks near Tresk',
    [`${villagers}.`, ...ferry.herald].join('\n\n'),
  ),
];

/** A report of something else. */
export const budgetReport = (): Article =>
  article(
    'Ardel Courier',
    'Callow council votes down school budget',
    [
      'The Callow town council voted down the school budget on Friday by nine votes to six.',
      'Council member Joris Tamm said the plan for 12 new classrooms would be discussed again in April.',
    ].join('\n\n'),
  );

/** The value of a result; a failure fails the test with its code. */
export function given<T>(result: { ok: true; value: T } | { ok: false; failure: { code: string } }): T {
  if (!result.ok) throw new Error(`failed: ${result.failure.code}`);
  return result.value;
}

export const codeOf = (result: { ok: boolean; failure?: { code: string } }): string =>
  result.failure?.code ?? 'no failure';
