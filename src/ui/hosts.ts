/** Asks the reader for sites; the browser shows its own question. Must be called within a click. */
type AskForHosts = (patterns: string[]) => Promise<boolean>;

let ask: AskForHosts = async () => false;

/** Said once by the entry point, as with `connect`: tests and the gallery answer for the reader. */
export function connectHosts(request: AskForHosts): void {
  ask = request;
}

/** Whether the reader allows the sites. Never rejects: a browser that cannot ask is a reader who declines. */
export const askForHosts: AskForHosts = (patterns) => ask(patterns).catch(() => false);
