/** The words one sentence shares with each column, kept while its neighbours are looked at. */
interface NeighbourSums {
  column: number;
  sums: Float64Array;
}

/** A sentence is a neighbour of the one before and of the one after it. */
const neighboursKept = 4;

/** Lists over the columns of a story, laid out anew for each sentence. */
export class Sheet {
  readonly exact: Float64Array;
  /** Weight of the words of the sentence that the column has by a synonym alone. */
  readonly synonyms: Float64Array;
  readonly softBack: Float64Array;
  readonly anchors: Float64Array;
  readonly nameAnchors: Float64Array;
  readonly partner: Float64Array;
  /** The root of the sentence, counted from 1, that was found last in each column. */
  readonly found: Int32Array;
  readonly bounds: Float32Array;
  readonly asked: Float64Array;
  readonly nothing: Float64Array;
  private readonly neighbours: NeighbourSums[];

  constructor(count: number) {
    const list = (): Float64Array => new Float64Array(count);
    this.exact = list();
    this.synonyms = list();
    this.softBack = list();
    this.anchors = list();
    this.nameAnchors = list();
    this.partner = list();
    this.found = new Int32Array(count);
    this.bounds = new Float32Array(count);
    this.asked = list();
    this.nothing = list();
    this.neighbours = Array.from({ length: neighboursKept }, () => ({ column: -1, sums: list() }));
  }

  /** `softBack` and `partner` are written over. */
  clear(): void {
    this.exact.fill(0);
    this.synonyms.fill(0);
    this.anchors.fill(0);
    this.nameAnchors.fill(0);
    this.found.fill(0);
  }

  /** Where the sums of a neighbour are kept, or belong: those of another column make room. */
  neighbour(column: number): NeighbourSums {
    return this.neighbours[column % neighboursKept] as NeighbourSums;
  }
}
