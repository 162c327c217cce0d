import type { RecordBody } from '../../dialect/record-body.ts';
import { exampleOf, exampleOfRecord } from '../../openapi/example-of.ts';
import type { ApiDocument } from '../../openapi/load-api.ts';
import type { Moving } from '../../openapi/sample/believable/believable-text.ts';
import { flattenSchema } from '../../openapi/sample/flatten-schema.ts';
import { singularOf } from '../../plan/names.ts';
import type { OperationPlan, Resource } from '../../plan/plan-types.ts';
import { type Askable, askableOf, fitToFilters } from './fit-to-filters.ts';

/** A record, and which of its times were made, if it was: these move with the clock. */
export interface MadeRecord {
  example: RecordBody;
  moving?: Moving;
  /** Which of the other parents it is below, if not below the first one. */
  sibling?: number;
}

/** For how many bytes of records there is room, and how many other parents have some. */
export interface Room {
  bytes: number;
  siblings: number;
}

/** A list of so many shows what a page, a filter and an order are. */
const usualCount = 12;
/** So many at least, however large, unless a document has very many stores: one record is no list. */
const fewest = 3;
const leastRoom = 2_000;
/** What a record takes at least, with all that is kept beside it. */
const leastSize = 400;
/** How many each of the other parents has. */
const perSibling = 2;

/** Records are made before the seed of an API that is made of them, one resource after the other. */
const known = new WeakMap<Resource, (MadeRecord | undefined)[]>();

/** Records made of a resource's schema: several that differ, as far as they fit into so many bytes; one of what there is one of. */
export function madeRecords(
  { document }: ApiDocument,
  resource: Resource,
  operations: OperationPlan[],
  { bytes, siblings }: Room,
): MadeRecord[] {
  // A list may show what the item leaves out.
  const schemas = [operations.find(({ list }) => list)?.list?.item, resource.schema].filter(
    (each) => each !== undefined,
  );
  const made = bytes === 0 ? [] : known.getOrInsertComputed(resource, () => []);
  let askable: Askable | undefined;
  const first = make(0);
  if (first === undefined) return [];
  // Where only certain ids are allowed, they are left to creations.
  const isBound = resource.idSchema && flattenSchema(document, resource.idSchema).schema.enum !== undefined;
  const isOne = bytes === 0 || isBound || !operations.some(({ role }) => role === 'list');
  const text = JSON.stringify(first.example, (_, value) => (typeof value === 'bigint' ? String(value) : value));
  const size = Math.max(text.length, leastSize);
  const count = isOne ? 1 : Math.max(bytes < leastRoom ? 1 : fewest, Math.min(usualCount, Math.floor(bytes / size)));
  const elsewhere = isOne || size * (count + siblings * perSibling) > bytes ? 0 : siblings * perSibling;
  const others = Array.from({ length: count - 1 + elsewhere }, (_, index) => {
    const record = make(index + 1);
    const beyond = index + 1 - count;
    return record && { ...record, ...(beyond >= 0 && { sibling: Math.floor(beyond / perSibling) }) };
  });
  return [first, ...others.filter((each) => each !== undefined)];

  function make(index: number): MadeRecord | undefined {
    if (!(index in made)) made[index] = makeOne(index);
    return made[index];
  }

  function makeOne(index: number): MadeRecord | undefined {
    const moving: Moving = new Set();
    const values = schemas.map((schema) => {
      // A schema without a name is that of what the path says.
      const options = { direction: 'response', name: schema.$ref ? undefined : singularOf(resource.store) } as const;
      return bytes === 0
        ? exampleOf(document, schema, options)
        : exampleOfRecord(document, schema, { ...options, index, moving });
    });
    const objects = values.filter((value) => typeof value === 'object' && value !== null && !Array.isArray(value));
    if (objects.length === 0) return undefined;
    const example: RecordBody = Object.assign({}, ...objects);
    if (bytes === 0) return { example, moving };
    askable ??= askableOf(document, resource, operations);
    const rules = resource.schema ?? schemas[0] ?? {};
    return { example: fitToFilters(document, rules, example, { askable, index, moving }), moving };
  }
}
