import type { Attribution, Stance } from '../../model/claim';
import type { Language } from '../languages/language';
import type { Clause } from './clauses';
import type { Token } from './tokens';

/** Words in a clause that weaken it, as lemmas without repetition. */
export function hedgesOf(tokens: readonly Token[], clause: Clause, language: Language): string[] {
  const words = tokens.slice(clause.from, clause.to).filter((token) => {
    if (!language.stance.hedges.has(token.lower)) return false;
    // The month of May and "a might" are no hedges.
    return !(
      token.wordClass === 'PROPN' ||
      (/^(?:may|might)$/.test(token.lower) && token.wordClass === 'NOUN')
    );
  });
  return [...new Set(words.map((token) => (token.wordClass === 'VERB' ? token.lemma : token.lower)))];
}

/**
 * Whether the clause's main predicate is negated. "not ... until" tells when something happened, not that it
 * did not; a negative subject ("No militants were inside") negates like a negated verb.
 */
export function isNegated(tokens: readonly Token[], clause: Clause, language: Language): boolean {
  const { stance } = language;
  const main = clause.main;
  if (!main)
    return tokens
      .slice(clause.from, clause.to)
      .some((token) => stance.negators.has(token.lower) || stance.negativeDeterminers.has(token.lower));
  const subject = tokens.slice(clause.from, main.first);
  const negativeSubject = subject.some((token) => stance.negativeDeterminers.has(token.lower));
  const negated = main.negated !== negativeSubject;
  const untilAfter = tokens.slice(main.last + 1, clause.to).some((token) => stance.until.has(token.lower));
  return negated && !(main.negated && untilAfter);
}

const doubtful =
  /^(?:alleg|purport|report|suppos|rumou?r|unconfirmed|unverified|suspect|ostensibl|angeblich|mutmaßlich|presunt|supuest)/;

/** The rung of the ladder a claim stands on. */
export function stanceOf(
  attribution: Attribution | null,
  hedges: readonly string[],
  language: Language,
): Stance {
  if (attribution && language.speech.denialVerbs.has(attribution.cue.lemma)) return 'denied';
  if (hedges.some((hedge) => doubtful.test(hedge))) return 'alleged';
  if (!attribution) return 'stated';
  if (attribution.source.official)
    return attribution.source.named || !language.speech.unnamedSources.has(attribution.source.key)
      ? 'official'
      : 'unnamed-source';
  return attribution.source.named ? 'named-source' : 'unnamed-source';
}
