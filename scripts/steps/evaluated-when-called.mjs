/**
 * Evaluates a package that is one large CommonJS script when one of its functions is first called, instead of
 * whenever the script it is bundled into starts: a service worker starts with every click, and may load nothing later.
 */
const evaluatedWhenCalled = (functions) => ({
  name: 'collate:evaluated-when-called',
  transform(code, id) {
    const called = Object.entries(functions).find(([name]) => id.includes(`/node_modules/${name}/`))?.[1];
    if (!called) return null;
    const lines = [
      'let made;',
      `const evaluate = (exports) => {${code}\n};`,
      'const evaluated = () => {',
      '  if (!made) evaluate(made = {});',
      '  return made;',
      '};',
      ...called.map((name) => `export const ${name} = (...given) => evaluated().${name}(...given);`),
    ];
    return { code: lines.join('\n'), map: null };
  },
});

/** Stemmers of two dozen languages: half of the worker's code, and most readers need none or one of them. */
export const stemmersWhenCalled = () => evaluatedWhenCalled({ 'snowball-stemmers': ['newStemmer'] });
