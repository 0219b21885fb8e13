export type BrowserKind = 'chromium' | 'firefox';
export function findBrowser(kind: BrowserKind): string | null;
export function ensureBrowsers(kinds: BrowserKind[]): Promise<{ missing: BrowserKind[]; advice: string }>;
