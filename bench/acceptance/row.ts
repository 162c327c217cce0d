import type { Caller } from './caller.ts';

/** One row of what an API promises: what it says, and how to see it from outside. */
interface Row {
  says: string;
  /** Makes real requests, throws if they do not show it, and returns in a few words what was seen. */
  see(caller: Caller): Promise<string>;
}

/** The rows of one API. */
export interface Chapter {
  title: string;
  rows: Row[];
}
