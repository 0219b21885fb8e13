import { agencyOf } from './metadata/names';

/** Marks that open or close an article's text and are not part of its first or last sentence. */
export interface EndMark {
  /** As printed. */
  text: string;
  /** Agency named in it, if any. */
  agency: string | null;
}

const dash = '[—–―-]|--|:|：';
const place = "[\\p{Lu}][\\p{L}\\p{M}'’.\\- ]{1,40}";
const patterns: RegExp[] = [
  // "(CNN) — ", "(Reuters) - "
  new RegExp(`^\\(([^()]{2,40})\\)\\s*(?:${dash})\\s*`, 'u'),
  // "LONDON, March 4 (Reuters) - ", "Berlin/Paris (dpa) - ", "SEOUL, Oct. 26 (Yonhap) -- "
  new RegExp(
    `^${place}(?:[,/][^()]{1,60})?\\s*\\(([^()]{2,40})\\)\\s*(?:[,.]\\s*[^—–-]{0,30})?(?:${dash})\\s*`,
    'u',
  ),
  // "Berlin (dpa) Der ..." has no dash in German agency style
  new RegExp(`^${place}\\s*\\(((?:dpa|AFP|AP|SID|KNA|epd|Reuters)[^()]{0,12})\\)\\s*[.–-]?\\s*`, 'u'),
];
/** "WASHINGTON — ", "KYIV, Ukraine (AP) — ": capitals, so that a sentence with a dash is left alone. */
const capitals =
  /^(?:\p{Lu}[\p{Lu}\p{M}'’.\- ]{2,30})(?:,\s*[\p{L}. ]{2,30})?(?:\s*\(([^()]{2,40})\))?\s*(?:—|–|--|-)\s+/u;

/** The dateline at the start of a text, or null. A parenthesis counts only when it names an agency. */
export function readDateline(text: string): EndMark | null {
  const head = text.slice(0, 140);
  for (const pattern of patterns) {
    const match = pattern.exec(head);
    const agency = match?.[1] ? agencyOf(match[1].split(/[/,]/)[0] ?? '') : null;
    if (match && agency && match[0].length < text.length) return { text: match[0], agency };
  }
  const match = capitals.exec(head);
  if (!match || match[0].length >= text.length) return null;
  return { text: match[0], agency: match[1] ? agencyOf(match[1]) : null };
}

/** An agency mark in parentheses or after a dash at the end of a text: "(Yonhap)", "– AFP", "(APA/dpa)". */
export function readEndMark(text: string): EndMark | null {
  const tail = text.slice(-60);
  const match =
    /\s*(?:[([（【]\s*(?:©\s*)?([^()[\]（）【】]{2,40})\s*[)\]）】]|\s[–—-]\s*([\p{L} ]{2,30}))\s*\.?\s*$/u.exec(
      tail,
    );
  const credit = match?.[1] ?? match?.[2];
  if (!match || !credit) return null;
  const agency = credit
    .split(/[/,;&]|\s(?:mit|with|und|and)\s/)
    .map((part) => agencyOf(part))
    .find((name) => name !== null);
  return agency ? { text: match[0], agency } : null;
}
