import { JSDOM, VirtualConsole } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { domAccess } from '../../src/extract/reading/dom';
import { type PageBlocks, readBlocks } from '../../src/extract/reading/read-blocks';
import { bodyAbove } from '../../src/extract/reading/reader-choice';
import { fillReaderCopy } from '../../src/extract/reading/reader-copy';

const address = 'https://www.tarnvalley.example/news/reservoir-filled';
const open = (html: string): Document =>
  new JSDOM(html, { url: address, virtualConsole: new VirtualConsole() }).window.document;

function blocksOf(document: Document): PageBlocks {
  const access = domAccess(document);
  const page = access && readBlocks(access, new Set());
  if (!page?.ok) throw new Error('The page was not read.');
  return page.value;
}

function copyOf(html: string): Document {
  const document = open(html);
  const { blocks, elements } = blocksOf(document);
  return fillReaderCopy(document.implementation.createHTMLDocument(''), blocks, elements, 'Title');
}

describe('the copy that a reader takes apart', () => {
  it('has the text with links, classes and ids, and no pictures, scripts or empty boxes', () => {
    const copy = copyOf(
      '<body class="page"><div id="main" style="x"><div></div><p class="lead">Rain <b>filled</b> <a href="/t">the Tarn</a>.</p><img src="a.png"><script>1</script></div></body>',
    );
    expect(copy.body.outerHTML).toBe(
      '<body class="page"><div id="main"><p class="lead">Rain filled <a href="/t">the Tarn</a>.</p></div></body>',
    );
  });

  it('has no menus, footers and rows of links, but links that stand alone', () => {
    const copy = copyOf(
      '<body><nav>News</nav><ul><li><a href="/1">One</a></li><li><a href="/2">Two</a></li></ul><p>Text.</p><p><a href="/3">Alone</a></p><p>More.</p><footer>Imprint</footer></body>',
    );
    expect(copy.body.textContent).toBe('Text.AloneMore.');
  });

  it('makes paragraphs of what stands between line breaks', () => {
    const copy = copyOf('<body><div>It rained.<br><br>It stopped.<br><br>It rained again.</div></body>');
    expect(copy.body.innerHTML).toBe('<div>It rained.<p>It stopped.</p><p>It rained again.</p></div>');
  });

  it('takes tags that cannot be made by name', () => {
    expect(copyOf('<body><p"x>Rain fell on the valley.</p"x></body>').body.innerHTML).toBe(
      '<span>Rain fell on the valley.</span>',
    );
  });
});

describe('a choice below the article', () => {
  const story = [
    'The Tarn reservoir is full for the first time in six years, the water board of the valley said on Monday after a week of rain.',
    'Two of the five sluices were opened in the night so that the level would not rise above the old mark on the tower, the board added.',
    'Farmers below the dam have been told to keep their animals off the meadows until Thursday, when the river is expected to fall again.',
    'The last time all five sluices were needed was in the spring of the great thaw, when the bridge at Lower Tarn was carried away.',
  ];
  const terms =
    'Opinions given here are those of the writers alone and have not been seen by any of the companies named on this page before they were printed.';

  const chosenOf = (html: string): string[] | null => {
    const { blocks, elements } = blocksOf(open(html));
    const chosen = blocks.findIndex(({ text }) => text === terms);
    return bodyAbove(blocks, elements, [chosen])?.map((index) => blocks[index]?.text ?? '') ?? null;
  };
  const paragraphs = story.map((text) => `<p>${text}</p>`).join('');

  it('gives way to the paragraphs between headline and choice', () => {
    expect(
      chosenOf(
        `<body><h1>Reservoir full</h1><div>${paragraphs}</div><div class="terms"><p>${terms}</p></div></body>`,
      ),
    ).toEqual(story);
  });

  it('stays where the paragraphs stand above the headline, or are no more than it has', () => {
    const choice = `<div class="terms"><p>${terms}</p></div>`;
    expect(chosenOf(`<body><div>${paragraphs}</div><h1>Reservoir full</h1>${choice}</body>`)).toBeNull();
    expect(chosenOf(`<body><h1>Reservoir full</h1><div><p>${story[0]}</p></div>${choice}</body>`)).toBeNull();
  });
});
