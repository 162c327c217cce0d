import type { RecordBody } from '../dialect/record-body.ts';

/** A record that is there from the beginning, and where. */
export interface SeedRecord {
  store: string;
  parent: string;
  id: string;
  body: RecordBody;
}

/** The records that every new workspace begins with. */
export type Seed = SeedRecord[];
