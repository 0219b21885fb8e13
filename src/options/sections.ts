import { coverageSections } from './coverage/sections';
import type { Section } from './section';

const own: Section[] = [
  { id: 'library', title: 'library', group: 'reading', load: () => import('./library/library-page') },
  { id: 'stories', title: 'storiesTitle', group: 'reading', load: () => import('./stories/stories-page') },
  {
    id: 'story',
    title: 'storyTitle',
    group: 'reading',
    within: 'stories',
    load: () => import('./stories/story-page'),
  },
  {
    id: 'pair',
    title: 'sideBySide',
    group: 'reading',
    within: 'stories',
    load: () => import('./pair/pair-page'),
  },
  {
    id: 'article',
    title: 'readingView',
    group: 'reading',
    within: 'library',
    load: () => import('./reading/reading-page'),
  },
  {
    id: 'corrections',
    title: 'correctionsTitle',
    group: 'care',
    load: () => import('./corrections/corrections-page'),
  },
  { id: 'archive', title: 'archiveTitle', group: 'care', load: () => import('./archive/archive-page') },
  { id: 'storage', title: 'storageTitle', group: 'care', load: () => import('./storage/storage-page') },
  { id: 'settings', title: 'settingsTitle', group: 'care', load: () => import('./settings/settings-page') },
];

export const sections: Section[] = [...own, ...coverageSections];
