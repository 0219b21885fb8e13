import { lineOfMarkup } from '../markup';
import { facts, instantOf, isWebAddress, type RawRow } from './rows';

/** SingleFile's first comment: address and date of saving, in lines of their own. */
const singleFile = (head: string): { address?: string; savedAt?: string } => {
  const comment = /<!--\s*(?:Page saved with SingleFile|Archive processed by SingleFile)([\s\S]*?)-->/i.exec(
    head,
  )?.[1];
  if (!comment) return {};
  const address = /^\s*url:\s*(\S+)/im.exec(comment)?.[1];
  const written = /^\s*saved date:\s*(.+)$/im.exec(comment)?.[1];
  // "Tue Mar 03 2026 11:15:00 GMT+0100 (Central European Standard Time)"
  const savedAt = instantOf(written?.replace(/\s*\([^)]*\)\s*$/, '').trim());
  return { ...(isWebAddress(address) ? { address } : {}), ...(savedAt ? { savedAt } : {}) };
};

/** "saved from url=(0042)https://…", which browsers write when they save a page. */
const savedFrom = (head: string): string | undefined => {
  const address = /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/i.exec(head)?.[1];
  return isWebAddress(address) ? address : undefined;
};

const declared = (head: string): string | undefined => {
  const canonical = /<link[^>]+rel=["']?canonical["']?[^>]*>/i.exec(head)?.[0];
  const property = /<meta[^>]+property=["']?og:url["']?[^>]*>/i.exec(head)?.[0];
  const address =
    /\shref=["']?([^"'\s>]+)/i.exec(canonical ?? '')?.[1] ??
    /\scontent=["']?([^"'\s>]+)/i.exec(property ?? '')?.[1];
  return isWebAddress(address) ? address : undefined;
};

/** A saved page as a row: its own address if the file tells it, else the file's name stands for it. */
export function rowOfHtml(html: string, name: string): RawRow {
  const head = html.slice(0, 200_000);
  if (!/<(?:html|head|body|article|p|div)\b/i.test(head))
    return { kind: 'set-aside', label: name, reason: 'not-html' };
  const saved = singleFile(html.slice(0, 20_000));
  const title = lineOfMarkup(/<title[^>]*>([\s\S]{0,1000}?)<\/title>/i.exec(head)?.[1]);
  return {
    kind: 'html',
    label: title || name,
    html,
    ...facts({ address: saved.address ?? savedFrom(head) ?? declared(head), savedAt: saved.savedAt }),
  };
}
