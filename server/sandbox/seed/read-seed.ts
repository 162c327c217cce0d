import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiDocument } from '../../openapi/load-api.ts';
import { readSource } from '../../openapi/read-source.ts';
import type { ApiPlan, OperationPlan, Resource } from '../plan/plan-types.ts';
import type { RecordBody } from '../record-store.ts';
import { seedFromExamples } from './seed-from-examples.ts';

export interface SeedRecord {
  store: string;
  parent: string;
  id: string;
  body: RecordBody;
}

/** The records that every new workspace begins with. */
export type Seed = SeedRecord[];

/** Reads `seed.yaml` (store → records) beside the document; without it, takes the document's own examples. */
export async function readSeed(api: ApiDocument, plan: ApiPlan): Promise<Seed> {
  const file = join(api.folder, 'seed.yaml');
  if (!existsSync(file)) return seedFromExamples(api, plan);
  const { value } = await readSource(file);
  return Object.entries(value as Record<string, RecordBody[]>).flatMap(([store, records]) => {
    const resource = plan.resources.get(store);
    if (!resource) throw new Error(`${file}: there is no store "${store}"; the stores are ${[...plan.resources.keys()].join(', ')}.`);
    const parents = parentsOfStore(plan, resource);
    return records.map((record) => seedRecord(resource, parents, record));
  });
}

/** The path parameters above a store's collection. */
export function parentsOfStore(plan: ApiPlan, resource: Resource): OperationPlan['parents'] {
  const own = [...plan.operations.values()].filter((operation) => operation.resource === resource && operation.role !== 'act');
  return own.map(({ parents }) => parents).sort((a, b) => b.length - a.length)[0] ?? [];
}

function seedRecord(resource: Resource, parents: OperationPlan['parents'], record: RecordBody): SeedRecord {
  const idKey = resource.idKey ?? 'id';
  return {
    store: resource.store,
    parent: parents.map(({ parameter }) => String(record[parameter] ?? '')).join('/'),
    id: String(record[idKey] ?? ''),
    body: record,
  };
}
