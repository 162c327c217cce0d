import type { OpenApiDocument } from '../openapi/document-types.ts';
import type { Operation } from '../openapi/operations.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { isValue, valueKey } from './bare-values.ts';
import { findList } from './find-list.ts';
import type { ResourcePaths } from './find-resources.ts';
import { nameOf } from './path-segments.ts';
import type { Base, PlanSources } from './plan-sources.ts';
import type { ListShape, ManyPlan, OperationPlan, Success } from './plan-types.ts';
import { bodyOf } from './sent-body.ts';
import { concernsMany } from './why-operation.ts';

/** Plans an operation that adds values to a list of bare ones, sets all of it, or removes some: `{"emails": ["a@example.com"]}`. */
export function planValues(
  { document }: PlanSources,
  operation: Operation,
  base: Base,
  { resource, listed, collection, why }: ResourcePaths,
): OperationPlan | undefined {
  if (resource.idKey !== valueKey || !isValue(document, listed) || !isValue(document, resource.schema))
    return undefined;
  const many = findValues(document, operation);
  if (!many) return undefined;
  const { method } = operation;
  const isRemoval = method === 'delete';
  const does = method === 'put' ? 'replace' : 'write';
  return {
    ...base,
    role: isRemoval ? 'delete-many' : 'write-many',
    resource,
    list: findList(document, base.success, nameOf(collection)) ?? findOwnList(document, base.success),
    many: isRemoval ? many : { ...many, does },
    why: [concernsMany(many.key), ...why],
  };
}

/** The only list of values in an answer. */
function findOwnList(document: OpenApiDocument, { schema }: Success): ListShape | undefined {
  const [only, ...others] = Object.entries(shapeOf(document, schema).properties);
  const { items } = shapeOf(document, only?.[1]);
  return schema && only && others.length === 0 && isValue(document, items)
    ? { key: only[0], item: items, schema }
    : undefined;
}

/** Where the values are: the body itself, its only list, or its only property. */
function findValues(document: OpenApiDocument, operation: Operation): ManyPlan | undefined {
  const { types, items, properties } = shapeOf(document, bodyOf(operation));
  if (types.has('array')) return isValue(document, items) ? { in: 'body' } : undefined;
  const own = Object.entries(properties);
  const lists = own.filter(([, each]) => isValue(document, shapeOf(document, each).items));
  const [found] = lists.length === 1 ? lists : own.length === 1 && isValue(document, own[0]?.[1]) ? own : [];
  return found && { in: 'body', key: found[0] };
}
