import type { RecordBody } from '../dialect/record-body.ts';

/** An initial record, and where it goes. */
export interface SeedRecord {
  store: string;
  parent: string;
  id: string;
  body: RecordBody;
}

/** The initial records of every new workspace. */
export type Seed = SeedRecord[];
