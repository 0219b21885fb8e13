/** "1,500" and "1.500" are 1500; "2.5" stays. A word with a point or comma in it begins with a digit. */
export const plainNumber = (word: string): string =>
  word.charCodeAt(0) <= 0x39 && /[.,]/.test(word) ? word.replace(/[.,](?=\d{3}(?:\D|$))/g, '') : word;
