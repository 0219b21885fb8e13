import type { Section } from '../sections';

/** Pages on how coverage comes in. */
export const coverageSections: Section[] = [];
