/** One key for the spellings of an outlet's name: "The Harbour Post" and "Harbour post" are one outlet. */
export const outletKey = (name: string): string => name.replace(/^the /i, '').trim().toLowerCase();
