import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../../answers/say.ts';
import type { Texts } from '../../answers/texts.ts';
import type { RecordBody } from '../../dialect/record-body.ts';
import { DocumentFaults, type Fault, pointerOf } from '../../openapi/faults.ts';
import type { ApiDocument } from '../../openapi/load-api.ts';
import { readSource, type Source } from '../../openapi/read-source.ts';
import { parentKey } from '../../plan/parent-key.ts';
import { parentsOfStore } from '../../plan/parents-of-store.ts';
import type { ApiPlan, OperationPlan, Resource } from '../../plan/plan-types.ts';
import type { Seed, SeedRecord } from '../../plan/seed.ts';
import { seedFromExamples } from './seed-from-examples.ts';

/**
/**
 * Reads a file of seed data (store → records), `seed.yaml` beside the document unless another is named; without one, seeds are made
 * of the document's examples on demand. Where the document is not whole, it may have records of a store that was left out.
 */
export async function findSeeds(
  api: ApiDocument,
  plan: ApiPlan,
  { named, isWhole = true }: { named?: string; isWhole?: boolean } = {},
): Promise<() => Seed> {
  const file = named ?? join(api.folder, 'seed.yaml');
  if (named === undefined && !existsSync(file)) return () => seedFromExamples(api, plan);
  const source = await readSource(file, 'data');
  const stores = Object.entries((source.value ?? {}) as Record<string, unknown>);
  const records = stores
    .filter(([store]) => isWhole || plan.resources.has(store))
    .flatMap(([store, records]) => readStore(source, plan, store, records));
  const faults = [...records.flatMap(({ faults }) => faults), ...repeatedRecords(source, records)];
  if (faults.length > 0) throw new DocumentFaults(faults);
  const seed = records.flatMap(({ record }) => record ?? []);
  return () => seed;
}

interface ReadRecord {
  pointer: string;
  record?: SeedRecord;
  faults: Fault[];
}

function readStore(source: Source, plan: ApiPlan, store: string, records: unknown): ReadRecord[] {
  const pointer = pointerOf([store]);
  const wrong = (message: Texts, remedy: Texts) => [{ pointer, faults: [source.fault(pointer, message, remedy)] }];
  const resource = plan.resources.get(store);
  const stores = [...plan.resources.keys()].join(', ');
  if (!resource) return wrong(say('seed.no-store', { store }), say('seed.stores', { stores }));
  if (!Array.isArray(records)) return wrong(say('seed.no-list', { store }), say('seed.begin-with-dash'));
  const parents = parentsOfStore(plan, resource);
  return records.map((body, index) => readRecord(source, resource, parents, pointerOf([store, index]), body));
}

/** A record carries its own id and, in a sub-collection, those of its parents. */
function readRecord(
  source: Source,
  resource: Resource,
  parents: OperationPlan['parents'],
  pointer: string,
  body: RecordBody,
): ReadRecord {
  const { store, idKey = 'id' } = resource;
  const missing = [...parents.map(({ parameter }) => parameter), idKey].find(
    (name) => body?.[name] === undefined || body[name] === null,
  );
  if (missing)
    return {
      pointer,
      faults: [source.fault(pointer, say('seed.missing', { missing }), say('seed.add-parent', { store }))],
    };
  const parent = parentKey(parents, body);
  return { pointer, faults: [], record: { store, parent, id: String(body[idKey]), body } };
}

function repeatedRecords(source: Source, records: ReadRecord[]): Fault[] {
  const seen = new Set<string>();
  return records.flatMap(({ pointer, record }) => {
    if (!record) return [];
    const key = [record.store, record.parent, record.id].join('\n');
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst
      ? []
      : [source.fault(pointer, say('seed.same-id', { id: record.id, store: record.store }), say('seed.unique-id'))];
  });
}
