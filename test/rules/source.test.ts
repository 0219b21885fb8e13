import { describe, expect, test } from 'vitest';
import { files, isText, read, sources } from './project';

interface Ban {
  pattern: RegExp;
  remedy: string;
  /** Files where it is right, each with the reason beside it. */
  except?: RegExp;
}

const bans: Ban[] = [
  {
    pattern: /\.(inner|outer)HTML\s*\+?=[^=]|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML/,
    remedy: 'show text as text (a text node or a preact child): pages and imports are not to be trusted',
  },
  {
    pattern: /\beval\(|new Function\(/,
    remedy: 'write the code out: the extension may not run code made at run time',
  },
  {
    pattern:
      /(?<![\w.'"/])(chrome|browser)\.(runtime|tabs|storage|scripting|action|permissions|alarms|webRequest|sidePanel|offscreen|contextMenus)\b/,
    remedy: 'call src/browser, the one seam to the browser',
    except: /^src\/browser\//,
  },
  {
    pattern: /(?<![\w.])fetch\(/,
    remedy: 'go through the coverage stage, whose requests stand in the request log',
    except: /^src\/(coverage|browser)\//,
  },
  {
    pattern: /new XMLHttpRequest|navigator\.sendBeacon|new WebSocket|new EventSource/,
    remedy: 'nothing leaves the device; requests for coverage go through the coverage stage',
  },
  {
    pattern: /\/\/\s*(TODO|FIXME|XXX|HACK)\b/,
    remedy: 'do it now, or write the limit down in docs',
  },
  {
    pattern: /@ts-ignore|@ts-nocheck|\bas any\b|: any\b/,
    remedy: 'say the type; data from outside enters through a parse function of src/model',
  },
];

/** Code with its comments blanked, so that a comment may speak of what the code must not do. */
const withoutComments = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/ (?!TODO|FIXME|XXX|HACK).*$/gm, '$1');

function problems(file: string, source: string): string[] {
  const code = withoutComments(source);
  return bans
    .filter(({ pattern, except }) => pattern.test(code) && !except?.test(file))
    .map(({ pattern, remedy }) => `${file} has “${pattern.exec(code)?.[0]}”: ${remedy}`);
}

const longest = 300;
const isData = (path: string): boolean => /(^|\/)data\/|\.json$/.test(path);

describe('what the source must not hold', () => {
  test('the rule sees what it forbids, and not what a comment says of it', () => {
    expect(problems('src/a.ts', "node.innerHTML = '';")).toHaveLength(1);
    expect(problems('src/a.ts', 'await fetch(address);')).toHaveLength(1);
    expect(problems('src/a.ts', 'browser.tabs.query({});')).toHaveLength(1);
    expect(problems('src/a.ts', 'const value = input as any;')).toHaveLength(1);
    expect(problems('src/a.ts', '// TODO later')).toHaveLength(1);
    expect(problems('src/a.ts', '/** never eval(x) */\n// no fetch( here\n')).toEqual([]);
  });

  test('nothing of it stands in src', () => {
    expect(sources.flatMap((file) => problems(file, read(file)))).toEqual([]);
  });

  test(`no code file is longer than ${longest} lines: split it where two ideas meet`, () => {
    const code = files.filter((path) => /^(src|bench|scripts|sample|test)\/.*\.(tsx?|mjs)$/.test(path));
    const lengths = code.filter((path) => !isData(path)).map((path) => [path, read(path).split('\n').length]);
    expect(lengths.filter(([, lines]) => Number(lines) > longest + 1)).toEqual([]);
  });
});

/** Places and names that belong to one machine or to the tools around the project. */
const machine =
  /(^|[^A-Za-z0-9_.])\/(work|farm|home\/[a-z]|root|Users\/[A-Za-z])\/|\/\.library\b|registry\.npmjs|C:\\\\Users/;

describe('the project speaks of itself alone', () => {
  test('the rule sees a machine path', () => {
    expect(machine.test(['', 'work', 'main', 'src'].join('/'))).toBe(true);
    expect(machine.test('see ../shared/bench')).toBe(false);
  });

  test('no file names a path of a machine or a registry', () => {
    const own = 'test/rules/source.test.ts';
    const hits = files
      .filter((path) => isText(path) && path !== own)
      .filter((path) => machine.test(read(path)))
      .map(
        (path) => `${path} names “${machine.exec(read(path))?.[0].trim()}”: write it relative to the project`,
      );
    expect(hits).toEqual([]);
  });
});
