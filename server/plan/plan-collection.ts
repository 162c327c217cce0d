import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import type { Operation } from '../openapi/operations.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { isStructured } from '../openapi/structured-types.ts';
import { askedParameters } from './asked-parameters.ts';
import { findList } from './find-list.ts';
import type { ResourcePaths } from './find-resources.ts';
import { findView, reads } from './find-views.ts';
import { inferFilters } from './infer-filters.ts';
import { inferPager } from './infer-pager.ts';
import { inferRanges } from './infer-ranges.ts';
import { nestedFilters } from './nested-filters.ts';
import { nameOf, placeOf, verbOn } from './path-segments.ts';
import { planOnCollection } from './plan-many.ts';
import { type Base, type PlanSources, stateless } from './plan-sources.ts';
import type { ListShape, OperationPlan, RecordPlace } from './plan-types.ts';
import { planValues } from './plan-values.ts';
import { findRecordPlace, isSame, placeOfList, schemaAt } from './record-place.ts';
import { saysNewestFirst } from './says-newest-first.ts';
import { bodyOf, sharesNames } from './sent-body.ts';
import { createdStatus, declaresHeader } from './success-response.ts';
import { findToldFilter } from './told-filter.ts';
import { countsRecords, createsNoRecord, givesNoList, isViewOf, listsNewestFirst } from './why-operation.ts';

/** Plans an operation on a collection. */
export function planCollection(
  sources: PlanSources,
  operation: Operation,
  base: Base,
  paths: ResourcePaths,
): OperationPlan {
  const { document } = sources;
  const { method, path } = operation;
  if (method === 'get') {
    const list = findList(document, base.success, nameOf(path), sources.within);
    return list
      ? planList(sources, operation, base, paths, list)
      : (planOneOf(sources, operation, base, paths) ?? stateless(base, givesNoList));
  }
  const values = planValues(sources, operation, base, paths);
  if (values) return values;
  const recordAt =
    findRecordPlace(document, base.success, nameOf(path), paths.listed ?? paths.resource.schema) ?? findFirstMade();
  const givesList = recordAt?.at(-1) === '0' ? takesMany(operation) : findList(document, base.success, nameOf(path));
  const givesRecord =
    !isStructured(document, base.success) || recordAt || shapeOf(document, base.success.schema).types.has('object');
  if (method === 'post' && !givesList && givesRecord)
    return {
      ...base,
      role: 'create',
      resource: paths.resource,
      itemPath: paths.item,
      success: { ...base.success, recordAt, status: createdStatus(operation, base.success) },
      why: paths.why,
    };
  return planOnCollection(sources, operation, base, paths) ?? stateless(base, createsNoRecord(method));

  /** The place of the only record of a list, where what is sent is one record. */
  function findFirstMade(): RecordPlace | undefined {
    const list = method === 'post' ? findList(document, base.success, nameOf(path)) : undefined;
    const { properties } = shapeOf(document, list?.item);
    const { schema, idKey = 'id' } = paths.resource;
    const isOne = list && Object.hasOwn(properties, idKey) && sharesNames(document, schema, bodyOf(operation));
    return isOne ? [...placeOfList(list), '0'] : undefined;
  }

  /** Whether a body holds several records, too. */
  function takesMany(own: Operation): boolean {
    const schema = bodyOf(own);
    const isNone = schema === undefined;
    return (
      !isNone && !isSame(document, schema, paths.listed) && Object.keys(shapeOf(document, schema).properties).length < 2
    );
  }
}

/** Plans GET of a collection that shows one record, by what is asked: that which was created last. */
function planOneOf(
  { document }: PlanSources,
  operation: Operation,
  base: Base,
  { resource, listed, collection, why }: ResourcePaths,
): OperationPlan | undefined {
  const recordAt = findRecordPlace(document, base.success, nameOf(collection), listed);
  const shown = schemaAt(document, base.success.schema, recordAt);
  if (![resource.schema, listed].some((schema) => isSame(document, shown, schema))) return undefined;
  const filters = inferFilters(document, askedParameters(document, operation), {
    shown: [resource.schema],
    idKey: resource.idKey,
  });
  if (operation.parameters.some((each) => each.in === 'query' && each.required && !(each.name in filters)))
    return undefined;
  return { ...base, role: 'read', isNewest: true, resource, filters, success: { ...base.success, recordAt }, why };
}

