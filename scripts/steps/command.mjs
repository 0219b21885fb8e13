import { spawn } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the project, whatever folder the command was typed in. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Runs a command in the project's folder and resolves with its exit code (127 when it cannot be started).
 * `quiet` keeps the output and gives it back; otherwise the command writes to this terminal.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{quiet?: boolean, stdout?: 'inherit' | 'stderr', env?: NodeJS.ProcessEnv}} [options]
 * @returns {Promise<{code: number, output: string}>}
 */
export function runCommand(command, args, { quiet = false, stdout = 'inherit', env = process.env } = {}) {
  return new Promise((done) => {
    const out = quiet ? 'pipe' : stdout === 'stderr' ? 2 : 'inherit';
    const child = spawn(command, args, {
      cwd: root,
      env,
      stdio: ['inherit', out, quiet ? 'pipe' : 'inherit'],
    });
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    const forward = (signal) => child.kill(signal);
    process.on('SIGINT', forward);
    process.on('SIGTERM', forward);
    const finish = (code) => {
      process.off('SIGINT', forward);
      process.off('SIGTERM', forward);
      done({ code, output });
    };
    child.on('error', (error) => {
      output += error.message;
      finish(127);
    });
    child.on('close', (code, signal) => finish(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

/** The tool of an installed package, run by this very Node: no PATH, no shell. */
export const runTool = (file, args, options) =>
  runCommand(process.execPath, [resolve(root, 'node_modules', file), ...args], options);

/** Ends the process with one plain sentence. Code 2 means: could not be done, nothing is wrong with the code. */
export function stop(sentence, code = 2) {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
}
