import type { OpenApiDocument } from '../openapi/document-types.ts';
import type { Operation } from '../openapi/operations.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { isStructured } from '../openapi/structured-types.ts';
import { findList } from './find-list.ts';
import { isFile } from './is-file.ts';
import { isMembership } from './membership.ts';
import { plain } from './names.ts';
import { lastSegment, nameOf, parentPath, placeOf } from './path-segments.ts';
import { isSame } from './record-place.ts';
import { successOf } from './success-response.ts';

/** Operations by the place of their path: `/a/{x}` and `/a/{y}/` are the same. */
export type ByPlace = Map<string, Operation[]>;

/** The operations of a path, whatever its parameters are called. */
export function operationsAt(byPlace: ByPlace, path: string | undefined): Operation[] {
  return (path && byPlace.get(placeOf(path))) || [];
}

/** The GET among operations. */
export function findGet(operations: Operation[]): Operation | undefined {
  return operations.find(({ method }) => method === 'get');
}

/** The operation by which a place is known: a file is named by those who send it. */
export function mainOf(document: OpenApiDocument, own: Operation[]): Operation {
  const writing = isFile(document, own) ? own.find(({ method }) => method === 'put' || method === 'post') : undefined;
  return writing ?? findGet(own) ?? (own[0] as Operation);
}

/** An item: the path ends in a parameter, and returns an object or can be written. */
export function isItem(document: OpenApiDocument, path: string, byPlace: ByPlace): boolean {
  if (!lastSegment(path)?.parameter || parentPath(path) === '') return false;
  const own = operationsAt(byPlace, path);
  const get = findGet(own);
  if (!get) return own.some(({ method }) => ['put', 'patch', 'delete'].includes(method));
  const success = successOf(get);
  if (isMembership(own)) return true;
  if (!isStructured(document, success))
    return isFile(document, own) && isCollection(document, parentPath(path), byPlace);
  const list = findList(document, success, nameOf(path));
  const { types, properties } = shapeOf(document, success.schema);
  // Where a path names two records of a kind, the second has a number: `{event-id1}`.
  const parameter = plain(lastSegment(path)?.parameter ?? '').replace(/\d+$/, '');
  const hasId = Object.keys(properties).some((name) => /id$/i.test(name) && parameter.endsWith(plain(name)));
  if (!list || hasId) return types.has('object');
  // Some APIs show a record as a list of one; by another parameter than an id, it is a list of several.
  const isWritten = own.some(({ method }) => ['put', 'patch', 'delete'].includes(method));
  if (!isWritten && !/(id|key|code|number|numero|codigo|slug)$/.test(parameter)) return false;
  const all = findGet(operationsAt(byPlace, parentPath(path)));
  return all !== undefined && isSame(document, list.item, findList(document, successOf(all), nameOf(path))?.item);
}

/** A collection: the path ends in a literal and returns a list. */
export function isCollection(document: OpenApiDocument, path: string, byPlace: ByPlace, within?: string): boolean {
  if (lastSegment(path)?.parameter) return false;
  const get = findGet(operationsAt(byPlace, path));
  return get !== undefined && findList(document, successOf(get), nameOf(path), within) !== undefined;
}