/** Plans an operation that lists the records of the path above it; undefined if it does not. */
export function planView(sources: PlanSources, operation: Operation, base: Base): OperationPlan | undefined {
  const { document, resources } = sources;
  const verb = verbOn(operation.path);
  const paths = verb && resources.get(placeOf(verb.path));
  const shown = paths?.listed ?? paths?.resource.schema;
  const list = paths && findView(document, operation, shown);
  if (!list) return undefined;
  const plan = planList(sources, operation, base, paths, list);
  return { ...plan, why: [isViewOf(verb.verb, paths.collection), ...paths.why] };
}

/** Plans an operation that counts the records of the path above it: `/things/count`, `/things/$count`. */
export function planCount(sources: PlanSources, operation: Operation, base: Base): OperationPlan | undefined {
  const { document, resources } = sources;
  const verb = verbOn(operation.path);
  if (!verb || !/^(get|post)$/.test(operation.method) || !/^[_$]?count$/i.test(verb.verb)) return undefined;
  // `/things/query/count` counts what `/things/query` lists.
  const view = verbOn(verb.path);
  const paths =
    resources.get(placeOf(verb.path)) ?? (view && reads(view.verb) ? resources.get(placeOf(view.path)) : undefined);
  if (!paths) return undefined;
  const countAt = findCount(document, base.success.schema);
  const { resource, listed, why } = paths;
  const parameters = askedParameters(document, operation);
  const filters = inferFilters(document, parameters, { shown: [listed, resource.schema], idKey: resource.idKey });
  return (
    countAt && { ...base, role: 'count', resource, countAt, filters, why: [countsRecords(paths.collection), ...why] }
  );
}

/** Where an answer has a number: itself, or the only one in an object. */
function findCount(document: OpenApiDocument, schema: Schema | undefined, depth = 0): string[] | undefined {
  const { types, properties } = shapeOf(document, schema);
  if (types.has('integer') || types.has('number') || (types.has('string') && depth === 0)) return [];
  const found = Object.entries(properties).flatMap(([name, property]) => {
    const inner = depth < 2 ? findCount(document, property, depth + 1) : undefined;
    return inner ? [[name, ...inner]] : [];
  });
  return found.find((way) => /count|total/i.test(way.at(-1) ?? '')) ?? (found.length === 1 ? found[0] : undefined);
}

/** Plans an operation that lists the records of a resource. */
export function planList(
  { document, pagerOf, linkHeader, isSorted }: PlanSources,
  operation: Operation,
  base: Base,
  { resource, listed, why }: ResourcePaths,
  list: ListShape,
): OperationPlan {
  const parameters = askedParameters(document, operation);
  const declared = inferPager(document, parameters);
  const pager = declared && (pagerOf(resource.store) ?? declared);
  const filters = inferFilters(document, parameters, {
    shown: [listed, resource.schema],
    idKey: resource.idKey,
    taken: pager?.parameters,
  });
  const linksPages = pager && (linkHeader ?? declaresHeader(operation, base.success.status, 'link'));
  const ranges = inferRanges(document, parameters, {
    shown: [listed, resource.schema],
    taken: pager?.parameters,
    filters,
  });
  const nested = nestedFilters(document, operation, [listed, resource.schema]);
  const toldFilter = operation.method === 'get' ? findToldFilter(document) : undefined;
  const plan: OperationPlan = {
    ...base,
    role: 'list',
    resource,
    list,
    pager,
    linksPages,
    filters: { ...filters, ...nested.filters },
    ranges: [...ranges, ...nested.ranges],
    toldFilter,
    why,
  };
  if (isSorted || !saysNewestFirst(operation)) return plan;
  return { ...plan, newestFirst: true, why: [...why, listsNewestFirst] };
}
