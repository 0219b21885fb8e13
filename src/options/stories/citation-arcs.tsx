import { say, type TextKey } from '../../ui/texts';
import type { CitationEdge, CitationGraph } from './citation-graph';

const lineHeight = 26;
const start = 150;

/** An arc from the outlet that cites to the one it rests on. */
function arc(from: number, to: number): string {
  // The two arcs of a ring must not lie on one another: the one that leads up reaches further.
  const reach = start + 34 + Math.abs(from - to) * 14 + (from > to ? 16 : 0);
  const y1 = from * lineHeight + 13;
  const y2 = to * lineHeight + 13;
  return `M${start} ${y1} C${reach} ${y1} ${reach} ${y2} ${start + 7} ${y2}`;
}

const kindWords = ({ kinds }: CitationEdge): string =>
  kinds.map((kind) => say(`citation_${kind.replace('-', '_')}` as TextKey)).join(', ');

/** Outlets as a list, an arc for each citation; the same edges as sentences beside it. */
export function CitationArcs({ graph: { nodes, edges } }: { graph: CitationGraph }) {
  if (edges.length === 0) return <p class="quiet">{say('citationsNone')}</p>;
  const at = new Map(nodes.map(({ name }, index) => [name, index]));
  const height = nodes.length * lineHeight;
  const width = start + 70 + nodes.length * 12;
  return (
    <div class="citations">
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
        <defs>
          <marker
            id="tip"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
            markerUnits="userSpaceOnUse"
          >
            <path d="M0 0 8 4 0 8Z" />
          </marker>
        </defs>
        {nodes.map(({ name, stored }, index) => (
          <text
            key={name}
            x={start - 8}
            y={index * lineHeight + 17}
            text-anchor="end"
            class={stored ? '' : 'absent'}
          >
            {name.length > 20 ? `${name.slice(0, 19)}…` : name}
          </text>
        ))}
        {edges.map((edge) => (
          <path
            key={`${edge.from} ${edge.to}`}
            class={edge.loop ? 'arc loop' : 'arc'}
            d={arc(at.get(edge.from) ?? 0, at.get(edge.to) ?? 0)}
            marker-end="url(#tip)"
          />
        ))}
      </svg>
      <ul class="plain">
        {edges.map((edge) => (
          <li key={`${edge.from} ${edge.to}`}>
            {say('citesSentence', { from: edge.from, to: edge.to })}{' '}
            <span class="quiet">
              {kindWords(edge)}
              {edge.loop && ` · ${say('citationLoop')}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
