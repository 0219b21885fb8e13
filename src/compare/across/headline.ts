import type { Row, VoiceId } from '../../model/comparison';
import type { AnalysedArticle, Profile } from '../align/profile';
import { partText, profileOf } from '../align/profile';
import { rarityOf } from '../align/rarity';
import { relateQuantities } from '../align/values';
import { pairContext } from '../verdict/compare-pair';
import { blockedBy } from '../verdict/guards';
import type { QuantityItem } from '../verdict/quantity-items';
import { quantityItems } from '../verdict/quantity-items';
import { type QuantityPair, quantityPairs } from '../verdict/quantity-pairs';
import { differStrength } from '../verdict/quantity-rows';
import { nameOfQuantity } from './labels';

/** The article as two: its headline, and its body. Sentence numbers stay those of the analysis. */
function only(profile: Profile, part: 'headline' | 'text'): Profile {
  const keep = profile.sentences.filter((sentence) => sentence.part === part);
  return {
    ...profile,
    sentences: keep,
    clausesOf: (at) => profile.clausesOf(keep[at]?.sentence ?? -1),
  };
}

const figureOf = (item: QuantityItem, article: string, voice: string) => ({
  label: item.text,
  low: item.quantity.low,
  high: item.quantity.high,
  unit: item.quantity.unit || null,
  evidence: [
    {
      quote: {
        article,
        part: item.sentence.part,
        start: item.sentence.start,
        end: item.sentence.end,
      },
      marks: [{ start: item.quantity.start, end: item.quantity.end }],
      voice,
      stance: item.claim.stance,
      source: null,
    },
  ],
});

/** A headline figure is settled when any figure of the body can stand for it. */
const isBorneOut = (item: QuantityItem, body: readonly QuantityItem[]): boolean =>
  body.some(({ quantity }) => !['different', 'other'].includes(relateQuantities(item.quantity, quantity)));

const leastStrength = 0.6;

function rowOf({ a, b }: QuantityPair, strength: number, profile: Profile, voice: VoiceId): Row {
  const article = profile.article.id;
  return {
    id: `headline-${article}-${a.quantity.start}`,
    verdict: 'differ',
    kind: 'quantity',
    label: nameOfQuantity(a.claim, partText(profile.article, a.sentence.part), a.quantity.figure) || a.text,
    values: [figureOf(a, article, voice), figureOf(b, article, voice)],
    reason: { code: 'headline-other-value', parameters: { a: a.text, b: b.text } },
    confidence: strength,
    certain: false,
  };
}

/**
 * An article's headline against its own body: a figure in the headline that no figure of the body bears out and
 * that one of them contradicts. `voice` is the voice the evidence is put under.
 */
export function checkHeadline(article: AnalysedArticle, voice: VoiceId): Row[] {
  const profile = profileOf(article);
  const headline = only(profile, 'headline');
  const body = only(profile, 'text');
  if (headline.sentences.length === 0 || body.sentences.length === 0) return [];
  const context = pairContext(headline, body, rarityOf([profile]));
  const bodyItems = quantityItems(body);
  return quantityPairs(context)
    .filter(({ a, relation }) => relation === 'different' && !isBorneOut(a, bodyItems))
    .filter((pair) => blockedBy(pair) === null)
    .map((pair) => ({ pair, strength: differStrength(pair, context) }))
    .filter(({ strength }) => strength >= leastStrength)
    .sort((x, y) => y.strength - x.strength)
    .slice(0, 1)
    .map(({ pair, strength }) => rowOf(pair, strength, profile, voice));
}
