import type { PageMark } from '../../messages/page-calls';
import type { CardPlace, MarkKind } from './style';

const englishKinds: Record<MarkKind, string> = {
  agree: '= Agree',
  differ: '≠ Differ',
  update: '→ Update',
  'only-here': '● Only here',
};

const englishLabels = (kind: MarkKind): NonNullable<PageMark['labels']> => ({
  kind: englishKinds[kind],
  keys: 'Alt+N next · Alt+P previous · Esc off',
  nobodyElse: 'No other stored coverage says this.',
});

/** Letters of other outlets' sentences that a card has room for. */
const roomForSentences = 720;

/** As much of a sentence as there is room for, cut between words and shown to be cut. */
function cutTo(length: number, sentence: string): string {
  const words = sentence.replace(/\s+/g, ' ').trim();
  if (words.length <= length) return words;
  const cut = words.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length >> 1))} …`;
}

/** What the card says: the kind, and each other outlet with its sentence, verbatim. */
export function cardText(mark: PageMark): string {
  const labels = mark.labels ?? englishLabels(mark.kind);
  const room = Math.floor(roomForSentences / Math.max(1, mark.others.length));
  const others = mark.others.map(({ outlet, words }) => `${outlet}\n“${cutTo(room, words)}”`);
  const body = others.length > 0 ? others.join('\n\n') : labels.nobodyElse;
  return `${labels.kind}\n\n${body}\n\n${labels.keys}`;
}

const cardWidth = 360;
const gap = 8;

/** Below the sentence or above it, where there is more room; it touches the sentence and never covers it. */
export function placeCard(
  sentence: { top: number; bottom: number; left: number },
  window: { width: number; height: number },
): CardPlace {
  const width = Math.min(cardWidth, window.width - 2 * gap);
  const left = Math.max(gap, Math.min(sentence.left, window.width - width - gap));
  const below = window.height - sentence.bottom - 2 * gap;
  const above = sentence.top - 2 * gap;
  const isBelow = below >= Math.min(window.height * 0.4, above);
  const distance = isBelow ? sentence.bottom + gap : window.height - sentence.top + gap;
  return {
    edge: isBelow ? 'top' : 'bottom',
    distance: Math.round(Math.max(gap, distance)),
    left: Math.round(left),
    width: Math.round(width),
    // A sentence as high as the window leaves room nowhere: then the card lies over its end.
    height: Math.round(Math.max(isBelow ? below : above, window.height * 0.3)),
  };
}
