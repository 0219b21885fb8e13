/** Feeds, imports and the request log: see src/coverage. */
// biome-ignore lint/complexity/noBannedTypes: replaced by the coverage stage's calls
export type CoverageCalls = {};
