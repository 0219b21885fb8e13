import { dropHosts, requestHosts } from '../../browser/permissions';
import { grantPatternsFor } from '../../coverage/grants';

/**
 * Asks the reader for the sites of these addresses; the browser shows its own question. Must be called in a click,
 * before anything is awaited. False when the reader declines: what was wanted is then kept and says what is missing.
 */
export async function askForSites(addresses: string[]): Promise<boolean> {
  const origins = grantPatternsFor(addresses);
  if (origins.length === 0) return true;
  try {
    return await requestHosts(origins);
  } catch {
    return false;
  }
}

/** Takes a grant back. */
export const takeBack = (pattern: string): Promise<boolean> => dropHosts([pattern]).catch(() => false);
