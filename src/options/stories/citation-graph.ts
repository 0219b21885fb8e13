import type { ArticleCard } from '../../messages/library-calls';
import type { Citation } from '../../model/comparison';
import { outletKey } from '../../text/outlet-name';

export interface CitationEdge {
  from: string;
  to: string;
  kinds: Citation['kind'][];
  /** Part of a ring in which outlets cite one another. */
  loop: boolean;
}

export interface CitationGraph {
  /** Outlets, those nobody cites and everybody rests on first. */
  nodes: { name: string; stored: boolean; cited: number }[];
  edges: CitationEdge[];
}

/** Whether `to` leads back to `from` over the edges. */
function leadsBack(edges: Pick<CitationEdge, 'from' | 'to'>[], from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [to];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (name === from) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    open.push(...edges.filter((edge) => edge.from === name).map((edge) => edge.to));
  }
  return false;
}

/**
 * Who cites whom, outlet by outlet: several citations of one outlet are one edge with their kinds, and the spellings
 * of one outlet's name are one node, by the spelling of its first stored article.
 */
export function citationGraph(citations: Citation[], cards: ArticleCard[]): CitationGraph {
  const spelling = new Map<string, string>();
  const spelled = (name: string): string => {
    const key = outletKey(name);
    if (!spelling.has(key)) spelling.set(key, name);
    return spelling.get(key) ?? name;
  };
  const outletOf = new Map(cards.map(({ id, outlet }) => [id, spelled(outlet)]));
  const byPair = new Map<string, { from: string; to: string; kinds: Set<Citation['kind']> }>();
  for (const citation of citations) {
    const from = outletOf.get(citation.from);
    const to = (citation.to && outletOf.get(citation.to)) ?? spelled(citation.name);
    if (!from || from === to) continue;
    const key = JSON.stringify([from, to]);
    const known = byPair.get(key) ?? { from, to, kinds: new Set() };
    known.kinds.add(citation.kind);
    byPair.set(key, known);
  }
  const pairs = [...byPair.values()];
  const edges = pairs.map(({ from, to, kinds }) => ({
    from,
    to,
    kinds: [...kinds],
    loop: leadsBack(pairs, from, to),
  }));
  const names = [...new Set(edges.flatMap(({ from, to }) => [to, from]))];
  const stored = new Set(outletOf.values());
  const nodes = names.map((name) => ({
    name,
    stored: stored.has(name),
    cited: edges.filter(({ to }) => to === name).length,
  }));
  nodes.sort((left, right) => right.cited - left.cited || (left.name < right.name ? -1 : 1));
  return { nodes, edges };
}
