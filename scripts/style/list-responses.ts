import type { Response } from '../../server/openapi/document-types.ts';
import type { ApiDocument } from '../../server/openapi/load-api.ts';
import type { Operation } from '../../server/openapi/operations.ts';
import { whereWritten } from './where-written.ts';

/** A response of an operation, and its location in the document. */
export interface DeclaredResponse {
  operation: Operation;
  status: string;
  response: Response;
  pointer: string;
}

/** Lists the responses of all operations in a document. */
export function listResponses({ document, operations }: ApiDocument): DeclaredResponse[] {
  return operations.flatMap((operation) =>
    Object.entries(operation.responses).map(([status, response]) => ({
      operation,
      status,
      response,
      pointer: whereWritten(document, `${operation.pointer}/responses/${status}`),
    })),
  );
}

/** Whether a response declares a header, case-insensitively. */
export function declaresHeader({ headers = {} }: Response, name: string): boolean {
  return Object.keys(headers).some((known) => known.toLowerCase() === name.toLowerCase());
}
