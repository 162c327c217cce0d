import { compareValues, type Value } from './compare-values.ts';

/** The values of one field of a list, by the positions of its records. Each value is stored once; records have its code. */
export class Column {
  readonly values: Value[] = [];
  codes = new Int32Array(1024);
  readonly #codeOf = new Map<Value, number>();
  /** The codes in the order of their values. */
  #ranking = new Int32Array(0);
  #sorted: Int32Array | undefined;
  /** The positions that were set while the column is being loaded: what is read then may be older. Undefined when it is loaded. */
  #newer: Set<number> | undefined = new Set();

  get isLoaded(): boolean {
    return this.#newer === undefined;
  }

  /** Sets what was read from the index, unless a newer value is known. */
  load(position: number, value: Value): void {
    if (!this.#newer?.has(position)) this.#put(position, value);
  }

  endLoad(): void {
    this.#newer = undefined;
  }

  set(position: number, value: Value): void {
    this.#newer?.add(position);
    this.#put(position, value);
  }

  #put(position: number, value: Value): void {
    let code = this.#codeOf.get(value);
    if (code === undefined) {
      code = this.values.push(value) - 1;
      this.#codeOf.set(value, code);
    }
    if (position >= this.codes.length) {
      const wider = new Int32Array(Math.max(position + 1, this.codes.length * 2));
      wider.set(this.codes);
      this.codes = wider;
    }
    this.codes[position] = code;
    this.#sorted = undefined;
  }

  valueAt(position: number): Value {
    return this.values[this.codes[position] as number] as Value;
  }

  /** The code of a value; undefined if no record has ever had it. */
  codeOf(value: Value): number | undefined {
    return this.#codeOf.get(value);
  }

  /** The codes in the order of their values. Only new values are sorted, so that calling this now and then keeps each call short. */
  ranking(): Int32Array {
    const { values } = this;
    const known = this.#ranking;
    if (known.length === values.length) return known;
    const compare = (one: number, other: number) => compareValues(values[one] as Value, values[other] as Value);
    const added = Array.from({ length: values.length - known.length }, (_, index) => known.length + index).sort(
      compare,
    );
    const merged = new Int32Array(values.length);
    let [at, next] = [0, 0];
    for (const code of added) {
      while (at < known.length && compare(known[at] as number, code) < 0) merged[next++] = known[at++] as number;
      merged[next++] = code;
    }
    merged.set(known.subarray(at), next);
    this.#ranking = merged;
    return merged;
  }

  /** How many values come before this one in the ranking. */
  placeOf(wanted: Value): number {
    const ranking = this.ranking();
    let [low, high] = [0, ranking.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareValues(this.values[ranking[middle] as number] as Value, wanted) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The first so many positions in the order of their values, and of the positions where these are equal. */
  sorted(length: number): Int32Array {
    if (this.#sorted?.length === length) return this.#sorted;
    const { codes } = this;
    const starts = new Int32Array(this.values.length);
    for (let position = 0; position < length; position++) (starts[codes[position] as number] as number)++;
    let start = 0;
    for (const code of this.ranking()) {
      const count = starts[code] as number;
      starts[code] = start;
      start += count;
    }
    const sorted = new Int32Array(length);
    for (let position = 0; position < length; position++) {
      const code = codes[position] as number;
      sorted[starts[code] as number] = position;
      (starts[code] as number)++;
    }
    this.#sorted = sorted;
    return sorted;
  }
}
