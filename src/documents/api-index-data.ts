import type { OperationData, SecurityData } from './operation-data.ts';

/** What an API's first page knows. Descriptions are HTML, as in OperationData. */
export interface ApiIndexData {
  api: OperationData['api'];
  description: string;
  /** Whether there is a page of what the sandbox understood. */
  isExplained: boolean;
  /** Servers other than this portal's sandbox, as the document lists them. */
  servers: { name: string; url: string; description: string }[];
  security: SecurityData[];
  tags: TagData[];
}

export interface TagData {
  name: string;
  label: string;
  description: string;
  operations: OperationLine[];
}

export interface OperationLine {
  slug: string;
  method: string;
  path: string;
  summary: string;
  deprecated: boolean;
}

/** One API in the list of all. */
export interface ApiLine {
  slug: string;
  title: string;
  version: string;
  /** One paragraph of plain text. */
  summary: string;
  basePath: string;
  operations: number;
  /** True when its document has faults: its page shows them and it has no others. */
  faulty: boolean;
}

/** One thing wrong with a document. */
export interface FaultData {
  file: string;
  line: number;
  message: string;
  mend: string;
}
