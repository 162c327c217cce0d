import type { RecordBody } from '../../dialect/record-body.ts';
import { exampleOf, exampleOfRecord } from '../../openapi/example-of.ts';
import type { ApiDocument } from '../../openapi/load-api.ts';
import type { Moving } from '../../openapi/sample/believable/believable-text.ts';
import { flattenSchema } from '../../openapi/sample/flatten-schema.ts';
import { singularOf } from '../../plan/names.ts';
import type { OperationPlan, Resource } from '../../plan/plan-types.ts';

/** A record, and which of its times were made, if it was: these move with the clock. */
export interface MadeRecord {
  example: RecordBody;
  moving?: Moving;
}

/** A list of so many shows what a page, a filter and an order are. */
const usualCount = 12;
/** So many at least, however large, unless a document has very many stores: one record is no list. */
const fewest = 3;
const leastRoom = 2_000;

/** Records made of a resource's schema: several that differ, as far as they fit into so many bytes; one of what there is one of. */
export function madeRecords(
  { document }: ApiDocument,
  resource: Resource,
  operations: OperationPlan[],
  room: number,
): MadeRecord[] {
  // A list may show what the item leaves out.
  const schemas = [operations.find(({ list }) => list)?.list?.item, resource.schema].filter(
    (each) => each !== undefined,
  );
  const first = make(0);
  if (first === undefined) return [];
  // Where only certain ids are allowed, they are left to creations.
  const isBound = resource.idSchema && flattenSchema(document, resource.idSchema).schema.enum !== undefined;
  const isOne = room === 0 || isBound || !operations.some(({ role }) => role === 'list');
  const size = JSON.stringify(first.example, (_, value) => (typeof value === 'bigint' ? String(value) : value)).length;
  const count = isOne ? 1 : Math.max(room < leastRoom ? 1 : fewest, Math.min(usualCount, Math.floor(room / size)));
  const others = Array.from({ length: count - 1 }, (_, index) => make(index + 1));
  return [first, ...others.filter((each) => each !== undefined)];

  function make(index: number): MadeRecord | undefined {
    const moving: Moving = new Set();
    const values = schemas.map((schema) => {
      // A schema without a name is that of what the path says.
      const options = { direction: 'response', name: schema.$ref ? undefined : singularOf(resource.store) } as const;
      return room === 0
        ? exampleOf(document, schema, options)
        : exampleOfRecord(document, schema, { ...options, index, moving });
    });
    const known = values.filter((value) => typeof value === 'object' && value !== null && !Array.isArray(value));
    return known.length > 0 ? { example: Object.assign({}, ...known), moving } : undefined;
  }
}
