import type { ComponentType } from 'preact';
import type { TextKey } from '../ui/texts';
import { coverageSections } from './coverage/sections';

/** What a page of the library is given: the rest of the address, `#/article/ID` → `['ID']`. */
export interface SectionProps {
  path: string[];
}

/** One page of the library: its place in the navigation and where its code is loaded from. */
export interface Section {
  /** First part of the address `#/id`. */
  id: string;
  title: TextKey;
  group: 'reading' | 'coverage' | 'care';
  /** Pages that are reached from another page are not listed. */
  listed?: boolean;
  load: () => Promise<{ default: ComponentType<SectionProps> }>;
}

const own: Section[] = [
  { id: 'library', title: 'library', group: 'reading', load: () => import('./library/library-page') },
  { id: 'stories', title: 'storiesTitle', group: 'reading', load: () => import('./stories/stories-page') },
  {
    id: 'story',
    title: 'storyTitle',
    group: 'reading',
    listed: false,
    load: () => import('./stories/story-page'),
  },
  {
    id: 'pair',
    title: 'sideBySide',
    group: 'reading',
    listed: false,
    load: () => import('./pair/pair-page'),
  },
  {
    id: 'article',
    title: 'readingView',
    group: 'reading',
    listed: false,
    load: () => import('./reading/reading-page'),
  },
  {
    id: 'corrections',
    title: 'correctionsTitle',
    group: 'care',
    load: () => import('./corrections/corrections-page'),
  },
  { id: 'archive', title: 'archiveTitle', group: 'care', load: () => import('./archive/archive-page') },
  { id: 'settings', title: 'settingsTitle', group: 'care', load: () => import('./settings/settings-page') },
];

export const sections: Section[] = [...own, ...coverageSections];
