import type { SitePage } from '../../scripts/browser/serve';

const paragraphs = (subject: string): string[] => [
  `The town council of Ellerby voted on Monday to rebuild the ${subject} on the north bank, ending a dispute that has lasted for eleven years.`,
  `Fourteen of the 21 members were in favour. The work will cost 6.2 million marks and is to begin in the first week of September, the council said in a statement.`,
  `Neighbours had asked for a smaller building. "We have lost the argument, but we were heard," said Tilda Marrow, who speaks for the residents of Weir Street.`,
  `An earlier plan was withdrawn two years ago, when surveyors found that the ground by the river would not carry the weight of the original design.`,
  `The council expects the ${subject} to open to the public by the end of next year, provided that the winter is mild and the deliveries of timber arrive on time.`,
];

const article = (headline: string, subject: string, script = ''): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${headline} - Ellerby Chronicle</title>
<meta property="og:site_name" content="Ellerby Chronicle"></head>
<body><nav><a href="/">Home</a> <a href="/local">Local</a></nav>
<article><h1>${headline}</h1><p class="byline">By Noor Aldane</p><time datetime="2025-05-06">6 May 2025</time>
${paragraphs(subject)
  .map((text) => `<p>${text}</p>`)
  .join('\n')}
</article><script>${script}</script></body></html>`;

const host = 'http://www.ellerbychronicle.test';

/** Same-tab navigation as single-page sites do it: a button changes address, title and body, without a load. */
const nextStory = `
addEventListener('show-next', () => {
  history.pushState({}, '', '/2025/05/07/harbour-crane');
  document.title = 'Old harbour crane to be moved - Ellerby Chronicle';
  document.querySelector('h1').textContent = 'Old harbour crane to be moved';
  for (const paragraph of document.querySelectorAll('article p:not(.byline)'))
    paragraph.textContent = paragraph.textContent.replaceAll('swimming hall', 'harbour crane');
});`;

/**
 * A page that will not stand still once it is told to: it is at another address every 25 ms, for the five
 * seconds after which browsers stop a page that does so.
 */
const restless = `
let step = 0;
addEventListener('run', () => setInterval(() => history.replaceState({}, '', '/restless/' + ++step), 25));`;

/** The smallest PDF a browser shows. */
const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF`;

const frontPage = `<!doctype html><html lang="en"><head><title>Ellerby Chronicle</title></head><body><h1>Today</h1><ul>
${Array.from({ length: 30 }, (_, index) => `<li><a href="/story/${index}">Story number ${index}</a></li>`).join('')}
</ul></body></html>`;

export const awkward = {
  spa: `${host}/2025/05/06/swimming-hall`,
  next: `${host}/2025/05/07/harbour-crane`,
  restless: `${host}/restless`,
  front: `${host}/`,
  empty: `${host}/empty`,
  pdf: `${host}/report.pdf`,
};

export const awkwardPages: SitePage[] = [
  { address: awkward.spa, body: article('Council votes for new swimming hall', 'swimming hall', nextStory) },
  { address: awkward.next, body: article('Old harbour crane to be moved', 'harbour crane') },
  { address: awkward.restless, body: article('Bells to be rung again', 'bell tower', restless) },
  { address: awkward.front, body: frontPage },
  { address: awkward.empty, body: '<!doctype html><title>Nothing</title><p>Nothing here.</p>' },
  { address: awkward.pdf, body: pdf, type: 'application/pdf' },
];
