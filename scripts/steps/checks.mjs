import { runTool } from './command.mjs';

const vitest = (...args) => runTool('vitest/vitest.mjs', ['run', ...args]);

/** What must hold before any test is worth running, each under the name the summary shows. */
export const checks = [
  {
    name: 'format and lint',
    run: () => runTool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']),
  },
  { name: 'types', run: () => runTool('typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json']) },
  {
    name: 'types of the core, without the DOM',
    run: () => runTool('typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.core.json']),
  },
];

/** Import rules and the project's other promises about itself. */
export const rules = { name: 'rules', run: () => vitest('--project', 'unit', 'test/rules') };
