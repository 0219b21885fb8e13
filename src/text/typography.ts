/**
 * One character for each typographic variant, always one code unit for one, so that offsets in the folded
 * text are offsets in the original. Direction of quotation marks is lost: read it from the original.
 */
const foldedCharacters: Record<string, string> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u201b': "'",
  '\u02bc': "'",
  '\u00b4': "'",
  '\u0060': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u201f': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '\u00a0': ' ',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2009': ' ',
  '\u200a': ' ',
  '\u202f': ' ',
  '\u2007': ' ',
  '\t': ' ',
  '\u2010': '-',
  '\u2011': '-',
  '\u2212': '-',
  '\u2012': '–',
};

const foldable = new RegExp(`[${Object.keys(foldedCharacters).join('')}]`, 'g');

/**
 * Typewriter pairs (``so'' and ''so'') to one mark and a blank, so that the length stays. Most texts hold
 * none and are returned as they are: looking for each pair took a twentieth of an analysis.
 */
export const foldTypewriterPairs = (text: string): string =>
  text.includes("''") || text.includes('``')
    ? text.replace(/``|(?<=^|[\s([])''(?=\S)/gm, ' "').replace(/''/g, '" ')
    : text;

/** Typographic variants folded to plain ones, length kept: `foldTypography(text).length === text.length`. */
export const foldTypography = (text: string): string =>
  foldTypewriterPairs(text).replace(foldable, (character) => foldedCharacters[character] ?? character);

/** A sentence made from a template without a second full stop after a value that has its own: "Both say 4 p.m..". */
export const withOneStop = (sentence: string): string => sentence.replace(/([^.])\.\.$/u, '$1.');
