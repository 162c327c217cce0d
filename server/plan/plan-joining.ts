import type { OpenApiDocument } from '../openapi/document-types.ts';
import type { Operation } from '../openapi/operations.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import type { ResourcePaths } from './find-resources.ts';
import { plain, singularOf } from './names.ts';
import { lastSegment, nameOf, parentPath, placeOf } from './path-segments.ts';
import type { Base, PlanSources } from './plan-sources.ts';
import type { OperationPlan } from './plan-types.ts';
import { joinsRecords } from './why-operation.ts';

/**
 * Plans PUT, POST and DELETE of one record below another that lists the ids of such: `/customers/{id}/groups/{group_id}`, where a
 * customer has `group_ids`. What is there is what the record says.
 */
export function planJoining(sources: PlanSources, operation: Operation, base: Base): OperationPlan | undefined {
  const { method, path } = operation;
  const [above, own] = base.parents.slice(-2);
  const does = method === 'delete' ? 'leave' : method === 'put' || method === 'post' ? 'join' : undefined;
  const owner = parentPath(parentPath(path));
  if (!does || !above || !own || own.parameter !== lastSegment(path)?.parameter || operation.requestBody)
    return undefined;
  const item = lastSegment(owner)?.parameter ? sources.resources.get(placeOf(parentPath(owner))) : undefined;
  const isJoined = sources.resources.get(placeOf(parentPath(path)))?.isJoined;
  if (!item?.item || placeOf(item.item) !== placeOf(owner) || !isJoined) return undefined;
  const property = listOfIds(sources.document, item, singularOf(nameOf(path)));
  if (property === undefined) return undefined;
  const joined = [...sources.resources.values()].find(
    (paths) => nameOf(paths.collection) === nameOf(path) && paths.item !== undefined && !/\{.*\{/.test(paths.item),
  );
  return {
    ...base,
    role: 'act',
    resource: item.resource,
    parents: base.parents.slice(0, -2),
    idParameter: above.parameter,
    joins: { property, parameter: own.parameter, store: joined?.resource.store, does },
    why: [joinsRecords(property)],
  };
}

/** The property of a record that lists ids of others: `group_ids`, `groups`. */
function listOfIds(document: OpenApiDocument, { resource }: ResourcePaths, one: string): string | undefined {
  const { properties } = shapeOf(document, resource.schema);
  const wanted = [`${plain(one)}ids`, `${plain(one)}s`];
  return Object.keys(properties).find((name) => {
    const { types, items } = shapeOf(document, properties[name]);
    const isOfIds = /string|integer/.test([...shapeOf(document, items).types].join());
    return wanted.includes(plain(name)) && types.has('array') && isOfIds;
  });
}
