import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import type { Operation } from '../openapi/operations.ts';
import { shapeOf, typeOf } from '../openapi/schema-shape.ts';
import { plain, singularOf } from './names.ts';
import { lastSegment, nameOf, parentPath, placeOf } from './path-segments.ts';
import { findRecordPlace, schemaAt } from './record-place.ts';
import { successOf } from './success-response.ts';

/** The property by which a path names a record beside its id: `tag_name` for `/releases/tags/{tag}`, `email` for `/users/by-email/{email}`. */
export function findOtherKey(document: OpenApiDocument, schema: Schema | undefined, path: string): string | undefined {
  const parameter = plain(lastSegment(path)?.parameter ?? '');
  const above = plain(singularOf(nameOf(path)).replace(/^by[-_]?/i, ''));
  const { properties } = shapeOf(document, schema);
  const wanted = [parameter, `${parameter}name`, `${parameter}slug`, `${above}${parameter}`, above];
  const isText = (name: string) => typeOf(document, properties[name]) === 'string';
  return wanted.flatMap(
    (word) => Object.keys(properties).find((each) => plain(each) === word && isText(each)) ?? [],
  )[0];
}

/**
 * Takes the paths out of the items that only read records which have an item of their own above: by another property than their id.
 */
export function withoutOtherKeys(
  document: OpenApiDocument,
  items: Map<string, string>,
  byPlace: Map<string, Operation[]>,
): void {
  const places = [...items].map(([place, path]) => ({ place, path, ref: refOf(path) }));
  for (const { place, path, ref } of places) {
    const own = byPlace.get(placeOf(path)) ?? [];
    if (ref === undefined || own.some(({ method }) => method !== 'get') || byPlace.has(place)) continue;
    if (lastSegment(parentPath(path))?.parameter || findOtherKey(document, schemaOf(path), path) === undefined)
      continue;
    const isElsewhere = places.some(
      (other) => other.ref === ref && place.startsWith(`${other.place}/`) && byPlace.has(other.place),
    );
    if (isElsewhere) items.delete(place);
  }

  function schemaOf(path: string): Schema | undefined {
    const get = byPlace.get(placeOf(path))?.find(({ method }) => method === 'get');
    const success = get && successOf(get);
    return (
      success &&
      schemaAt(document, success.schema, findRecordPlace(document, success, nameOf(parentPath(parentPath(path)))))
    );
  }

  function refOf(path: string): string | undefined {
    return shapeOf(document, schemaOf(path)).ref;
  }
}
