import {
  chooseLanguage,
  type InterfaceLanguage,
  interfaceLanguages,
  loadLanguage,
  type TextArea,
} from './texts';

const storageKey = 'interface-language';

/**
 * The reader's choice as this page last knew it. The settings live in the background; a copy beside the page
 * spares the popup from waiting for them before it can write its first word.
 */
function rememberedLanguage(): InterfaceLanguage | 'browser' {
  try {
    const kept = localStorage.getItem(storageKey);
    return interfaceLanguages.find((tag) => tag === kept) ?? 'browser';
  } catch {
    return 'browser';
  }
}

export function rememberLanguage(choice: InterfaceLanguage | 'browser'): void {
  try {
    localStorage.setItem(storageKey, choice);
  } catch {
    // Without local storage (a sidebar under strict cookie rules) the browser's language is used.
  }
}

/** Loads the texts of a page in the language its reader chose. */
export const startLanguage = (areas: readonly TextArea[]): Promise<void> =>
  loadLanguage(chooseLanguage(rememberedLanguage(), navigator.languages), areas);
