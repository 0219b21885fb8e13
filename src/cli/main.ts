import { runCommand } from './command';
import { processTerminal } from './terminal';

// A reader such as `head` may close the pipe early; that is not an error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runCommand(process.argv.slice(2), processTerminal());
