/**
 * Packages that only some calls need, and what of them is called. A service worker starts with every click and may load
 * nothing later: they lie in its script, and are evaluated when one of these functions or classes is first called.
 */
const packages = {
  // Of two dozen languages: half of the script, and most readers need none or one of them.
  'snowball-stemmers': ['newStemmer'],
  // A tree of all public suffixes.
  tldts: ['getDomain'],
  feedsmith: ['parseFeed', 'parseOpml'],
  'fast-xml-parser': ['XMLParser'],
  entities: ['decodeHTML'],
};

const prefix = '\0evaluated-when-called:';

const facade = (name, path) =>
  packages[name]
    .map(
      (called) => `export function ${called}(...given) {
  const found = require(${JSON.stringify(path)}).${called};
  return new.target ? new found(...given) : found(...given);
}`,
    )
    .join('\n');

/** What packages import of one another is left as it is: they are evaluated together. */
export const packagesWhenCalled = () => {
  /** Where each package begins: named as it is, `require` would bring a second form of it. */
  const paths = new Map();
  return {
    name: 'collate:evaluated-when-called',
    enforce: 'pre',
    async resolveId(source, importer) {
      const ours = importer && !importer.startsWith(prefix) && !importer.includes('/node_modules/');
      if (!ours || !Object.hasOwn(packages, source)) return null;
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      paths.set(source, resolved.id);
      return prefix + source;
    },
    load(id) {
      if (!id.startsWith(prefix)) return null;
      const name = id.slice(prefix.length);
      return facade(name, paths.get(name));
    },
  };
};
