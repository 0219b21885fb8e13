import type { DomAccess } from '../dom';
import { fold } from '../text-shape';

/** Values of `<meta>` by lower-case name or property, in document order. */
export class MetaTags {
  private readonly values = new Map<string, string[]>();

  constructor(dom: DomAccess) {
    for (const element of dom.all('meta')) {
      const content = fold(dom.attribute(element, 'content') ?? '');
      if (!content) continue;
      for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
        const name = dom.attribute(element, attribute)?.toLowerCase().trim();
        if (!name) continue;
        const list = this.values.get(name) ?? [];
        list.push(content);
        this.values.set(name, list);
      }
    }
  }

  /** The first value of the first name that has one. */
  first(...names: string[]): string | null {
    for (const name of names) {
      const value = this.values.get(name)?.[0];
      if (value) return value;
    }
    return null;
  }

  all(...names: string[]): string[] {
    return names.flatMap((name) => this.values.get(name) ?? []);
  }
}
