export { type AnalysedVoice, comparedInParts, compareVoices } from './across/compare-voices';
export { checkHeadline } from './across/headline';
export type { AnalysedArticle } from './align/profile';
export { analyse } from './claims';
export { type ExplainOptions, type Explanation, explainPair, explanationLines } from './explain';
export { comparePair } from './verdict/compare-pair';
export { type ReasonCode, reasonCodes, reasonSentence, reasonTemplates } from './verdict/reasons';
export type { PairRow, PairSide } from './verdict/rows';
