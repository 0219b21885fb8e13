/** "1,500" and "1.500" are 1500; "2.5" stays. */
export const plainNumber = (word: string): string => word.replace(/[.,](?=\d{3}(?:\D|$))/g, '');
