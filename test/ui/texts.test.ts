import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reasonCodes } from '../../src/compare/verdict/reasons';
import { stances } from '../../src/model/claim';
import { failureCodes } from '../../src/model/result';
import { stanceKey } from '../../src/ui/components/hedge-ladder';
import { failureKey } from '../../src/ui/failure-sentence';
import { chooseLanguage, interfaceLanguages, loadLanguage, say } from '../../src/ui/texts';

const folder = resolve(import.meta.dirname, '../../src/_locales');
type Messages = Record<string, { message: string }>;
const read = (language: string, file: string): Messages =>
  JSON.parse(readFileSync(resolve(folder, language, file), 'utf8'));
const files = readdirSync(resolve(folder, 'en'));
const translations = interfaceLanguages.filter((language) => language !== 'en');

/** `{name}` and `{name, plural, …}` of a sentence, outermost and within plural cases. */
const placeholders = (message: string): string[] =>
  [
    ...new Set(
      [...message.matchAll(/(?<![,}] (?:=\d+|zero|one|two|few|many|other) )\{(\w+)(?:\}|,)/g)].map(
        (match) => match[1] ?? '',
      ),
    ),
  ].sort();

describe.each(translations)('the texts in %s', (language) => {
  it.each(files)('have every sentence of %s and no other', (file) => {
    expect(existsSync(resolve(folder, language, file)), `${language}/${file} is missing`).toBe(true);
    expect(Object.keys(read(language, file)).sort()).toEqual(Object.keys(read('en', file)).sort());
  });

  it.each(files)('use the same placeholders in %s', (file) => {
    const english = read('en', file);
    for (const [key, { message }] of Object.entries(read(language, file))) {
      expect(placeholders(message), key).toEqual(placeholders(english[key]?.message ?? ''));
    }
  });

  it.each(files)('word every plural category of the language in %s', (file) => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, { message }] of Object.entries(read(language, file))) {
      if (!message.includes(', plural,')) continue;
      // French and Spanish know "many" for whole millions only, which "other" serves as well.
      const needed = categories.filter((category) => category !== 'many' || language === 'ar');
      for (const category of needed) expect(message, key).toContain(`${category} {`);
    }
  });
});

/** What a language sets otherwise than English does. Braces and their keywords are not text. */
const typography: [language: string, what: string, wrong: RegExp][] = [
  ['fr', 'an ordinary space before : ; ! ? or inside « »', /[^,}] [:;!?»]|« |«(?![\u00a0\u202f])/],
  ['de', 'an ordinary space before an ellipsis', / …|\w…/],
  ['es', 'the familiar form of address', /\b(?:sigues|permitas|tienes|puedes|quieres|tus?)\b/],
  ['ar', 'a Latin comma, semicolon or question mark', /[;?]|,(?! plural,| (?:zero|one|two|few|many|other) )/],
];

describe.each(typography)('the texts in %s', (language, what, wrong) => {
  it.each(files)(`have nowhere ${what} in %s`, (file) => {
    const found = Object.entries(read(language, file)).filter(([, { message }]) => wrong.test(message));
    expect(found.map(([key, { message }]) => `${key}: ${message}`)).toEqual([]);
  });
});

describe('the English texts', () => {
  const english = Object.assign({}, ...files.map((file) => read('en', file))) as Messages;

  it.each(failureCodes)('have a sentence for the failure %s', (code) => {
    expect(english[failureKey(code)]?.message).toMatch(/\.$/);
  });

  it.each(reasonCodes)('have a sentence for the reason %s', (code) => {
    expect(english[`reason_${code.replaceAll('-', '_')}`]?.message).toMatch(/\.$/);
  });

  it.each(stances)('have a word for the stance %s', (stance) => {
    expect(english[stanceKey(stance)]?.message).toBeTruthy();
  });

  it('name every key the interface asks for', () => {
    const asked = sourcesOf(resolve(folder, '..'))
      .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/\bsay\(\s*'([\w]+)'/g)])
      .map((match) => match[1] ?? '');
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((key) => !english[key])).toEqual([]);
  });
});

function sourcesOf(path: string): string[] {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const inside = resolve(path, entry.name);
    if (entry.isDirectory()) return sourcesOf(inside);
    return /\.tsx?$/.test(entry.name) ? [inside] : [];
  });
}

describe('the language of the interface', () => {
  it('is the first one of the reader’s list that is spoken', () => {
    expect(chooseLanguage('browser', ['pt-BR', 'fr-CA', 'de'])).toBe('fr');
    expect(chooseLanguage('browser', ['ja'])).toBe('en');
    expect(chooseLanguage('ar', ['de'])).toBe('ar');
  });

  it('falls back to English for a sentence a language lacks', async () => {
    await loadLanguage('de', ['messages', 'library']);
    expect(say('save')).toBe(read('de', 'messages.json').save?.message);
    // A key that German never has is taken from English, here simulated by an area German did not load.
    await loadLanguage('de', []);
    expect(say('save')).toBe('Save');
    await loadLanguage('en', ['messages', 'library']);
  });
});
