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
  /** Lists, and how many of them have recognized paging. */
  lists: number;
  paged: number;
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
    lists: 0,
    paged: 0,
    complaints: [],
  };
}

/** Sums the figures of several documents. */
export function sum(tallies: Tally[]): Tally {
  const total = emptyTally();
  for (const tally of tallies) {
    for (const key of ['faults', 'operations', 'valid', 'broken', 'resources', 'consistent', 'lists', 'paged'] as const)
      total[key] += tally[key];
    total.complaints.push(...tally.complaints);
  }
  return total;
}
