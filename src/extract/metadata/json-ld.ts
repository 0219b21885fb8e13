export type LinkedNode = Record<string, unknown>;

/** The parts of a page's linked data that describe the article. */
export interface LinkedData {
  /** The node of the article itself, or null. */
  article: LinkedNode | null;
  nodes: LinkedNode[];
}

const articleTypes =
  /^(?:(?:News|Reportage|Analysis|Opinion|Background|Review|AskPublic)?(?:News)?Article|LiveBlogPosting|BlogPosting|Report|SocialMediaPosting|ScholarlyArticle|TechArticle)$/;

const limits = { nodes: 4_000 };

export const typesOf = (node: LinkedNode): string[] => {
  const type = node['@type'];
  const list = Array.isArray(type) ? type : [type];
  return list
    .filter((name): name is string => typeof name === 'string')
    .map((name) => name.replace(/^.*[/#:]/, ''));
};

const isNode = (value: unknown): value is LinkedNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Text of a linked-data value: a string, `{name}`, `{@value}`, or the first of a list. */
export function linkedText(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return linkedText(value[0]);
  if (!isNode(value)) return null;
  return linkedText(value.name ?? value['@value'] ?? value.headline);
}

const repairs: ((source: string) => string)[] = [
  (source) => source,
  // Line breaks and tabs inside strings, CDATA and comment wrappers: common in hand-made templates.
  (source) =>
    source
      .replace(/^\s*(?:\/\/)?\s*<!\[CDATA\[|(?:\/\/)?\s*\]\]>\s*$/g, '')
      .replace(/^\s*<!--|-->\s*$/g, '')
      .replace(/\p{Cc}+/gu, ' ')
      .replace(/;\s*$/, '')
      .replace(/,\s*([}\]])/g, '$1'),
];

function parse(source: string): unknown {
  for (const repair of repairs) {
    try {
      return JSON.parse(repair(source));
    } catch {
      // Next repair.
    }
  }
  return null;
}

function collect(value: unknown, into: LinkedNode[]): void {
  const waiting: unknown[] = [value];
  while (waiting.length > 0 && into.length < limits.nodes) {
    const next = waiting.shift();
    if (Array.isArray(next)) waiting.push(...next.slice(0, limits.nodes));
    else if (isNode(next)) {
      into.push(next);
      for (const inner of [
        '@graph',
        'mainEntity',
        'mainEntityOfPage',
        'item',
        'itemListElement',
        'hasPart',
      ]) {
        if (next[inner]) waiting.push(next[inner]);
      }
    }
  }
}

const isAbout = (node: LinkedNode, address: string): boolean => {
  const path = (value: unknown): string => {
    const text = isNode(value) ? linkedText(value['@id'] ?? value.url) : linkedText(value);
    return (text ?? '')
      .replace(/^https?:\/\/[^/]+/, '')
      .replace(/[?#].*$/, '')
      .replace(/\/$/, '');
  };
  const own = address
    .replace(/^https?:\/\/[^/]+/, '')
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '');
  return own !== '' && [node.url, node.mainEntityOfPage, node['@id']].some((value) => path(value) === own);
};

/** Reads the sources of JSON-LD scripts and finds the node of the article: the one about this address, else the fullest. */
export function readLinkedData(sources: string[], address: string): LinkedData {
  const nodes: LinkedNode[] = [];
  for (const source of sources) collect(parse(source), nodes);
  const score = (node: LinkedNode): number =>
    (isAbout(node, address) ? 8 : 0) +
    (node.articleBody ? 2 : 0) +
    (node.datePublished ? 2 : 0) +
    (node.author ? 1 : 0) +
    (node.headline ? 2 : 0);
  const articles = nodes.filter((node) => typesOf(node).some((type) => articleTypes.test(type)));
  // A page about a list of articles has many: none of them is the page's own.
  let article: LinkedNode | null = null;
  for (const node of articles) if (!article || score(node) > score(article)) article = node;
  return { article, nodes };
}

/** A node that another one points to by `@id`, as WordPress graphs do for author and publisher. */
export function resolveNode(value: unknown, nodes: LinkedNode[]): unknown {
  if (Array.isArray(value)) return value.map((item) => resolveNode(item, nodes));
  if (!isNode(value) || value.name || !value['@id']) return value;
  return nodes.find((node) => node['@id'] === value['@id'] && node.name) ?? value;
}
