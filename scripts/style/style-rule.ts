import type { ApiDocument } from '../../server/openapi/load-api.ts';

/** A place of a document that breaks a rule. */
export interface Breach {
  /** What exemptions call it by: a path, a name, a status. */
  subject: string;
  pointer: string;
  message: string;
  mend: string;
}

/** A breach as it is told: where it is, and how to mend it. */
export interface StyleFault {
  file: string;
  line: number;
  message: string;
  mend: string;
}

/** One rule of the style guide. */
export interface StyleRule {
  /** How faults and exemptions name it. */
  name: string;
  /** What it asks of an API, in a sentence. */
  asks: string;
  check(api: ApiDocument): Breach[];
}
