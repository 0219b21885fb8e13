const asciiOnly = /^[\u0020-\u007e]*$/;

const easternDigits = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** Lower case, accents and vocalisation off, curly apostrophes straight, digits in ASCII. */
export function foldWord(word: string): string {
  if (asciiOnly.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u064b-\u0652]/g, '')
    .replace(/[’ʼ]/g, "'")
    .replace(/٬/g, ',')
    .replace(/٫/g, '.')
    .replace(easternDigits, (digit) => String(digit.charCodeAt(0) & 0xf))
    .normalize('NFC')
    .toLowerCase();
}
