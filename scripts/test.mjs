// Everything that must hold: checks, unit tests, the build, and the built extension in both browsers.
// The last line is "N passed, N failed"; the exit code is 1 when anything failed.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { ensureBrowsers } from './steps/browsers.mjs';
import { checks } from './steps/checks.mjs';
import { root, runCommand, runTool } from './steps/command.mjs';
import { ensurePackages } from './steps/packages.mjs';

const results = resolve(root, 'test-results');
const total = { passed: 0, failed: 0 };

const heading = (name) => process.stdout.write(`\n— ${name}\n`);

function count(name, succeeded, sentence = '') {
  total[succeeded ? 'passed' : 'failed'] += 1;
  process.stdout.write(`${succeeded ? 'passed' : 'FAILED'}  ${name}${sentence ? `: ${sentence}` : ''}\n`);
}

/** Adds the counts of Vitest's JSON report. A file that did not even load has no tests in it: one failure. */
function countReport(project, code) {
  const file = resolve(results, `${project}.json`);
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const unloaded = report.testResults.filter(
      (suite) =>
        suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed'),
    ).length;
    total.passed += report.numPassedTests;
    total.failed += report.numFailedTests + unloaded;
    // A run that went wrong outside any test (an unhandled rejection) must not look green.
    if (code !== 0 && report.numFailedTests + unloaded === 0)
      count(`${project} tests`, false, `exit ${code}`);
  } catch {
    count(`${project} tests`, false, 'no report was written');
  }
}

async function runProject(project) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}/${project}.json`];
  const { code } = await runTool('vitest/vitest.mjs', ['run', '--project', project, ...reporters]);
  countReport(project, code);
}

await ensurePackages();
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

heading('checks');
for (const check of checks) count(check.name, (await check.run()).code === 0);

heading('unit tests');
await runProject('unit');

heading('build');
const build = await runCommand(process.execPath, ['scripts/build.mjs']);
count('build for Chrome and Firefox', build.code === 0);

heading('browser tests');
const { advice } = await ensureBrowsers(['chromium', 'firefox']);
if (advice) count('browsers', false, advice);
else if (build.code === 0) await runProject('browser');

process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed ? 1 : 0);
