import type { Schema } from '../openapi/document-types.ts';
import { memoize } from '../openapi/memoize.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { hasProfile } from '../plan/has-profile.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { resourceShownBy, variantsOf } from './resource-shown.ts';

/** `data.items.data.price` is as deep as records are sought. */
const deepest = 4;
const mostPlaces = 20;
/** Schemas that refer to each other in many ways would be walked for ever. */
const mostProperties = 5_000;

/** Where a response can only show whole records, as dotted names: whoever sends an id there reads the record. */
export const placesOfWholeRecords = memoize((schema: Schema, api: ServedApi): string[] => {
  const places: string[] = [];
  let walked = 0;
  if (!hasProfile(api)) seek(schema, [], new Set());
  return places.slice(0, mostPlaces);

  function seek(at: Schema, way: string[], seen: Set<Schema>): void {
    if (way.length >= deepest || seen.has(at) || walked > mostProperties) return;
    const { items, properties } = shapeOf(api.document, at);
    if (items) seek(items, way, new Set([...seen, at]));
    for (const [name, property] of Object.entries(properties)) {
      walked++;
      const below = [...way, name];
      const { types } = shapeOf(api.document, property);
      if (isWhole(property, api)) places.push(below.join('.'));
      else if (types.has('object') || types.has('array')) seek(property, below, new Set([...seen, at]));
    }
  }
});

/** Whether a property shows a record, and cannot be its id. */
function isWhole(property: Schema, api: ServedApi): boolean {
  const { document } = api;
  const variants = variantsOf(document, property).flatMap((variant) => [...shapeOf(document, variant).types]);
  return (
    variants.length > 0 && variants.every((type) => type === 'object') && resourceShownBy(property, api) !== undefined
  );
}
