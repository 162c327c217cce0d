import type { OperationData } from '../documents/operation-data.ts';

/** The home page's first call: an operation that creates a record, and the one that reads it. */
export interface FirstCallData {
  create: OperationData;
  read: OperationData;
}
