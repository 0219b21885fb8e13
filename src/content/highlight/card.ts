import type { PageMark } from '../../messages/page-calls';
import { type CardPlace, type MarkKind, markKinds } from './style';

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

/** Letters of other outlets' sentences that a card has room for, and how many of them. */
const roomForSentences = 420;
const mostSentences = 3;

/** As much of a sentence as there is room for, cut between words and shown to be cut. */
function cutTo(length: number, sentence: string): string {
  const words = sentence.replace(/\s+/g, ' ').trim();
  if (words.length <= length) return words;
  const cut = words.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length >> 1))} …`;
}

/** The rows a card tells of, the strongest first: what agrees is told where nothing else is. */
function told(marks: PageMark[]): PageMark[] {
  const sorted = [...marks].sort((a, b) => markKinds.indexOf(a.kind) - markKinds.indexOf(b.kind));
  const notable = sorted.filter(({ kind }) => kind !== 'agree');
  return (notable.length > 0 ? notable : sorted).slice(0, 2);
}

/** What the card of a sentence says: each row's kind, and other outlets with their sentences, verbatim. */
export function cardText(marks: PageMark[]): string {
  const rows = told(marks);
  const shown = Math.max(1, Math.floor(mostSentences / rows.length));
  const count = rows.reduce((sum, { others }) => sum + Math.min(shown, others.length), 0);
  const room = Math.floor(roomForSentences / Math.max(1, count));
  const parts = rows.map((mark) => {
    const labels = mark.labels ?? englishLabels(mark.kind);
    const others = mark.others.slice(0, shown);
    const sentences = others.map(({ outlet, words }) => `${outlet}\n“${cutTo(room, words)}”`);
    return [labels.kind, ...(sentences.length > 0 ? sentences : [labels.nobodyElse])].join('\n\n');
  });
  const keys = (rows[0]?.labels ?? englishLabels('differ')).keys;
  return `${parts.join('\n\n')}\n\n${keys}`;
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
