import type { Section } from '../section';

/** Pages on how coverage comes in. */
export const coverageSections: Section[] = [
  { id: 'following', title: 'followingTitle', group: 'coverage', load: () => import('./following-page') },
  { id: 'bring-in', title: 'bringInTitle', group: 'coverage', load: () => import('./bring-in-page') },
  { id: 'hosts', title: 'hostsTitle', group: 'coverage', load: () => import('./hosts-page') },
  { id: 'requests', title: 'requestsTitle', group: 'coverage', load: () => import('./requests-page') },
  {
    id: 'more-coverage',
    title: 'moreCoverageTitle',
    group: 'coverage',
    within: 'library',
    load: () => import('./more-coverage-page'),
  },
];
