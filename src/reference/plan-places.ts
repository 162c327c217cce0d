import type { Schema } from '../documents/operation-data.ts';
import { type Direction, hasParts, partsOf, placeOfItem, placeOfProperty, placeOfVariant } from './schema-parts.ts';
import { type Schemas, typesOf, viewSchema } from './schema-view.ts';

/** A tree with up to this many fields is in the HTML completely; beyond that, each component schema only at its first occurrence. */
const plenty = 80;
/** Maximum number of fields of one tree in the HTML; the rest is rendered when expanded. */
const fieldLimit = 500;
const depthLimit = 10;

interface Fold {
  schema: Schema;
  id: string;
  depth: number;
  inside: ReadonlySet<string>;
}

/**
 * The ids of the fields whose children are in the HTML: in nearly every document all of them. Where many fields share a schema, or
 * schemas refer to each other, the first occurrences nearest to the root.
 */
export function planPlaces(schema: Schema, schemas: Schemas, direction: Direction, id: string): ReadonlySet<string> {
  const planned = new Set<string>();
  const shown = new Set<string>();
  let count = 0;
  const folds: Fold[] = [{ schema, id, depth: 0, inside: new Set() }];
  for (const fold of folds) {
    const name = nameOfParts(fold.schema, schemas);
    const isKnown = name !== undefined && shown.has(name);
    if (count > fieldLimit || (isKnown && count > plenty)) continue;
    if (name !== undefined) shown.add(name);
    if (fold.depth > 0) planned.add(fold.id);
    walk(fold);
  }
  return planned;

  /** Counts the fields below a node and queues the nodes below these. */
  function walk({ schema: given, id, depth, inside }: Fold): void {
    const { schema: view, name } = viewSchema(given, schemas);
    if (count > fieldLimit || (name !== undefined && inside.has(name))) return;
    const within = name === undefined ? inside : new Set(inside).add(name);
    const { items, properties, variants } = partsOf(view, schemas, direction);
    for (const [index, item] of items.entries())
      walk({ schema: item, id: placeOfItem(id, index, items.length), depth, inside: within });
    count += properties.length;
    for (const property of properties) {
      if (depth + 1 >= depthLimit || !hasParts(property.schema, schemas, direction)) continue;
      folds.push({ ...property, id: placeOfProperty(id, property.name), depth: depth + 1, inside: within });
    }
    for (const [index, variant] of variants.entries())
      walk({ schema: variant.schema, id: placeOfVariant(id, index), depth, inside: within });
  }
}

/** The component schema whose fields are shown: the schema's own, or that of its list items. */
function nameOfParts(schema: Schema, schemas: Schemas, depth = 0): string | undefined {
  const { schema: view, name } = viewSchema(schema, schemas);
  const isList = typesOf(view).includes('array') && typeof view.items === 'object';
  if (isList && depth < 4) return nameOfParts(view.items as Schema, schemas, depth + 1);
  return name;
}
