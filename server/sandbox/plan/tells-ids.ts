import type { OpenApiDocument } from '../../openapi/document-types.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import type { OperationPlan, Resource } from './plan-types.ts';

/** Whether callers can learn the ids of a resource's records from it: of a list, of what creates, or because they choose them. */
export function tellsIds(document: OpenApiDocument, { idKey }: Resource, operations: OperationPlan[]): boolean {
  return operations.some(({ role, list, success, operation }) => {
    if (role === 'list') return idKey !== undefined && idKey in shapeOf(document, list?.item).properties;
    if (role === 'replace') return '201' in operation.responses;
    if (role !== 'create') return false;
    // A 201 names the new record in `Location`.
    if (success.status === 201) return true;
    const answered = shapeOf(document, success.schema).properties;
    const shown = success.recordKey ? shapeOf(document, answered[success.recordKey]).properties : answered;
    const bodies = Object.values(operation.requestBody?.content ?? {});
    const properties = [shown, ...bodies.map(({ schema }) => shapeOf(document, schema).properties)];
    return idKey !== undefined && properties.some((each) => idKey in each);
  });
}
