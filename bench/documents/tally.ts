/** The results for one document. */
export interface Tally {
  /** Faults for which the document was rejected; nothing else is counted then. */
  faults: number;
  operations: number;
  /** Responses whose status and body conform to the document. */
  valid: number;
  /** Responses with a status of 500 or above. */
  broken: number;
  /** Collections with an item path, and how many of them have consistent operations. */
  resources: number;
  consistent: number;
  /** Operations that answer an example and keep nothing. */
  stateless: number;
  /** Lists, and how many of them have recognized paging. */
  lists: number;
  paged: number;
  /** Parameters named like a property that a record shows, and how many of them filter by it. */
  filters: number;
  filtered: number;
  /** Lists that were asked for one record a page, and how many of them gave no more. */
  sizes: number;
  sized: number;
  /** Such pages with more records behind them, and how many of them lead to another record. */
  nexts: number;
  reached: number;
  /** One line per fault. */
  complaints: string[];
}

export function emptyTally(): Tally {
  return {
    faults: 0,
    operations: 0,
    valid: 0,
    broken: 0,
    resources: 0,
    consistent: 0,
    stateless: 0,
    lists: 0,
    paged: 0,
    filters: 0,
    filtered: 0,
    sizes: 0,
    sized: 0,
    nexts: 0,
    reached: 0,
    complaints: [],
  };
}

/** Sums the figures of several documents. */
export function sum(tallies: Tally[]): Tally {
  const total = emptyTally();
  for (const tally of tallies) {
    for (const [name, value] of Object.entries(tally))
      if (typeof value === 'number') total[name as Exclude<keyof Tally, 'complaints'>] += value;
    total.complaints.push(...tally.complaints);
  }
  return total;
}
