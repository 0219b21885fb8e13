export { compareVoices } from './across/compare-voices';
export { checkHeadline } from './across/headline';
export type { AnalysedArticle } from './align/profile';
export { comparePair } from './verdict/compare-pair';
export { reasonCodes, reasonSentence } from './verdict/reasons';
export type { PairRow, PairSide } from './verdict/rows';
