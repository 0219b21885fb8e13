export const help = `Collate on the command line: the same reading, matching and comparing as in the browser.
Nothing is sent anywhere.

  collate extract PAGE.html… [--url ADDRESS] [--explain] [--json]
      Reads the article out of saved pages: metadata, each with where it was read, and the text.
      --url       the address the page was saved from (one page only)
      --explain   every block that was left out, and why
      --json      one article a line, as JSON; compare and match read such files

  collate compare FILE… [--json] [--explain]
      Compares the first article with the others: what differs, agrees, is only here, is left out here.
      A FILE is an HTML page, an article as JSON, or JSONL with one article a line.
      --json      the rows as JSON, each sentence with its place in its text
      --explain   how each row came about

  collate compare --explain "SENTENCE" "SENTENCE"
      Why two sentences agree, differ, or are not about the same thing.

  collate match --library FILE.jsonl QUERY [--limit N] [--json]
      Finds the library's articles on the same event as QUERY, a file as above or an id in the library.

Articles as JSON: {"title", "text", "url", "outlet", "date", "author", "language"}; only "text" is needed.
Paths ending in .gz are unpacked. Errors are one sentence on stderr, with exit code 2.
`;
