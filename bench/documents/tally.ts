/** What the walk of one document found. */
export interface Tally {
  /** Faults with which the document was refused; nothing else is counted then. */
  faults: number;
  operations: number;
  /** Answers whose status is declared and whose body is what the document declares for it. */
  valid: number;
  /** Answers of 500 and above. */
  broken: number;
  /** Collections that have an item path, and those of them whose operations obey each other. */
  resources: number;
  lawful: number;
  /** Lists, and those whose pages were understood. */
  lists: number;
  paged: number;
  /** One line for each thing that is wrong. */
  complaints: string[];
}

export function emptyTally(): Tally {
  return {
    faults: 0,
    operations: 0,
    valid: 0,
    broken: 0,
    resources: 0,
    lawful: 0,
    lists: 0,
    paged: 0,
    complaints: [],
  };
}

/** The figures of several documents as one. */
export function sum(tallies: Tally[]): Tally {
  const total = emptyTally();
  for (const tally of tallies) {
    for (const key of ['faults', 'operations', 'valid', 'broken', 'resources', 'lawful', 'lists', 'paged'] as const)
      total[key] += tally[key];
    total.complaints.push(...tally.complaints);
  }
  return total;
}
