import type { ApiDocument } from '../../server/openapi/load-api.ts';

/** A place in a document that breaks a rule. */
export interface Breach {
  /** Identifies the breach in exemptions: a path, a name or a status. */
  subject: string;
  pointer: string;
  message: string;
  remedy: string;
}

/** A breach as reported: its location and remedy. */
export interface StyleFault {
  file: string;
  line: number;
  message: string;
  remedy: string;
}

/** One rule of the style guide. */
export interface StyleRule {
  /** The name used in faults and exemptions. */
  name: string;
  /** The requirement in one sentence. */
  requirement: string;
  check(api: ApiDocument): Breach[];
}
