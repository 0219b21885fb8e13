/** Where a command writes and how it is told the world; tests pass their own. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Characters in a line of the terminal. */
  width: number;
  /** Whether stderr is looked at by a person, so that one line may be written over. */
  interactive: boolean;
  /** Folder that paths are meant from. */
  folder: string;
  /** The present as an ISO instant. */
  now(): string;
}

export const processTerminal = (): Terminal => ({
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  width: Math.min(process.stdout.columns ?? 100, 120),
  interactive: process.stderr.isTTY === true,
  // npm runs scripts in the project's folder and says here where the user stands.
  folder: process.env.INIT_CWD ?? process.cwd(),
  now: () => new Date().toISOString(),
});

/** Says how far long work has come, at most every `everyMs`, and nothing at all about short work. */
export function createProgress(terminal: Terminal, what: string, everyMs = 1000) {
  let last = Date.now();
  let written = false;
  return {
    step(done: number, total: number | null): void {
      const now = Date.now();
      if (now - last < everyMs) return;
      last = now;
      written = true;
      const line = `${what}: ${done}${total === null ? '' : ` of ${total}`}`;
      terminal.err(terminal.interactive ? `\r${line}` : `${line}\n`);
    },
    finish(): void {
      if (written && terminal.interactive) terminal.err('\n');
    },
  };
}

/** Breaks text into lines no longer than `width`, each after `indent`. Words longer than a line stay whole. */
export function wrap(text: string, width: number, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line && indent.length + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  if (line) lines.push(line);
  return lines.map((each) => indent + each).join('\n');
}
