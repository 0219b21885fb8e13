/** The browser's own calls as the library's pages use them: every site is allowed when asked for. */
export default {
  permissions: {
    request: async () => true,
    remove: async () => true,
    contains: async () => true,
    getAll: async () => ({ origins: [], permissions: [] }),
  },
  runtime: { id: 'gallery', getURL: (path: string) => path },
};
