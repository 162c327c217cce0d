import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { flattenSchema } from '../openapi/sample/flatten-schema.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { plain } from './names.ts';
import { placeBelow } from './parent-key.ts';
import type { OperationPlan, Resource } from './plan-types.ts';
import { schemaAt } from './record-place.ts';

/** The places where callers can learn a resource's ids: from a list, from a creation, or by choosing them. */
export function findDiscoverablePlaces(
  document: OpenApiDocument,
  resource: Resource,
  operations: OperationPlan[],
): Set<string> {
  const revealing = operations.filter((operation) => revealsIds(document, resource, operation));
  return new Set(revealing.map(({ parents }) => placeBelow(parents)));
}

/** Whether the ids of a resource are days, and no operation creates its records: a budget's months, a day's rates. */
export function isOfDays(document: OpenApiDocument, { idSchema }: Resource, operations: OperationPlan[]): boolean {
  if (!idSchema || flattenSchema(document, idSchema).schema.format !== 'date') return false;
  return operations.every(({ role, putCreates }) => role !== 'create' && role !== 'write-many' && !putCreates);
}

function revealsIds(
  document: OpenApiDocument,
  { idKey }: Resource,
  { role, list, success, operation, putCreates }: OperationPlan,
): boolean {
  if (role === 'list') return shows(shapeOf(document, list?.item).properties);
  // Where the answer has no body, callers choose the ids, and nothing is there before.
  if (role === 'replace' || role === 'change')
    return '201' in operation.responses || (putCreates === true && success.status === 204 && !operation.requestBody);
  if (role !== 'create') return false;
  // A 201 names the new record in `Location`.
  if (success.status === 201) return true;
  const shown = shapeOf(document, schemaAt(document, success.schema, success.recordAt)).properties;
  const bodies = Object.values(operation.requestBody?.content ?? {});
  const properties = [shown, ...bodies.map(({ schema }) => shapeOf(document, schema).properties)];
  return properties.some(shows);

  /** A response may spell it in its own way: `TemplateId`, `TemplateID`. */
  function shows(each: Record<string, Schema>): boolean {
    if (idKey === undefined) return false;
    return idKey in each || Object.keys(each).some((name) => plain(name) === plain(idKey));
  }
}
