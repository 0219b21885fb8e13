/** "1,500" and "1.500" are 1500; "2.5" stays. */
export const plainNumber = (word: string): string =>
  /[.,]/.test(word) ? word.replace(/[.,](?=\d{3}(?:\D|$))/g, '') : word;
