import { Column } from './column.ts';
import type { Value } from './compare-values.ts';

/** What a server remembers of a store's records: their numbers, parents, and the values of the indexed fields, in columns. */
export class ListValues {
  /** The row of `indexed_list`, and its version that these values have. */
  readonly listId: number;
  version: number;
  /** By field name. */
  readonly columns = new Map<string, Column>();
  readonly parents = new Column();
  /** How many positions are taken, by records in the order of their numbers; those of removed records are not given again. */
  length = 0;
  removed = 0;
  seqs = new Float64Array(1024);
  present = new Uint8Array(1024);

  constructor(listId: number, version: number) {
    this.listId = listId;
    this.version = version;
  }

  /** About the memory that it takes, in units of eight bytes: a value that differs from all others takes ten. */
  get cells(): number {
    let cells = this.length * (this.columns.size + 2);
    for (const { values } of [this.parents, ...this.columns.values()]) cells += values.length * 10;
    return cells;
  }

  positionOf(seq: number): number | undefined {
    let [low, high] = [0, this.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.seqs[middle] as number;
      if (found === seq) return middle;
      if (found < seq) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  }

  /** Adds a record at the end; throws where its number is not the greatest. */
  append(seq: number, parent: string): number {
    if (this.length > 0 && seq <= (this.seqs[this.length - 1] as number))
      throw new Error('A record came out of order.');
    if (this.length === this.seqs.length) this.#widen();
    const position = this.length++;
    this.seqs[position] = seq;
    this.present[position] = 1;
    this.parents.set(position, parent);
    return position;
  }

  /** Stores a record's values as they are now, by field name. */
  put(seq: number, parent: string, values: Map<string, Value>): void {
    const position = this.positionOf(seq) ?? this.append(seq, parent);
    for (const [name, value] of values) this.columns.get(name)?.set(position, value);
  }

  remove(seq: number): void {
    const position = this.positionOf(seq);
    if (position === undefined || !this.present[position]) return;
    this.present[position] = 0;
    this.removed++;
  }

  #widen(): void {
    const seqs = new Float64Array(this.length * 2);
    seqs.set(this.seqs);
    const present = new Uint8Array(this.length * 2);
    present.set(this.present);
    [this.seqs, this.present] = [seqs, present];
  }
}
