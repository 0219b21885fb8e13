// Builds the extension: dist/chrome and dist/firefox. Name one target to build only that.
import { runTool, stop } from './steps/command.mjs';
import { ensurePackages } from './steps/packages.mjs';

const targets = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const unknown = targets.find((target) => target !== 'chrome' && target !== 'firefox');
if (unknown) stop(`There is no target "${unknown}": chrome and firefox can be built.`);
await ensurePackages();
for (const target of targets.length ? targets : ['chrome', 'firefox']) {
  const { code } = await runTool('vite/bin/vite.js', ['build', '--mode', target, '--logLevel', 'warn']);
  if (code !== 0) stop(`The build for ${target} failed; the lines above say why.`, 1);
  process.stderr.write(`Built dist/${target}\n`);
}
