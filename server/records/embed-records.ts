import type { Find } from '../dialect/profile.ts';
import type { RecordBody } from '../dialect/record-body.ts';
import { rulesOf } from '../dialect/rules-of.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import type { Resource } from '../plan/plan-types.ts';
import type { ServedApi } from '../plan/served-api.ts';

/**
 * Copies referenced records into a record, as far as its schema shows them: an invoice stores its customer as it was. A
 * reference that has not changed since `before` keeps its copy.
 */
export async function embedRecords(
  { document, profile }: Pick<ServedApi, 'document' | 'profile'>,
  { store, schema }: Resource,
  record: RecordBody,
  { before, find }: { before?: RecordBody; find: Find },
): Promise<RecordBody> {
  const { embeds = {}, references = {} } = rulesOf(profile, store);
  const { properties } = shapeOf(document, schema);
  const copies: RecordBody = {};
  for (const [name, field] of Object.entries(embeds)) {
    const id = record[field];
    if (id === undefined || id === null || (before && before[field] === id)) continue;
    const named = await find(references[field] ?? '', id);
    if (named) copies[name] = pick(named, Object.keys(shapeOf(document, properties[name]).properties));
  }
  return pick({ ...record, ...copies }, [...new Set([...Object.keys(properties), ...Object.keys(record)])]);
}

/** Some properties of a record, in this order. */
function pick(record: RecordBody, names: string[]): RecordBody {
  return Object.fromEntries(names.flatMap((name) => (name in record ? [[name, record[name]]] : [])));
}
