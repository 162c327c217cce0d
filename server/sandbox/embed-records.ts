import type { Database } from '../db/schema.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import type { Resource } from './plan/plan-types.ts';
import { findRecord, type RecordBody } from './record-store.ts';
import type { Seed } from './seed/read-seed.ts';
import type { ServedApi } from './served-api.ts';

/** Records that others name, by store and id. */
type Named = ReadonlyMap<string, RecordBody>;

/**
 * Copies into a record what its references name, as far as its schema shows it: an invoice keeps its customer as it was. A
 * reference that stays what it was `before` keeps its copy.
 */
export async function embedRecords(
  db: Database,
  api: ServedApi,
  workspaceId: string,
  resource: Resource,
  record: RecordBody,
  before?: RecordBody,
): Promise<RecordBody> {
  const named = new Map<string, RecordBody>();
  for (const { store, id } of copiesOf(api, resource, record, before)) {
    const found = await findRecord(db, { workspaceId, api: api.slug, store }, id);
    if (found) named.set(keyOf(store, id), found.body);
  }
  return embed(api, resource, record, named, before);
}

/** Does the same in seed data, whose records name each other. */
export function embedInSeed(api: Pick<ServedApi, 'document' | 'plan' | 'profile'>, seed: Seed): Seed {
  const named: Named = new Map(seed.map(({ store, id, body }) => [keyOf(store, id), body]));
  return seed.map((record) => {
    const resource = api.plan.resources.get(record.store);
    return resource ? { ...record, body: embed(api, resource, record.body, named) } : record;
  });
}

function keyOf(store: string, id: string): string {
  return `${store} ${id}`;
}

/** The properties that are copies, each with the record that it copies. */
function copiesOf(
  { profile }: Pick<ServedApi, 'profile'>,
  { store }: Resource,
  record: RecordBody,
  before?: RecordBody,
): { name: string; store: string; id: string }[] {
  const { embeds = {}, references = {} } = profile.resources?.[store] ?? {};
  return Object.entries(embeds).flatMap(([name, field]) => {
    const id = record[field];
    const isCopied = id !== undefined && id !== null && !(before && before[field] === id);
    return isCopied ? [{ name, store: references[field] ?? '', id: String(id) }] : [];
  });
}

function embed(
  api: Pick<ServedApi, 'document' | 'profile'>,
  resource: Resource,
  record: RecordBody,
  named: Named,
  before?: RecordBody,
): RecordBody {
  if (!api.profile.resources?.[resource.store]?.embeds) return record;
  const { properties } = shapeOf(api.document, resource.schema);
  const copies: RecordBody = {};
  for (const { name, store, id } of copiesOf(api, resource, record, before)) {
    const found = named.get(keyOf(store, id));
    const shown = Object.keys(shapeOf(api.document, properties[name]).properties);
    if (found) copies[name] = Object.fromEntries(shown.flatMap((key) => (key in found ? [[key, found[key]]] : [])));
  }
  const names = [...new Set([...Object.keys(properties), ...Object.keys(record)])];
  const whole: RecordBody = { ...record, ...copies };
  return Object.fromEntries(names.flatMap((name) => (name in whole ? [[name, whole[name]]] : [])));
}
