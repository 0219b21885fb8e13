import type { AttributionMention } from '../../model/claim';
import type { ReadAttribution } from './attributions';

/** Attributions without the tokens they were read from, as they are stored. */
export const assembleAttributions = (attributions: readonly ReadAttribution[]): AttributionMention[] =>
  attributions.map(({ speech: _speech, ...mention }) => mention);
