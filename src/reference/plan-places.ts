import type { Schema } from '../documents/operation-data.ts';
import { placeOf } from './part-places.ts';
import { besideOf, type Direction, hasParts, isFlat, partsOf } from './schema-parts.ts';
import { type Beside, type Schemas, viewSchema } from './schema-view.ts';
import { typesOf } from './type-label.ts';

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
  beside: Beside;
}

/**
 * The ids of the fields whose children are in the HTML: in nearly every document all of them. Where many fields share a schema, or
 * schemas refer to each other, the first occurrences nearest to the root.
 */
export function planPlaces(schema: Schema, schemas: Schemas, direction: Direction, id: string): ReadonlySet<string> {
  const planned = new Set<string>();
  const shown = new Set<string>();
  let count = 0;
  const folds: Fold[] = [{ schema, id, depth: 0, inside: new Set(), beside: new Set() }];
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
  function walk({ schema: given, id, depth, inside, beside }: Fold): void {
    const view = viewSchema(given, schemas, beside);
    const { name } = view;
    if (count > fieldLimit || (name !== undefined && inside.has(name))) return;
    const within = name === undefined ? inside : new Set(inside).add(name);
    for (const { kind, parts } of partsOf(view, schemas, direction)) {
      count += parts.length;
      for (const part of parts) {
        const inner = {
          schema: part.schema,
          id: placeOf(id, part),
          inside: within,
          beside: besideOf(part, name, beside),
        };
        if (kind !== 'fields') walk({ ...inner, depth });
        else if (depth + 1 < depthLimit && hasParts(part.schema, schemas, direction))
          (isFlat(part.schema, schemas, direction) ? walk : queue)({ ...inner, depth: depth + 1 });
      }
    }
  }

  function queue(fold: Fold): void {
    folds.push(fold);
  }
}

/** The component schema whose fields are shown: the schema's own, or that of its list items. */
function nameOfParts(schema: Schema, schemas: Schemas, depth = 0): string | undefined {
  const { schema: shown, name } = viewSchema(schema, schemas);
  const isList = typesOf(shown).includes('array') && typeof shown.items === 'object';
  if (isList && depth < 4) return nameOfParts(shown.items as Schema, schemas, depth + 1);
  return name;
}
