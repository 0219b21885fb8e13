import { describe, expect, it } from 'vitest';
import { citationGraph } from '../../src/options/stories/citation-graph';
import { herald, post } from './gallery/articles';
import { cardOf } from './gallery/library';

describe('the graph of who cites whom', () => {
  const cards = [
    { ...cardOf(post), outlet: 'The Marrow Post' },
    { ...cardOf(herald), outlet: 'Quill Herald' },
  ];
  const cites = (from: string, to: string | null, name: string) => ({
    from,
    to,
    name,
    kind: 'reported' as const,
    span: null,
  });

  it('draws an outlet once, however its name is spelled', () => {
    const { nodes, edges } = citationGraph(
      [cites(herald.id, null, 'marrow post'), cites(herald.id, post.id, 'The Marrow Post')],
      cards,
    );
    expect(nodes.map(({ name }) => name)).toEqual(['The Marrow Post', 'Quill Herald']);
    expect(edges).toHaveLength(1);
  });

  it('finds a ring through two spellings', () => {
    const { edges } = citationGraph(
      [cites(herald.id, null, 'Marrow Post'), cites(post.id, herald.id, 'Quill Herald')],
      cards,
    );
    expect(edges.map(({ loop }) => loop)).toEqual([true, true]);
  });

  it('does not draw an outlet that cites itself', () => {
    expect(citationGraph([cites(post.id, null, 'Marrow Post')], cards).edges).toEqual([]);
  });
});
