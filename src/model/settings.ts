/** The reader's choices. Every field has a default here and nowhere else. */
export interface Settings {
  /** Save every article the popup is opened on. */
  saveOnOpen: boolean;
  /** Only articles within this many days of the one being read can be same-event coverage. */
  dayWindow: number;
  /** Show the "less certain" group open. */
  showLessCertain: boolean;
  /** Mark the rows in the page as soon as the popup has them. */
  highlightOnOpen: boolean;
  /** Which reader a site needs, by host, when the first one failed there. */
  readerByHost: Record<string, 'readability' | 'defuddle'>;
  /** Texts saved longer ago than this many days are dropped and their facts kept; null keeps every text. */
  fullTextDays: number | null;
  interfaceLanguage: 'browser' | 'en' | 'de' | 'es' | 'fr' | 'ar';
}

export const defaultSettings: Settings = {
  saveOnOpen: false,
  dayWindow: 30,
  showLessCertain: false,
  highlightOnOpen: false,
  readerByHost: {},
  fullTextDays: null,
  interfaceLanguage: 'browser',
};
