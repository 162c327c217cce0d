import type { Schema } from '../documents/operation-data.ts';
import { type Direction, hasParts, partsOf, placeOfItem, placeOfProperty, placeOfVariant } from './schema-parts.ts';
import { type Schemas, typesOf, viewSchema } from './schema-view.ts';

/** A tree of so many fields is in the HTML as a whole; beyond, a component schema is there where it comes first. */
const plenty = 80;
/** How many fields one tree puts into the HTML before it keeps the rest for when they are asked for. */
const fieldLimit = 500;
const depthLimit = 10;

interface Fold {
  schema: Schema;
  id: string;
  depth: number;
  inside: ReadonlySet<string>;
}

/**
 * The folds of a tree whose fields are in the HTML, by the ids of their places: all of them in nearly every document. Where many
 * places have one schema, or schemas refer to each other crosswise, those that come first, nearest to the top.
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

  /** Counts the fields that stand in a fold, and notes the folds that these have. */
  function walk({ schema: whole, id, depth, inside }: Fold): void {
    const { schema: view, name } = viewSchema(whole, schemas);
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

/** The component schema whose fields a fold shows: its own, or that of its list's items. */
function nameOfParts(schema: Schema, schemas: Schemas, depth = 0): string | undefined {
  const { schema: view, name } = viewSchema(schema, schemas);
  const isList = typesOf(view).includes('array') && typeof view.items === 'object';
  if (isList && depth < 4) return nameOfParts(view.items as Schema, schemas, depth + 1);
  return name;
}
