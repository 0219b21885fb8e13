/** Whether computed style shows an element of the live page. Zero opacity counts as shown: pages fade text in. */
export function isShown(element: Element): boolean {
  if (typeof element.checkVisibility === 'function')
    return element.checkVisibility({ visibilityProperty: true });
  const style = getComputedStyle(element);
  return style.display !== 'none' && style.visibility !== 'hidden';
}
