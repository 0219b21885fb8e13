// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { cardText, placeCard } from '../../src/content/highlight/card';
import { findMark } from '../../src/content/highlight/find-mark';
import { readPageText } from '../../src/content/highlight/page-text';
import { cardStyle, cssString } from '../../src/content/highlight/style';

const mark = (exact: string, before = '', after = '') => ({ exact, before, after });
const find = (wanted: ReturnType<typeof mark>) => findMark(readPageText(document), wanted);

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('the text of a page', () => {
  it('collapses white space and parts blocks', () => {
    document.body.innerHTML = `<h1>Dam \n fails</h1><p>Water <b>rose</b>&nbsp;fast.<br>Then fell.</p><script>no()</script>`;
    expect(readPageText(document).text).toBe('Dam fails\nWater rose fast.\nThen fell.\n');
  });

  it('leaves out what shows nothing', () => {
    document.body.innerHTML = '<p>un\u00adbroken\u200b word</p><style>p{}</style><textarea>typed</textarea>';
    expect(readPageText(document).text).toBe('unbroken word\n');
  });
});

describe('a sentence on the page', () => {
  it('is found across elements and odd blanks', () => {
    document.body.innerHTML = '<p>First. <a href="#">Some  <i>3,100</i></a>\n people left. Last.</p>';
    const range = find(mark('Some 3,100 people left.', 'First. ', ' Last.'));
    expect(range?.toString().replace(/\s+/g, ' ')).toBe('Some 3,100 people left.');
  });

  it('is not found when a neighbour changed', () => {
    document.body.innerHTML = '<p>Other. He left. Last.</p>';
    expect(find(mark('He left.', 'First.', 'Last.'))).toBeNull();
    expect(find(mark('He left.', 'Other.', 'Last.'))?.toString()).toBe('He left.');
  });

  it('is not found when one letter of it changed', () => {
    document.body.innerHTML = '<p>Some 3,200 people left.</p>';
    expect(find(mark('Some 3,100 people left.'))).toBeNull();
  });

  it('is told from its like by the words around it', () => {
    document.body.innerHTML = '<p>One. He left. Two.</p><p>Three. He left. Four.</p>';
    const range = find(mark('He left.', 'Three.', 'Four.'));
    expect(range?.startContainer.textContent).toContain('Three');
  });

  it('is none when two places fit alike', () => {
    document.body.innerHTML = '<p>He left.</p><p>He left.</p>';
    expect(find(mark('He left.'))).toBeNull();
  });

  it('is the whole block rather than a part of another', () => {
    document.body.innerHTML = '<h1>Dam fails</h1><p>The headline read Dam fails again.</p>';
    expect(find(mark('Dam fails'))?.startContainer.parentElement?.tagName).toBe('H1');
  });

  it('leaves the page as it was', () => {
    document.body.innerHTML = '<p>One. He <b>left</b>. Two.</p>';
    const before = document.documentElement.outerHTML;
    find(mark('He left.', 'One.', 'Two.'));
    expect(document.documentElement.outerHTML).toBe(before);
  });
});

describe('the card', () => {
  const shown = {
    id: 'r1',
    kind: 'differ' as const,
    exact: 'x',
    before: '',
    after: '',
    others: [{ outlet: 'Ostin Herald', words: 'Some "3,100"\nleft.' }],
  };

  it('holds the other sentence verbatim on one line', () => {
    expect(cardText([shown])).toContain('Ostin Herald\n“Some "3,100" left.”');
  });

  it('has room for its keys below however long the other sentences are', () => {
    const long = { outlet: 'Lowland Courier', words: 'Water rose over the lower road. '.repeat(60) };
    const text = cardText([{ ...shown, others: [long, long, long, long] }]);
    expect(text.length).toBeLessThan(600);
    expect(text).toMatch(/\w …”/);
    expect(text).toMatch(/Esc off$/);
  });

  it('tells of all rows a sentence stands in, the strongest first, of agreement only where nothing else is', () => {
    const agree = {
      ...shown,
      id: 'r2',
      kind: 'agree' as const,
      others: [{ outlet: 'Bell', words: 'Same.' }],
    };
    const update = {
      ...shown,
      id: 'r3',
      kind: 'update' as const,
      others: [{ outlet: 'Wire', words: 'Later.' }],
    };
    const both = cardText([agree, update, shown]);
    expect(both.indexOf('≠ Differ')).toBe(0);
    expect(both.indexOf('→ Update')).toBeGreaterThan(both.indexOf('Ostin Herald'));
    expect(both).toContain('Later.');
    expect(both).not.toContain('Same.');
    expect(cardText([agree])).toContain('Same.');
  });

  it('cannot be broken out of', () => {
    const place = { edge: 'top', distance: 0, left: 0, width: 300, height: 200 } as const;
    const sheet = cardStyle('"} html { display: none } /* \\', place);
    expect(sheet).not.toContain('display: none');
    expect(cssString('a"b\n')).toBe('"a\\22 b\\a "');
  });

  it('stays within the window and off its sentence', () => {
    const window = { width: 400, height: 600 };
    expect(placeCard({ top: 560, bottom: 590, left: 380 }, window)).toEqual({
      edge: 'bottom',
      distance: 48,
      left: 32,
      width: 360,
      height: 544,
    });
    expect(placeCard({ top: 100, bottom: 130, left: 0 }, { width: 300, height: 600 })).toEqual({
      edge: 'top',
      distance: 138,
      left: 8,
      width: 284,
      height: 454,
    });
  });
});
