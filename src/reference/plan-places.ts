import type { Schema } from '../documents/operation-data.ts';
import { placeOf } from './part-places.ts';
import { besideOf, type Direction, hasParts, isFlat, type Part, partsOf } from './schema-parts.ts';
import { type Beside, type Schemas, viewSchema } from './schema-view.ts';
import { typesOf } from './type-label.ts';

/** Trees with up to this many fields are in the HTML completely; beyond that, each component schema only at its first occurrence. */
const plenty = 80;
/** What the nested fields of one page may add to its HTML, in characters; the rest is rendered when expanded. */
const sizeLimit = 30_000;
/** The markup of a field without its texts, in characters. */
const fieldSize = 260;
const depthLimit = 10;
/** After so many parts for which there was no room, no others are tried. */
const triesLimit = 40;

/** The structure of a value, as a page shows it. */
export interface Tree {
  schema: Schema;
  /** Prefix of the fields' HTML ids. */
  id: string;
  direction: Direction;
}

export interface Plan {
  /** The ids of the fields and variants whose children are in the HTML. */
  places: Set<string>;
  /** The component schemas of which the HTML shows more than that there are such fields. */
  opened: Set<string>;
}

interface Fold extends Tree {
  depth: number;
  inside: ReadonlySet<string>;
  beside: Beside;
}

/**
 * Chooses what of a page's trees is in the HTML: in nearly every document everything. The first levels of each tree always are; of
 * what is below, what is nearest to the root, as long as there is room. Where schemas are shared or refer to each other, their first
 * occurrences.
 */
export function planPlaces(trees: Tree[], schemas: Schemas): Plan {
  const plan: Plan = { places: new Set(), opened: new Set() };
  const shown = new Set<string>();
  let [count, size, tries] = [0, 0, 0];
  const folds: Fold[] = trees.map((tree) => ({ ...tree, depth: 0, inside: new Set(), beside: new Set() }));
  for (const fold of folds) {
    if (tries > triesLimit) break;
    const name = nameOfParts(fold.schema, schemas);
    if (fold.depth > 0 && name !== undefined && shown.has(name) && count > plenty) continue;
    const read = readFold(fold, schemas);
    if (fold.depth > 0 && size + read.size > sizeLimit) {
      tries++;
      continue;
    }
    if (fold.depth > 0) {
      plan.places.add(fold.id);
      size += read.size;
    }
    count += read.count;
    if (name !== undefined) shown.add(name);
    for (const each of read.names) plan.opened.add(each);
    folds.push(...read.below);
  }
  return plan;
}

/** What a part of a tree shows when it is open: its fields, and the parts that these can open. */
function readFold(fold: Fold, schemas: Schemas) {
  const below: Fold[] = [];
  const names = new Set<string>();
  let [count, size] = [0, 0];
  const noted = new Proxy(schemas, {
    get: (target, name: string) => {
      names.add(name);
      return target[name];
    },
  });
  walk(fold);
  return { below, names, count, size };

  function walk({ schema: given, id, depth, inside, beside, direction }: Fold): void {
    const view = viewSchema(given, noted, beside);
    const { name } = view;
    if (name !== undefined && inside.has(name)) return;
    const within = name === undefined ? inside : new Set(inside).add(name);
    const foldOf = (part: Part, level: number): Fold => {
      const at = { id: placeOf(id, part), depth: level, inside: within, beside: besideOf(part, name, beside) };
      return { schema: part.schema, direction, ...at };
    };
    for (const { kind, parts } of partsOf(view, schemas, direction)) {
      for (const [index, part] of parts.entries()) {
        if (kind !== 'fields') {
          // The first variant is open, as is everything that is no variant.
          if (part.kind === 'variant' && index > 0) below.push(foldOf(part, depth + 1));
          else walk(foldOf(part, depth));
          continue;
        }
        const inner = foldOf(part, depth + 1);
        count++;
        size += sizeOf(part.schema, schemas) + 2 * inner.id.length;
        if (inner.depth >= depthLimit || !hasParts(part.schema, schemas, direction)) continue;
        if (isFlat(part.schema, schemas, direction)) walk(inner);
        else below.push(inner);
      }
    }
  }
}

/** About how many characters a field takes in the HTML. */
function sizeOf(schema: Schema, schemas: Schemas): number {
  const { schema: view } = viewSchema(schema, schemas);
  const values = view.enum ?? (typeof view.items === 'object' ? view.items.enum : undefined);
  return (
    fieldSize + (view.description?.length ?? 0) + (values ? JSON.stringify(values).length + 14 * values.length : 0)
  );
}

/** The component schema whose fields are shown: the schema's own, or that of its list items. */
function nameOfParts(schema: Schema, schemas: Schemas, depth = 0): string | undefined {
  const { schema: view, name } = viewSchema(schema, schemas);
  const isList = typesOf(view).includes('array') && typeof view.items === 'object';
  if (isList && depth < 4) return nameOfParts(view.items as Schema, schemas, depth + 1);
  return name;
}
