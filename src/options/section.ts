import type { ComponentType } from 'preact';
import type { TextKey } from '../ui/texts';

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
  /** The listed page this one is reached from; it is not listed itself. */
  within?: string;
  load: () => Promise<{ default: ComponentType<SectionProps> }>;
}
