/** The results for one document. */
export interface Tally {
  /** Faults for which the document was rejected; nothing else is counted then. */
  faults: number;
  operations: number;
  /** Operations that store nothing. */
  stateless: number;
  /** Those of them that show what no operation at the same path writes. */
  unwritten: number;
  /** Answers that an independent validator could judge, and those that it found valid. */
  judged: number;
  valid: number;
  /** Texts in answers, and those that say nothing. */
  texts: number;
  dull: number;
  /** Query parameters with the name of a property, and those that filter by it. */
  filters: number;
  filtersHonoured: number;
  /** Lists of several records with a size of a page, and those that obey it; those with a way to the next page, and that have it. */
  sizes: number;
  sizesObeyed: number;
  pages: number;
  pagesReached: number;
  /** Properties that point at a record of another store, and those where one is. */
  pointers: number;
  pointersMet: number;
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

const figures = [
  'faults',
  'operations',
  'stateless',
  'unwritten',
  'judged',
  'valid',
  'texts',
  'dull',
  'filters',
  'filtersHonoured',
  'sizes',
  'sizesObeyed',
  'pages',
  'pagesReached',
  'pointers',
  'pointersMet',
  'broken',
  'resources',
  'consistent',
  'lists',
  'paged',
] as const;

export function emptyTally(): Tally {
  return { ...(Object.fromEntries(figures.map((name) => [name, 0])) as Omit<Tally, 'complaints'>), complaints: [] };
}

/** Sums the figures of several documents. */
export function sum(tallies: Tally[]): Tally {
  const total = emptyTally();
  for (const tally of tallies) {
    for (const name of figures) total[name] += tally[name];
    total.complaints.push(...tally.complaints);
  }
  return total;
}
