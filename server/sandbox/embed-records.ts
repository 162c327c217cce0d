import type { Database } from '../db/schema.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import type { Resource } from './plan/plan-types.ts';
import { findRecord, type RecordBody } from './record-store.ts';
import type { Seed } from './seed/read-seed.ts';
import type { ServedApi } from './served-api.ts';

type Find = (store: string, id: string) => Promise<RecordBody | undefined> | RecordBody | undefined;

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
  return embed(
    api,
    resource,
    record,
    async (store, id) => (await findRecord(db, { workspaceId, api: api.slug, store }, id))?.body,
    before,
  );
}

/** Does the same in seed data, whose records name each other. */
export async function embedInSeed(api: Pick<ServedApi, 'document' | 'plan' | 'profile'>, seed: Seed): Promise<Seed> {
  const records = new Map(seed.map((record) => [`${record.store} ${record.id}`, record.body]));
  return Promise.all(
    seed.map(async (record) => {
      const resource = api.plan.resources.get(record.store);
      return resource
        ? { ...record, body: await embed(api, resource, record.body, (store, id) => records.get(`${store} ${id}`)) }
        : record;
    }),
  );
}

async function embed(
  { document, profile }: Pick<ServedApi, 'document' | 'profile'>,
  { store, schema }: Resource,
  record: RecordBody,
  find: Find,
  before?: RecordBody,
): Promise<RecordBody> {
  const { embeds, references = {} } = profile.resources?.[store] ?? {};
  if (!embeds) return record;
  const { properties } = shapeOf(document, schema);
  const copies: RecordBody = {};
  for (const [name, field] of Object.entries(embeds)) {
    const id = record[field];
    if (before && before[field] === id) continue;
    const found = id === undefined || id === null ? undefined : await find(references[field] ?? '', String(id));
    const shown = Object.keys(shapeOf(document, properties[name]).properties);
    if (found) copies[name] = Object.fromEntries(shown.flatMap((key) => (key in found ? [[key, found[key]]] : [])));
  }
  const names = [...new Set([...Object.keys(properties), ...Object.keys(record)])];
  const whole: RecordBody = { ...record, ...copies };
  return Object.fromEntries(names.flatMap((name) => (name in whole ? [[name, whole[name]]] : [])));
}
