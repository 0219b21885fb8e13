/** A failure the user can do something about: one sentence on stderr, exit code 2. */
export class CommandError extends Error {}
