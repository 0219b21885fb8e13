// Format, lint, types, and the project's promises about itself (test/rules: import directions and the like).
import { checks, rules } from './steps/checks.mjs';
import { ensurePackages } from './steps/packages.mjs';

await ensurePackages();
let failed = 0;
for (const check of [...checks, rules]) {
  const { code } = await check.run();
  process.stdout.write(`${code === 0 ? 'passed' : 'FAILED'}  ${check.name}\n`);
  if (code !== 0) failed += 1;
}
process.exit(failed ? 1 : 0);
