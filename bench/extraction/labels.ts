import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '../../src/extract/text-shape';

/** What a block is by the gold text. `weight` 0: the gold does not say. */
export interface Label {
  inArticle: boolean;
  weight: number;
}

export interface Gold {
  text?: string;
  optional?: string[];
  with?: string[];
  without?: string[];
  url?: string;
}

export const readGold = (folder: string): Gold => {
  const file = join(folder, 'expected.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Gold) : {};
};

const tokens = (text: string): string[] => text.match(/[\p{L}\p{N}_]+/gu) ?? [];
const size = 4;

/** Positions of every four-token shingle of a text. */
function shinglePositions(words: string[]): Map<string, number[]> {
  const positions = new Map<string, number[]>();
  for (let at = 0; at + size <= words.length; at++) {
    const shingle = words.slice(at, at + size).join(' ');
    const list = positions.get(shingle) ?? [];
    list.push(at);
    positions.set(shingle, list);
  }
  return positions;
}

interface Cover {
  share: number;
  /** Gold position right behind the block's last shingle, or -1. */
  end: number;
  start: number;
}

function cover(words: string[], gold: Map<string, number[]>): Cover {
  let hits = 0;
  let end = -1;
  let start = -1;
  const count = Math.max(1, words.length - size + 1);
  for (let at = 0; at + size <= words.length; at++) {
    const places = gold.get(words.slice(at, at + size).join(' '));
    if (!places) continue;
    hits++;
    const place = places[0] ?? 0;
    if (start < 0) start = place - at;
    end = place + size + (words.length - at - size);
  }
  return { share: hits / count, end, start };
}

const matchesAt = (gold: string[], at: number, words: string[]): boolean =>
  at >= 0 && words.every((word, offset) => gold[at + offset] === word);

/** Short blocks are in the article when the gold has them exactly between their neighbours, or as a line. */
function labelShort(
  texts: string[][],
  covers: Cover[],
  labels: Label[],
  gold: string[],
  lines: Set<string>,
): void {
  texts.forEach((words, index) => {
    if (words.length >= size || words.length === 0) return;
    const before = covers
      .slice(Math.max(0, index - 4), index)
      .reverse()
      .find((entry) => entry.share > 0.6);
    const after = covers.slice(index + 1, index + 5).find((entry) => entry.share > 0.6);
    const between =
      (before && matchesAt(gold, before.end, words)) ||
      (after && matchesAt(gold, after.start - words.length, words));
    const line = lines.has(words.join(' ')) && (before || after);
    labels[index] = { inArticle: Boolean(between || line), weight: 1 };
  });
}

/** Of blocks with one text, only the one among most other blocks of the article is it. */
function labelRepeats(texts: string[][], labels: Label[]): void {
  const groups = new Map<string, number[]>();
  texts.forEach((words, index) => {
    if (labels[index]?.inArticle && words.length > 0) {
      const form = words.join(' ');
      groups.set(form, [...(groups.get(form) ?? []), index]);
    }
  });
  const company = (index: number): number => {
    let sum = 0;
    for (let at = index - 4; at <= index + 4; at++)
      if (at !== index && labels[at]?.inArticle) sum += texts[at]?.length ?? 0;
    return sum;
  };
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const best = group.reduce((left, right) => (company(right) > company(left) ? right : left));
    for (const index of group) if (index !== best) labels[index] = { inArticle: false, weight: 1 };
  }
}

function fromText(blocks: string[], gold: Gold): Label[] {
  const words = tokens(gold.text ?? '');
  const positions = shinglePositions(words);
  const texts = blocks.map(tokens);
  const covers = texts.map((block) => cover(block, positions));
  const optional = (gold.optional ?? []).map((text) => shinglePositions(tokens(text)));
  const labels = covers.map((entry, index): Label => {
    const block = texts[index] ?? [];
    if (optional.some((paragraph) => cover(block, paragraph).share > 0.5))
      return { inArticle: false, weight: 0 };
    const doubtful = entry.share > 0.35 && entry.share < 0.6;
    return { inArticle: entry.share >= 0.5, weight: doubtful ? 0.2 : 1 };
  });
  const lines = new Set((gold.text ?? '').split('\n').map((line) => tokens(line).join(' ')));
  labelShort(texts, covers, labels, words, lines);
  labelRepeats(texts, labels);
  return labels;
}

function fromSegments(blocks: string[], gold: Gold): Label[] {
  const wanted = (gold.with ?? []).map(fold);
  const unwanted = (gold.without ?? []).map(fold);
  return blocks.map((block): Label => {
    const text = fold(block);
    if (wanted.some((segment) => text.includes(segment))) return { inArticle: true, weight: 1 };
    if (unwanted.some((segment) => text.includes(segment))) return { inArticle: false, weight: 1 };
    return { inArticle: false, weight: 0 };
  });
}

/** Labels the blocks of a page by its gold: full text, or strings that must and must not be there. */
export const labelBlocks = (blocks: string[], gold: Gold): Label[] =>
  gold.text ? fromText(blocks, gold) : fromSegments(blocks, gold);
