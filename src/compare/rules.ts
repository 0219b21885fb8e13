/** Version of the rules that make claims. An analysis stored under another version is made again. */
export const analysisRules = 9;

/** Version of alignment, verdicts and grouping; part of what makes a comparison reproducible. */
export const comparisonRules = 10;
