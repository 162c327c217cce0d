import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import type { Operation } from '../openapi/operations.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { type RangeFilter, readBound } from './infer-ranges.ts';
import { plain } from './names.ts';
import { bodyOf } from './sent-body.ts';

const deepest = 5;
/** Schemas that refer to each other in many ways would be walked for ever. */
const mostProperties = 5_000;

/** What holds filters in a body; a property of the same name elsewhere is something else. */
const holder = /^(filters?|query|where|search|criteria|conditions?)$/i;
const equal = /^(exact|eq|equals?|value|is|any|anyof|in)$/;

interface Nested {
  filters: Record<string, string>;
  ranges: RangeFilter[];
}

/**
 * The filters deep in the body of a search: `{"query": {"filter": {"email_address": {"exact": …}, "created_at": {"start_at": …}}}}`, by
 * their dotted names, for properties of the records.
 */
export function nestedFilters(document: OpenApiDocument, operation: Operation, shown: (Schema | undefined)[]): Nested {
  const found: Nested = { filters: {}, ranges: [] };
  if (operation.method === 'get') return found;
  const own = new Map(
    shown.flatMap((schema) =>
      Object.entries(shapeOf(document, schema).properties).flatMap(([name, property]) =>
        isScalar(property) && !shapeOf(document, property).types.has('array') ? [[plain(name), name] as const] : [],
      ),
    ),
  );
  let walked = 0;
  walk(bodyOf(operation), [], false, new Set());
  return found;

  function walk(schema: Schema | undefined, way: string[], isHeld: boolean, above: Set<unknown>): void {
    const key = schema?.$ref ?? schema;
    if (way.length > deepest || above.has(key)) return;
    for (const [name, property] of Object.entries(shapeOf(document, schema).properties)) {
      if (++walked > mostProperties) return;
      const here = [...way, name];
      const parts = Object.keys(shapeOf(document, property).properties);
      const isRange = parts.length > 0 && parts.every((part) => readBound(part) !== undefined);
      // The range of `start` is one of `start_at`.
      const names = isRange ? [plain(name), `${plain(name)}at`] : [plain(name)];
      const target = isHeld ? names.map((each) => own.get(each)).find(Boolean) : undefined;
      if (target === undefined && !isRange) walk(property, here, isHeld || holder.test(name), new Set([...above, key]));
      else if (target === undefined) continue;
      else if (isScalar(property)) take(here, target);
      else for (const part of parts) takePart([...here, part], target);
    }
  }

  function takePart(way: string[], property: string): void {
    const part = plain(way.at(-1) ?? '');
    const operator = readBound(way.at(-1) ?? '');
    if (equal.test(part)) take(way, property);
    else if (operator) found.ranges.push({ parameter: way.join('.'), property, operator });
  }

  /** What is less deep is a parameter like others. */
  function take(way: string[], property: string): void {
    if (way.length > 2) found.filters[way.join('.')] = property;
  }

  function isScalar(schema: Schema | undefined): boolean {
    const { types, items } = shapeOf(document, schema);
    if (types.has('array')) return !/array|object/.test([...shapeOf(document, items).types].join());
    return types.size > 0 && !types.has('object');
  }
}
