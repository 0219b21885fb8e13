import { Place, type ReadBlock, type ReadElements } from './page-snapshot';

const isLinked = ({ text, linkLength = 0 }: ReadBlock): boolean => linkLength > text.length * 0.8;

/** Blocks that no reader is to look at: menus, the page's footer, and links among links. */
function isPassedOver(blocks: ReadBlock[], index: number, places: number): boolean {
  if (places & Place.nav) return true;
  if (places & Place.footer && !(places & (Place.article | Place.main))) return true;
  const linked = (at: number): boolean => {
    const block = blocks[at];
    return block === undefined || isLinked(block);
  };
  return linked(index) && (linked(index - 1) || linked(index + 1));
}

/** Tag names that the parser takes and `createElement` refuses: `<p<b>`. */
const isOrdinary = (tag: string): boolean => /^[a-z][\w-]*$/.test(tag);

/** Builds the copy: each element once, under its parent. */
class Builder {
  private readonly made: (Element | undefined)[] = [];
  private readonly ids = new Map<number, string>();

  constructor(
    private readonly copy: Document,
    private readonly elements: ReadElements,
  ) {
    for (const [position, name] of elements.names) if (!this.ids.has(position)) this.ids.set(position, name);
  }

  add({ text, element, links, afterBreak }: ReadBlock): void {
    const above = this.elementAt(element);
    // What stands between line breaks is a paragraph, though the page has no element for it.
    const parent = afterBreak ? above.appendChild(this.copy.createElement('p')) : above;
    let from = 0;
    // Inside a link the whole block is one, and has its element already.
    const inner = (this.elements.places[element] as number) & Place.link ? [] : (links ?? []);
    for (const { start, end, href } of inner) {
      this.text(text.slice(from, start), parent);
      const link = this.copy.createElement('a');
      link.setAttribute('href', href);
      this.text(text.slice(start, end), link);
      parent.appendChild(link);
      from = end;
    }
    this.text(text.slice(from), parent);
  }

  private text(value: string, parent: Element): void {
    if (value !== '') parent.appendChild(this.copy.createTextNode(value));
  }

  /** The counterpart of an element, made with those above it the first time. */
  private elementAt(position: number): Element {
    const known = this.made[position];
    if (known) return known;
    const { parents, tags, classes, words } = this.elements;
    const parent = parents[position] as number;
    const above = parent < 0 ? null : this.elementAt(parent);
    const tag = words[tags[position] as number] as string;
    const made = above ? this.copy.createElement(isOrdinary(tag) ? tag : 'span') : this.copy.body;
    const className = words[classes[position] as number];
    if (className) made.className = className;
    const id = this.ids.get(position);
    if (id) made.id = id;
    above?.appendChild(made);
    this.made[position] = made;
    return made;
  }
}

/**
 * Fills an empty document with a copy of a page for a reader to take apart, made of the blocks that were read: their
 * text and links, and the elements above them with class and id. Pictures, scripts, menus and most white space are
 * nine nodes in ten, and what style or `aria-hidden` hides is for others to judge: on the development pages
 * Readability finds more of the articles in it than in a clone of the page, in half the time.
 */
export function fillReaderCopy(
  copy: Document,
  blocks: ReadBlock[],
  elements: ReadElements,
  title: string,
): Document {
  copy.title = title;
  const builder = new Builder(copy, elements);
  blocks.forEach((block, index) => {
    if (!isPassedOver(blocks, index, elements.places[block.element] as number)) builder.add(block);
  });
  return copy;
}
