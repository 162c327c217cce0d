import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { plain, singularOf } from '../plan/names.ts';
import type { OperationPlan, RecordPlace } from '../plan/plan-types.ts';
import { placeOfList } from '../plan/record-place.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { fillByMeaning } from './fill-by-meaning.ts';
import type { WrapperFacts } from './wrapper-meanings.ts';

/** Puts a record or a list where the schema has it, among the wrapper's other properties. */
export function wrap(
  document: OpenApiDocument,
  schema: Schema | undefined,
  [step, ...rest]: RecordPlace,
  value: unknown,
  facts: WrapperFacts,
): unknown {
  if (step === undefined || !schema) return value;
  const { properties, items } = shapeOf(document, schema);
  if (step === '0') return [wrap(document, items, rest, value, facts)];
  const inner = wrap(document, properties[step], rest, value, facts);
  const filled = fillByMeaning(document, schema, facts, step);
  const same = recordIn(document, properties[step], rest, inner);
  return Object.fromEntries(
    Object.keys(properties).flatMap((name) => {
      if (name === step) return [[name, inner]];
      // `{"transaction": …, "transactions": […]}` shows one record in two places.
      if (same?.ref && shapeOf(document, properties[name]).ref === same.ref) return [[name, same.record]];
      const ids = idsBeside(document, name, properties[name], step, inner);
      if (ids) return [[name, ids]];
      return name in filled ? [[name, filled[name]]] : [];
    }),
  );
}

/** The ids of the records that a property beside them lists: `payment_ids` beside `payment` or `payments`. */
function idsBeside(
  document: OpenApiDocument,
  name: string,
  schema: Schema | undefined,
  step: string,
  inner: unknown,
): unknown[] | undefined {
  if (plain(name) !== `${plain(singularOf(step))}ids` || !shapeOf(document, schema).types.has('array'))
    return undefined;
  const ids = [inner].flat().map((record) => (record as { id?: unknown } | null)?.id);
  return ids.includes(undefined) ? undefined : ids;
}

/** The record at a step, and the reference to its schema: the step's own, or the only one of its list. */
function recordIn(
  document: OpenApiDocument,
  schema: Schema | undefined,
  rest: RecordPlace,
  inner: unknown,
): { record: unknown; ref: string | undefined } | undefined {
  const { ref, items } = shapeOf(document, schema);
  if (rest[0] === '0' && Array.isArray(inner)) return { record: inner[0], ref: shapeOf(document, items).ref };
  return rest.length === 0 && !Array.isArray(inner) ? { record: inner, ref } : undefined;
}

/** Wraps the records of a page: as the profile says, else as the list's schema does. */
export function wrapList(
  { document, profile }: Pick<ServedApi, 'document' | 'profile'>,
  { list }: Pick<OperationPlan, 'list'>,
  items: unknown[],
  facts: WrapperFacts,
): unknown {
  if (!list) return items;
  const { pageBody } = profile;
  if (pageBody && list.key !== undefined && list.within === pageBody.within)
    return pageBody.write({ ...facts, name: list.key, items });
  return wrap(document, list.schema, placeOfList(list), items, facts);
}
