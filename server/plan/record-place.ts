import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { shapeOf, typeOf } from '../openapi/schema-shape.ts';
import { findList } from './find-list.ts';
import { isAlike, plain, singularOf } from './names.ts';
import type { ListShape, RecordPlace, Success } from './plan-types.ts';
import { hasId, isAside, isWrapper, wraps } from './wrappers.ts';

/**
 * Finds where a response has its record: wrapped in `data`, in the resource's name or in both, or as the only element of a list
 * of what the collection lists. Undefined where the body itself is the record.
 */
export function findRecordPlace(
  document: OpenApiDocument,
  success: Success,
  resourceName: string,
  listed?: Schema,
): RecordPlace | undefined {
  const list = findList(document, success, resourceName);
  if (list && isSame(document, list.item, listed)) return [...placeOfList(list), '0'];
  const outer = findWrapped(document, success.schema, resourceName, listed);
  if (outer === undefined) return undefined;
  const schema = shapeOf(document, success.schema).properties[outer];
  const inner = isSame(document, schema, listed) ? undefined : findOnly(document, schema, resourceName, listed);
  return inner === undefined ? [outer] : [outer, inner];
}

/** Where a response has its list. */
export function placeOfList({ within, key }: Pick<ListShape, 'within' | 'key'>): string[] {
  return [within, key].filter((name) => name !== undefined);
}

/** The schema at a place of another one. */
export function schemaAt(
  document: OpenApiDocument,
  schema: Schema | undefined,
  place: RecordPlace = [],
): Schema | undefined {
  return place.reduce<Schema | undefined>((at, step) => {
    const { items, properties } = shapeOf(document, at);
    return step === '0' ? items : properties[step];
  }, schema);
}

/** A copy of a body in which the value at a place is another one; the same where it has none. */
export function changeAt(
  body: unknown,
  [step, ...rest]: RecordPlace = [],
  change: (value: unknown) => unknown,
): unknown {
  if (step === undefined) return change(body);
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, step)) return body;
  if (Array.isArray(body)) return body.map((each) => changeAt(each, rest, change));
  return { ...body, [step]: changeAt((body as Record<string, unknown>)[step], rest, change) };
}

/** Whether two schemas describe the same records: by reference or, without one, by the same names. */
export function isSame(document: OpenApiDocument, one: Schema | undefined, other: Schema | undefined): boolean {
  if (!one || !other) return false;
  const [a, b] = [shapeOf(document, one), shapeOf(document, other)];
  if (a.ref !== undefined || b.ref !== undefined) return a.ref === b.ref;
  const [own, theirs] = [Object.keys(a.properties), Object.keys(b.properties)];
  return own.length > 1 && own.length === theirs.length && own.every((name) => name in b.properties);
}

function findWrapped(
  document: OpenApiDocument,
  schema: Schema | undefined,
  resourceName: string,
  listed: Schema | undefined,
): string | undefined {
  const { properties } = shapeOf(document, schema);
  if (!isWrapper(properties) || isSame(document, schema, listed)) return undefined;
  const objects = objectsOf(document, properties);
  const main = objects.filter(([name]) => !isAside(name, properties));
  const named =
    objects.find(([, property]) => isSame(document, property, listed)) ??
    objects.find(([name]) => plain(name) === plain(singularOf(resourceName))) ??
    main.find(([name]) => wraps(name));
  if (named) return named[0];
  const [sole, property] = main[0] ?? [];
  if (sole === undefined || !Object.keys(properties).every((name) => name === sole || isAside(name, properties)))
    return undefined;
  // Without a like name, an object is the record if it has the id, else it may be part of one.
  return isAlike(sole, resourceName) || hasId(shapeOf(document, property).properties) ? sole : undefined;
}

/** The record in a second wrapper (`{response: {item: {…}}}`): what has its name, beside single values at most, or all that it holds. */
function findOnly(
  document: OpenApiDocument,
  schema: Schema | undefined,
  resourceName: string,
  listed: Schema | undefined,
): string | undefined {
  const { properties } = shapeOf(document, schema);
  const inner = findWrapped(document, schema, resourceName, listed);
  const others = Object.keys(properties).filter((name) => name !== inner && !isAside(name, properties));
  const isNamed = inner !== undefined && plain(inner) === plain(singularOf(resourceName));
  const isSingle = (name: string) => !/array|object/.test(typeOf(document, properties[name]) ?? 'object');
  return isNamed ? (others.every(isSingle) ? inner : undefined) : others.length === 0 ? inner : undefined;
}

function objectsOf(document: OpenApiDocument, properties: Record<string, Schema>): [string, Schema][] {
  return Object.entries(properties).filter(([, property]) => shapeOf(document, property).types.has('object'));
}
