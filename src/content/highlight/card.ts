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

/** What the card says: the kind, and each other outlet with its sentence, verbatim. */
export function cardText(mark: PageMark): string {
  const labels = mark.labels ?? englishLabels(mark.kind);
  const others = mark.others.map(
    ({ outlet, words: sentence }) => `${outlet}\n“${sentence.replace(/\s+/g, ' ')}”`,
  );
  const body = others.length > 0 ? others.join('\n\n') : labels.nobodyElse;
  return `${labels.kind}\n\n${body}\n\n${labels.keys}`;
}

const cardWidth = 360;
const gap = 8;

/** Below the sentence where there is room, above it otherwise, always within the window. */
export function placeCard(
  sentence: { top: number; bottom: number; left: number },
  window: { width: number; height: number },
): CardPlace {
  const width = Math.min(cardWidth, window.width - 2 * gap);
  const left = Math.max(gap, Math.min(sentence.left, window.width - width - gap));
  const below = sentence.bottom + gap;
  const room = window.height - below;
  const top = room > window.height * 0.35 ? below : Math.max(gap, sentence.top - gap - window.height * 0.35);
  return { top: Math.round(top), left: Math.round(left), width: Math.round(width) };
}
