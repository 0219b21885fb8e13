import type { Entity } from '../../model/claim';
import type { NameLanguage } from '../languages/language';
import type { NameContext } from './name-context';
import { kindOf, plain, splitRole, titleInside } from './name-roles';
import { spelled, type Token } from './tokens';

/** An entity with the tokens it was read from, `toToken` exclusive. */
export interface ReadEntity extends Entity {
  fromToken: number;
  toToken: number;
}

const capital = /^\p{Lu}/u;

const functionClasses = new Set(['ADV', 'ADP', 'SCONJ', 'DET', 'PRON', 'CCONJ', 'VERB', 'AUX', 'INTJ']);

const isFirst = (tokens: readonly Token[], at: number): boolean =>
  at === 0 ||
  (at <= 2 && /^["'(:—–-]$/.test(tokens[at - 1]!.text)) ||
  /^["':]$/.test(tokens[at - 1]?.text ?? '');

const startsName = (
  tokens: readonly Token[],
  at: number,
  headline: boolean,
  context: NameContext,
): boolean => {
  const { names } = context;
  const token = tokens[at]!;
  if (!capital.test(token.text) || context.isNoName(token.lower)) return false;
  const nation = names.nations.has(token.lower) || names.nations.has(plain(token));
  if (token.text.length === 1 && tokens[at + 1]?.text !== '.') return false;
  // Parts of addresses and handles: "pic.test/YxshZ", "@Dell".
  const before = tokens[at - 1];
  if (before && before.end === token.start && /^[/@#_.\d]/.test(before.text)) return false;
  if (names.ignored.has(token.lower) && token.text !== 'US') return false;
  if (names.nounsCapitalised && token.wordClass !== 'PROPN' && !nation) return false;
  const nextCapital =
    tokens[at + 1] !== undefined &&
    capital.test(tokens[at + 1]!.text) &&
    !context.isNoName(tokens[at + 1]!.lower);
  if (nation || context.inCapitals.has(token.text))
    return (
      !headline ||
      nation ||
      !context.inLowerCase.has(token.lower) ||
      (nextCapital && token.wordClass === 'PROPN')
    );
  if (headline)
    return (
      !context.inLowerCase.has(token.lower) &&
      (token.wordClass === 'PROPN' || !functionClasses.has(token.wordClass)) &&
      token.wordClass !== 'NOUN'
    );
  if (!isFirst(tokens, at)) return true;
  if (functionClasses.has(token.wordClass)) return false;
  // "Prosecutors said", "Industry sources": an ordinary word with a capital only because it comes first.
  if (context.isCommonWord(token.lower) && !nextCapital) return false;
  if (context.inLowerCase.has(token.lower)) return nextCapital && token.wordClass === 'PROPN';
  return token.wordClass === 'PROPN' || nextCapital;
};

/** Last token of the name that begins at `from`. */
const endOfName = (
  tokens: readonly Token[],
  from: number,
  headline: boolean,
  context: NameContext,
): number => {
  const { names } = context;
  let end = from;
  for (;;) {
    const next = tokens[end + 1];
    const second = tokens[end + 2];
    if (!next) return end;
    const followsCapital =
      second !== undefined && capital.test(second.text) && !context.isNoName(second.lower);
    if (capital.test(next.text) && !context.isNoName(next.lower) && next.text !== 'I') {
      if (
        headline &&
        (context.inLowerCase.has(next.lower) || functionClasses.has(next.wordClass)) &&
        !context.inCapitals.has(next.text)
      )
        return end;
      end++;
    } else if (names.particles.has(next.lower) && followsCapital) end += 2;
    else if (
      names.organisationJoiners.has(next.lower) &&
      tokens.slice(from, end + 1).some((token) => names.organisationWords.has(plain(token)))
    ) {
      const article = second?.lower === 'the' ? 1 : 0;
      const third = tokens[end + 2 + article];
      if (!third || !capital.test(third.text) || context.isNoName(third.lower)) return end;
      end += 2 + article;
    } else return end;
  }
};

/** Whether a word is an initial inside a name: "Mara J. Dell" and "Mara Dell" are one. */
const isMiddleInitial = ({ text }: Token, at: number, words: readonly Token[]): boolean =>
  at > 0 && at < words.length - 1 && /^\p{Lu}\.$/u.test(text);

const entity = (
  tokens: readonly Token[],
  from: number,
  end: number,
  part: Partial<ReadEntity>,
): ReadEntity => ({
  start: tokens[from]!.start,
  end: tokens[end]!.end,
  key: tokens
    .slice(from, end + 1)
    .filter((token, at, words) => !isMiddleInitial(token, at, words))
    .map((token) => token.lower)
    .join(' ')
    .replace(/\.$/, ''),
  name: spelled(tokens.slice(from, end + 1)),
  kind: 'unknown',
  role: null,
  adjective: false,
  fromToken: from,
  toToken: end + 1,
  ...part,
});

const nationOf = (words: readonly Token[], names: NameLanguage): string | undefined => {
  const text = words.map((token) => token.lower).join(' ');
  return names.nations.get(text) ?? names.nations.get(text.replace(/\.$/, ''));
};

const nation = (
  tokens: readonly Token[],
  from: number,
  end: number,
  key: string,
  names: NameLanguage,
): ReadEntity => {
  const text = tokens
    .slice(from, end + 1)
    .map((token) => token.lower)
    .join(' ');
  const adjective = names.demonyms.has(text);
  return entity(tokens, from, end, { key, kind: adjective ? 'nationality' : 'place', adjective });
};

/** "Korean Soldiers", "Russian Far East": a nation word in front of another name stands for itself. */
const leadingNation = (
  tokens: readonly Token[],
  from: number,
  end: number,
  names: NameLanguage,
): ReadEntity | null => {
  for (const length of [2, 1]) {
    if (end - from < length) continue;
    const key = nationOf(tokens.slice(from, from + length), names);
    if (key) return nation(tokens, from, from + length - 1, key, names);
  }
  return null;
};

const entitiesBefore = (
  tokens: readonly Token[],
  from: number,
  end: number,
  context: NameContext,
): ReadEntity[] => {
  const key = nationOf(tokens.slice(from, end + 1), context.names);
  if (key) return [nation(tokens, from, end, key, context.names)];
  const kind = kindOf(tokens, from, end, null, context);
  return [entity(tokens, from, end, { kind: kind === 'person' ? 'organisation' : kind })];
};

/** Names of one sentence in order. `headline`: most words are capitalised, so a capital tells little. */
export function entitiesIn(tokens: readonly Token[], headline: boolean, context: NameContext): ReadEntity[] {
  const { names } = context;
  const found: ReadEntity[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (!startsName(tokens, at, headline, context)) continue;
    const end = endOfName(tokens, at, headline, context);
    const whole = nationOf(tokens.slice(at, end + 1), names);
    if (whole) {
      found.push(nation(tokens, at, end, whole, names));
      at = end;
      continue;
    }
    const title = titleInside(tokens, at, end, names);
    if (title > at) {
      // "Vantor CEO Mark Hurd": the body, then the person with the title between them.
      found.push(...entitiesBefore(tokens, at, title - 1, context));
      at = title - 1;
      continue;
    }
    const role = splitRole(tokens, at, end, names);
    const organisation = tokens.slice(at, end + 1).some((token) => names.organisationWords.has(plain(token)));
    const front = role.role || organisation ? null : leadingNation(tokens, at, end, names);
    if (front) {
      found.push(front);
      at = front.toToken - 1;
      continue;
    }
    if (role.role && role.roleFrom < role.from) {
      const key = nationOf(tokens.slice(role.roleFrom, role.roleFrom + 1), names);
      if (key) found.push(nation(tokens, role.roleFrom, role.roleFrom, key, names));
    }
    found.push(
      entity(tokens, role.from, end, {
        kind: kindOf(tokens, role.from, end, role.role, context),
        role: role.role,
      }),
    );
    at = end;
  }
  return found;
}
