import { currentLanguage } from '../../ui/texts';

/** A moment as the reader's language writes it, short. */
export const moment = (at: string): string =>
  new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'short', timeStyle: 'medium' }).format(
    new Date(at),
  );
