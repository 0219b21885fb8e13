export { type KeyedBlobs, memoryBlobs } from './blobs';
export { type Citation, citations, countSources } from './citations';
export { readForCopies } from './copies/copy-groups';
export { type Credit, creditsOf } from './copies/credits';
export { reusesAmong } from './copies/reuse';
export { collapseVoices } from './copies/voices';
export { correctionsFrom, type MatchCorrections } from './corrections';
export type { StoreStatistics } from './frequencies';
export type { IndexState } from './manifest';
export { MatchIndex } from './match-index';
export { type Profile, profileOf } from './profile';
export { type ArticleSource, sourceOf } from './rebuild';
export type { Candidate } from './search';
export { emptySnapshot, type StoreSnapshot } from './snapshot';
export {
  decideStory,
  type OpenStory,
  openStory,
  type StoryContext,
  type StoryDecision,
} from './story';
export { StoryBook } from './story-book';
