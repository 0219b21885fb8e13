// Shows Collate at work: sets up, builds, prints the sample newsstand, opens a browser with the extension.
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { ensureBrowsers } from './steps/browsers.mjs';
import { root, runCommand, runTool, stop } from './steps/command.mjs';
import { ensurePackages } from './steps/packages.mjs';

await ensurePackages();
const { advice } = await ensureBrowsers(['chromium']);
if (advice) stop(advice);
process.stderr.write('Building the extension…\n');
const build = await runTool('vite/bin/vite.js', ['build', '--mode', 'chrome', '--logLevel', 'warn']);
if (build.code !== 0) stop('The build failed; the lines above say why.', 1);
rmSync(resolve(root, '.cache/profile'), { recursive: true, force: true });
const demo = ['--import', 'tsx', 'sample/demo.ts', ...process.argv.slice(2)];
process.exit((await runCommand(process.execPath, demo)).code);
