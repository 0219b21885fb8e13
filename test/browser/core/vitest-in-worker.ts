// Stands in for "vitest" when unit tests are bundled for a browser's worker: the same words, Vitest's own
// expectations, a runner of its own.
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  customMatchers,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect';
import * as chai from 'chai';

type Body = (...values: never[]) => unknown;

interface Suite {
  name: string;
  before: Body[];
  after: Body[];
  beforeEach: Body[];
  afterEach: Body[];
  parent: Suite | null;
  tests: { name: string; body: () => unknown }[];
  suites: Suite[];
}

export interface Outcome {
  name: string;
  error: string | null;
}

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);
type Expect = typeof chai.expect & { extend(expectation: unknown, matchers: object): void };

// Put together as Vitest itself does it; its own entry cannot be bundled for a browser.
export const expect = ((value: unknown, message?: string) => chai.expect(value, message)) as Expect;
Object.assign(
  expect,
  chai.expect,
  (globalThis as unknown as Record<symbol, object>)[ASYMMETRIC_MATCHERS_OBJECT],
);
Object.defineProperty(globalThis, GLOBAL_EXPECT, { value: expect, configurable: true });
setState({ assertionCalls: 0, isExpectingAssertions: false } as never, expect as never);
(chai.expect as Expect).extend(expect, customMatchers);

const newSuite = (name: string, parent: Suite | null): Suite => ({
  name,
  parent,
  before: [],
  after: [],
  beforeEach: [],
  afterEach: [],
  tests: [],
  suites: [],
});

let current = newSuite('', null);

/** Values of a table row as arguments: arrays are spread, everything else is one argument. */
const spread = (row: unknown): never[] => (Array.isArray(row) ? row : [row]) as never[];
const rowName = (name: string, row: unknown): string =>
  `${name} ${JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? String(value) : value))?.slice(0, 80)}`;

function addSuite(name: string, ...rest: unknown[]): void {
  const body = rest.find((value) => typeof value === 'function') as Body;
  const suite = newSuite(name, current);
  current.suites.push(suite);
  current = suite;
  body();
  current = suite.parent as Suite;
}

function addTest(name: string, ...rest: unknown[]): void {
  const body = rest.find((value) => typeof value === 'function') as Body;
  current.tests.push({ name, body });
}

const skip = (): void => {};

export const describe = Object.assign(addSuite, {
  skip,
  each: (rows: readonly unknown[]) => (name: string, body: Body) => {
    for (const row of rows) addSuite(rowName(name, row), () => body(...spread(row)));
  },
});

export const test = Object.assign(addTest, {
  skip,
  todo: skip,
  each:
    (rows: readonly unknown[]) =>
    (name: string, ...rest: unknown[]) => {
      const body = rest.find((value) => typeof value === 'function') as Body;
      for (const row of rows) addTest(rowName(name, row), () => body(...spread(row)));
    },
});
export const it = test;

export const beforeAll = (body: Body): number => current.before.push(body);
export const afterAll = (body: Body): number => current.after.push(body);
export const beforeEach = (body: Body): number => current.beforeEach.push(body);
export const afterEach = (body: Body): number => current.afterEach.push(body);

const lineage = (suite: Suite | null): Suite[] => (suite ? [...lineage(suite.parent), suite] : []);

async function call(bodies: Body[]): Promise<void> {
  for (const body of bodies) await body();
}

async function runTest(suite: Suite, { name, body }: Suite['tests'][number]): Promise<Outcome> {
  const suites = lineage(suite);
  const full = [...suites.map((each) => each.name), name].filter(Boolean).join(' > ');
  try {
    await call(suites.flatMap((each) => each.beforeEach));
    await body();
    await call(suites.flatMap((each) => each.afterEach));
    return { name: full, error: null };
  } catch (error) {
    return { name: full, error: error instanceof Error ? error.message : String(error) };
  }
}

async function runSuite(suite: Suite, outcomes: Outcome[]): Promise<void> {
  await call(suite.before);
  for (const each of suite.tests) outcomes.push(await runTest(suite, each));
  for (const child of suite.suites) await runSuite(child, outcomes);
  await call(suite.after);
}

/** Loads one test file and runs what it registered. */
export async function runFile(load: () => Promise<unknown>): Promise<Outcome[]> {
  current = newSuite('', null);
  const file = current;
  await load();
  const outcomes: Outcome[] = [];
  await runSuite(file, outcomes);
  return outcomes;
}
