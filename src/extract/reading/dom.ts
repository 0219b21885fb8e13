/**
 * Reading a page's tree without trusting the page. A form named "body" replaces `document.body`, an input
 * named "firstChild" replaces its form's first child: where a page has such names accessors are taken from the
 * prototype, where they cannot reach.
 */
export interface DomAccess {
  document: Document;
  root: Element;
  firstChild(node: Node): Node | null;
  nextSibling(node: Node): Node | null;
  parent(node: Node): Node | null;
  type(node: Node): number;
  /** Tag name in lower case. */
  tag(element: Element): string;
  attribute(element: Element, name: string): string | null;
  /** Text of all descendants, as `textContent` gives it. */
  content(node: Node): string;
  shadow(element: Element): ShadowRoot | null;
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

type NodeAccess = Pick<
  DomAccess,
  'firstChild' | 'nextSibling' | 'parent' | 'type' | 'tag' | 'attribute' | 'content' | 'shadow'
>;

/** Where no name stands in the way, which is nearly everywhere: a page has thousands of nodes to be asked. */
const plainAccess: NodeAccess = {
  firstChild: (node) => node.firstChild,
  nextSibling: (node) => node.nextSibling,
  parent: (node) => node.parentNode,
  type: (node) => node.nodeType,
  tag: (element) => element.localName,
  attribute: (element, name) => element.getAttribute(name),
  content: (node) => node.textContent ?? '',
  shadow: (element) => element.shadowRoot,
};

function guardedAccess(root: Element): NodeAccess {
  const attribute = method(root, 'getAttribute');
  const node = root as Node;
  const content = getter<Node, string | null>(node, 'textContent');
  return {
    firstChild: getter<Node, Node | null>(node, 'firstChild'),
    nextSibling: getter<Node, Node | null>(node, 'nextSibling'),
    parent: getter<Node, Node | null>(node, 'parentNode'),
    type: getter<Node, number>(node, 'nodeType'),
    tag: getter<Element, string>(root, 'localName'),
    attribute: (element, name) => attribute.call(element, name) as string | null,
    content: (subject) => content(subject) ?? '',
    shadow: getter<Element, ShadowRoot | null>(root, 'shadowRoot'),
  };
}

/** Accessors for one document, or null when it has no root element (still empty, or `document.open` under way). */
export function domAccess(document: Document): DomAccess | null {
  const root = getter<Document, Element | null>(document, 'documentElement')(document);
  if (!root) return null;
  const byTag = method(document, 'getElementsByTagName');
  const select = method(document, 'querySelectorAll');
  const all = (tag: string): Element[] => Array.from(byTag.call(document, tag) as HTMLCollectionOf<Element>);
  return {
    document,
    root,
    ...(isFormClobbered(all('form')) ? guardedAccess(root) : plainAccess),
    all,
    select: (selector) => Array.from(select.call(document, selector) as NodeListOf<Element>),
  };
}

/** Accessors for the tree in a shadow root, which has forms of its own. */
export function accessWithin(dom: DomAccess, shadow: ShadowRoot): DomAccess {
  const forms = Array.from(shadow.querySelectorAll('form'));
  return isFormClobbered(forms) ? { ...dom, ...guardedAccess(dom.root) } : dom;
}

/** What readers ask a document for, where a form or picture of that name would answer in its place. */
const documentNames = (
  'body documentElement head title baseURI documentURI childNodes children firstChild firstElementChild ' +
  'createElement createTextNode getElementsByTagName querySelector querySelectorAll cloneNode implementation ' +
  'createTreeWalker getElementById defaultView styleSheets'
).split(' ');
/** What they ask elements for, where a field of that name would answer in its form's place. */
const formNames = (
  'shadowRoot parentNode parentElement childNodes children firstChild firstElementChild lastElementChild nextSibling ' +
  'nextElementSibling previousElementSibling tagName localName nodeType nodeName textContent innerHTML className id ' +
  'style attributes getAttribute hasAttribute setAttribute removeAttribute getElementsByTagName querySelectorAll ' +
  'querySelector appendChild removeChild replaceChild remove matches closest'
).split(' ');

/** Browsers show an element that stands in the way of a property as the object's own property. */
const isFormClobbered = (forms: Element[]): boolean =>
  forms.some((form) => formNames.some((name) => Object.hasOwn(form, name)));
const isClobbered = (copy: Document, forms: Element[]): boolean =>
  documentNames.some((name) => Object.hasOwn(copy, name)) || isFormClobbered(forms);

const namedTags = 'form img iframe embed object input button select textarea fieldset output'.split(' ');

/** Takes the names off all elements that can stand in the way of a property. */
function takeNamesOff(copy: Document, root: Element): void {
  const select = method(copy, 'querySelectorAll');
  const remove = method(root, 'removeAttribute');
  const named = namedTags.flatMap((tag) => [`${tag}[name]`, `${tag}[id]`]).join(',');
  for (const element of Array.from(select.call(copy, named) as NodeListOf<Element>)) {
    remove.call(element, 'name');
    remove.call(element, 'id');
  }
}

/**
 * A copy of the document that other code may change. Where names would replace properties they are taken off, so
 * that code which reads `copy.body` finds the body.
 */
export function copyDocument(document: Document): Document {
  const copy = method(document, 'cloneNode').call(document, true) as Document;
  const root = getter<Document, Element | null>(copy, 'documentElement')(copy);
  if (!root) return copy;
  const forms = method(copy, 'getElementsByTagName').call(copy, 'form') as HTMLCollectionOf<Element>;
  if (isClobbered(copy, Array.from(forms))) takeNamesOff(copy, root);
  return copy;
}

/** A document without a window: nothing that is put into it is loaded or run. */
export const emptyDocument = (document: Document): Document =>
  getter<Document, DOMImplementation>(document, 'implementation')(document).createHTMLDocument('');
