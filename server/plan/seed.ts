import type { RecordBody } from '../dialect/record-body.ts';

/** An initial record, and where it goes. */
export interface SeedRecord {
  store: string;
  parent: string;
  id: string;
  body: RecordBody;
  /** Where the body has times that were made: they move to the present when a sandbox is seeded. */
  moving?: string[][];
}

/** The initial records of every new workspace. */
export type Seed = SeedRecord[];
