/** "flood, Venn ,flood" → ['flood', 'Venn']. */
export const parseTags = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,،]/)
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
];
