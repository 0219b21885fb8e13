/**
 * Reading a page's tree without trusting the page. A form named "body" replaces `document.body`, an input
 * named "firstChild" replaces its form's first child: every accessor here is taken from the prototype, where
 * a page's names cannot reach.
 */
export interface DomAccess {
  document: Document;
  root: Element;
  firstChild(node: Node): Node | null;
  nextSibling(node: Node): Node | null;
  parent(node: Node): Node | null;
  type(node: Node): number;
  value(node: Node): string;
  /** Tag name in lower case. */
  tag(element: Element): string;
  attribute(element: Element, name: string): string | null;
  /** Text of all descendants, as `textContent` gives it. */
  content(node: Node): string;
  shadow(element: Element): Node | null;
  /** All elements with a tag name, in document order. */
  all(tag: string): Element[];
  select(selector: string): Element[];
}

const descriptor = (object: object, name: string): PropertyDescriptor | undefined => {
  for (let at = Object.getPrototypeOf(object); at; at = Object.getPrototypeOf(at)) {
    const found = Object.getOwnPropertyDescriptor(at, name);
    if (found) return found;
  }
  return undefined;
};

function getter<Subject extends object, Value>(sample: Subject, name: string): (subject: Subject) => Value {
  const read = descriptor(sample, name)?.get;
  // A document made by something that is no browser may keep plain properties.
  if (!read) return (subject) => (subject as Record<string, Value>)[name] as Value;
  return (subject) => read.call(subject) as Value;
}

const method = (sample: object, name: string): ((...values: unknown[]) => unknown) =>
  descriptor(sample, name)?.value as (...values: unknown[]) => unknown;

/** Accessors for one document, or null when it has no root element (still empty, or `document.open` under way). */
export function domAccess(document: Document): DomAccess | null {
  const root = getter<Document, Element | null>(document, 'documentElement')(document);
  if (!root) return null;
  const attribute = method(root, 'getAttribute');
  const byTag = method(document, 'getElementsByTagName');
  const select = method(document, 'querySelectorAll');
  const node = root as Node;
  return {
    document,
    root,
    firstChild: getter<Node, Node | null>(node, 'firstChild'),
    nextSibling: getter<Node, Node | null>(node, 'nextSibling'),
    parent: getter<Node, Node | null>(node, 'parentNode'),
    type: getter<Node, number>(node, 'nodeType'),
    value: (text) => getterOfValue(text),
    tag: getter<Element, string>(root, 'localName'),
    attribute: (element, name) => attribute.call(element, name) as string | null,
    content: (() => {
      const read = getter<Node, string | null>(node, 'textContent');
      return (subject: Node) => read(subject) ?? '';
    })(),
    shadow: getter<Element, ShadowRoot | null>(root, 'shadowRoot'),
    all: (tag) => Array.from(byTag.call(document, tag) as HTMLCollectionOf<Element>),
    select: (selector) => Array.from(select.call(document, selector) as NodeListOf<Element>),
  };
}

// Text nodes have no names for a page to replace.
const getterOfValue = (text: Node): string => text.nodeValue ?? '';

/**
 * A copy of the document that other code may change. Names that would replace its properties are taken off,
 * so that code which reads `copy.body` finds the body.
 */
export function copyDocument(document: Document): Document {
  const copy = method(document, 'cloneNode').call(document, true) as Document;
  const root = getter<Document, Element | null>(copy, 'documentElement')(copy);
  if (!root) return copy;
  const select = method(copy, 'querySelectorAll');
  const remove = method(root, 'removeAttribute');
  const tags = [
    'form',
    'img',
    'iframe',
    'embed',
    'object',
    'input',
    'button',
    'select',
    'textarea',
    'fieldset',
    'output',
  ];
  const named = tags.flatMap((tag) => [`${tag}[name]`, `${tag}[id]`]).join(',');
  for (const element of Array.from(select.call(copy, named) as NodeListOf<Element>)) {
    remove.call(element, 'name');
    remove.call(element, 'id');
  }
  return copy;
}
