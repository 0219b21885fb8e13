/** What every benchmark is given. Paths are absolute; `data` is null when `--data` was not given. */
export interface BenchOptions {
  data: string | null;
  out: string | null;
  rest: string[];
}

/** A failure the user can do something about: printed as one sentence, exit code 2. */
export class BenchError extends Error {}
