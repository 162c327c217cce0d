import type { Link } from '../../server/openapi/document-parts.ts';
import type { Response } from '../../server/openapi/document-types.ts';
import { pointerOf } from '../../server/openapi/faults.ts';
import type { ApiDocument } from '../../server/openapi/load-api.ts';
import { titleOf } from '../../server/openapi/operation-title.ts';
import type { Operation } from '../../server/openapi/operations.ts';
import { resolve, segmentsOfReference } from '../../server/openapi/resolve.ts';
import type { LinkData, OperationRef } from '../../src/documents/operation-aside.ts';

/** The page of an operation. */
export function referTo(operation: Operation): OperationRef {
  return { slug: operation.slug, summary: titleOf(operation) };
}

/** What a response says may be called next. */
export function readLinks(
  { document, operations }: Pick<ApiDocument, 'document' | 'operations'>,
  { links = {} }: Response,
  render: (markdown: string | undefined) => string,
): LinkData[] {
  return Object.entries(links).map(([name, maybe]) => {
    const link = resolve<Link>(document, maybe);
    const found = findTarget(operations, link);
    const target = link.operationId ?? link.operationRef;
    return {
      name,
      description: render(link.description),
      ...(found ? { operation: referTo(found) } : target !== undefined && { target: String(target) }),
      parameters: Object.entries(link.parameters ?? {}).map(([parameter, value]) => [parameter, written(value)]),
      ...(link.requestBody !== undefined && { body: written(link.requestBody) }),
    };
  });
}

function findTarget(operations: readonly Operation[], { operationId, operationRef }: Link): Operation | undefined {
  if (operationId !== undefined) return operations.find(({ id }) => id === operationId);
  const segments = segmentsOfReference(String(operationRef ?? ''));
  return segments && operations.find(({ pointer }) => pointer === pointerOf(segments));
}

/** An expression as it is, another value as JSON. */
function written(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
