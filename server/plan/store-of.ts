import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { shapeOf, typeOf } from '../openapi/schema-shape.ts';
import type { IdKey, IdParameter } from './id-key.ts';
import { extendsSchema } from './kin.ts';
import { nameOf, placeOf } from './path-segments.ts';
import type { Resource } from './plan-types.ts';

/** Collections with the same name, schema and id share a store (`/orders` and `/users/{id}/orders`); otherwise each gets its own. */
export function storeOf(
  document: OpenApiDocument,
  stores: Map<string, Resource>,
  collection: string,
  schema: Schema | undefined,
  { key, property, type, parameter }: Pick<IdKey, 'key' | 'property' | 'type'> & { parameter: IdParameter },
): { resource: Resource; shared: boolean } {
  const name = nameOf(collection);
  const ref = shapeOf(document, schema).ref;
  const known = stores.get(name);
  const isOneId = known?.idKey === key || parameter.name === undefined || known?.itemPath === undefined;
  const id = { idKey: key, idType: type, idSchema: bothOf(document, property, parameter.schema) };
  const isEqual = ref !== undefined && shapeOf(document, known?.schema).ref === ref;
  const isLess = !isEqual && extendsSchema(document, schema, known?.schema);
  if (known && isOneId && (isEqual || isLess || extendsSchema(document, known.schema, schema))) {
    // A record is stored as it is shown in full.
    if (isLess) known.schema = schema;
    // The first item path determines how records are identified.
    if (parameter.name !== undefined && known.itemPath === undefined) Object.assign(known, id);
    return { resource: known, shared: true };
  }
  const place = placeOf(collection).slice(1);
  const names = [name, place.replaceAll('/{}', ''), place, `/${place}`];
  const store = names.find((candidate) => !stores.has(candidate)) as string;
  const resource: Resource = { store, ...id, schema };
  stores.set(resource.store, resource);
  return { resource, shared: false };
}

/** An id follows the rules of both property and parameter if they have the same type; else only the property's. */
function bothOf(
  document: OpenApiDocument,
  property: Schema | undefined,
  parameter: Schema | undefined,
): Schema | undefined {
  if (!property || !parameter) return property ?? parameter;
  return typeOf(document, property) === typeOf(document, parameter) ? { allOf: [property, parameter] } : property;
}
