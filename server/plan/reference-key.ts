import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { shapeOf, typeOf } from '../openapi/schema-shape.ts';

const keys = [
  'id',
  'gid',
  'uuid',
  'guid',
  '_id',
  'sid',
  'key',
  'slug',
  'code',
  'codigo',
  'login',
  'username',
  'name',
  'nome',
];

/** The property by which an object that a record shows is named in a request, for an id of that type; undefined where it has none. */
export function findReferenceKey(document: OpenApiDocument, schema: Schema, type: string): string | undefined {
  const { types, properties } = shapeOf(document, schema);
  if (!types.has('object')) return undefined;
  const fits = (name: string) => {
    const own = typeOf(document, properties[name]) ?? 'string';
    return type === 'string' ? own === 'string' : /integer|number|string/.test(own) && !/name|nome/.test(name);
  };
  return keys.find((name) => Object.hasOwn(properties, name) && fits(name));
}
