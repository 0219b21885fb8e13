/** Values of `<meta>` by lower-case name or property, in document order. */
export class MetaTags {
  private readonly values = new Map<string, string[]>();

  constructor(pairs: [name: string, content: string][]) {
    for (const [name, content] of pairs) {
      const list = this.values.get(name);
      if (list) list.push(content);
      else this.values.set(name, [content]);
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
