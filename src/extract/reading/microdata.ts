import { fold } from '../text-shape';
import type { DomAccess } from './dom';

const longest = 160;

/** First element under `element`, itself included, that carries a property, by a walk without recursion. */
function propertyWithin(dom: DomAccess, element: Element, property: string): Element | null {
  const waiting: Node[] = [element];
  for (let steps = 0; waiting.length > 0 && steps < 200; steps++) {
    const node = waiting.pop() as Node;
    if (dom.type(node) !== 1) continue;
    if (node !== element && dom.attribute(node as Element, 'itemprop') === property) return node as Element;
    for (let child = dom.firstChild(node); child; child = dom.nextSibling(child)) waiting.push(child);
  }
  return null;
}

/** The value of one microdata element: its `content` or `datetime`, or its words. */
const statedValue = (dom: DomAccess, element: Element): string =>
  fold(dom.attribute(element, 'content') ?? dom.attribute(element, 'datetime') ?? dom.content(element));

/**
 * The first value of a microdata property (`itemprop="publisher"`), or of the `name` of the item it holds. Null
 * when there is none or it is too long to be a name or a date.
 */
function microdataText(dom: DomAccess, marked: Element[], property: string): string | null {
  const element = marked.find((other) =>
    (dom.attribute(other, 'itemprop') ?? '').split(/\s+/).includes(property),
  );
  if (!element) return null;
  const named = dom.attribute(element, 'itemscope') === null ? null : propertyWithin(dom, element, 'name');
  const value = statedValue(dom, named ?? element);
  return value !== '' && value.length <= longest ? value : null;
}

export const publisher = (dom: DomAccess, marked: Element[]): string | null =>
  microdataText(dom, marked, 'publisher');

export const datePublished = (dom: DomAccess, marked: Element[]): string | null =>
  microdataText(dom, marked, 'datePublished');
