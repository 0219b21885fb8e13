// Runs a TypeScript entry point: node scripts/run.mjs src/cli/main.ts ARGUMENT…
import { runCommand, stop } from './steps/command.mjs';
import { ensurePackages } from './steps/packages.mjs';

const [entry, ...args] = process.argv.slice(2);
if (!entry) stop('Name the file to run: node scripts/run.mjs FILE.ts ARGUMENT…');
await ensurePackages();
const { code } = await runCommand(process.execPath, ['--import', 'tsx', entry, ...args]);
process.exit(code);
