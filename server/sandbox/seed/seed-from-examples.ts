import type { Example, MediaType } from '../../openapi/document-types.ts';
import { exampleOf } from '../../openapi/example-of.ts';
import { exampleOfParameter } from '../../openapi/examples.ts';
import type { ApiDocument } from '../../openapi/load-api.ts';
import { resolve } from '../../openapi/resolve.ts';
import { makeRecord } from '../make-record.ts';
import { parentKey } from '../plan/parent-key.ts';
import type { ApiPlan, OperationPlan, Resource } from '../plan/plan-types.ts';
import { singularOf } from '../plan/success-response.ts';
import type { RecordBody } from '../record-store.ts';
import { parentsOfStore, type Seed, type SeedRecord } from './read-seed.ts';

const epoch = new Date('2026-01-15T12:00:00Z');

/** Makes seed records of a document's own examples: those of lists, of items, of schemas; so that what is shown also exists. */
export function seedFromExamples(api: ApiDocument, plan: ApiPlan): Seed {
  const seed = new Map<string, SeedRecord>();
  const ordered = [...plan.resources.values()].sort(
    (a, b) => parentsOfStore(plan, a).length - parentsOfStore(plan, b).length,
  );
  for (const resource of ordered) {
    const operations = [...plan.operations.values()].filter((operation) => operation.resource === resource);
    const parents = parentOf(api, plan, resource, [...seed.values()]);
    for (const { example, id } of withShownId(api, resource, operations, exampleRecords(api, resource, operations))) {
      const values = { id, now: epoch, parents: parents.values };
      const body = {
        ...makeRecord(api.document, resource, pointToSeeds(example, seed, plan), values),
        ...keyOf(resource, id),
      };
      const record = { store: resource.store, parent: parents.path, id, body };
      const key = [record.store, record.parent, record.id].join('\n');
      if (!seed.has(key)) seed.set(key, record);
    }
  }
  return [...seed.values()];
}

function keyOf(resource: Resource, id: string): RecordBody {
  return resource.idKey ? { [resource.idKey]: resource.idType === 'integer' ? Number(id) : id } : {};
}

/** The examples of a resource, the list's first; one made of the schema when the document has none. */
function exampleRecords(api: ApiDocument, resource: Resource, operations: OperationPlan[]): RecordBody[] {
  const lists = operations.flatMap(({ role, list, ...operation }) =>
    role === 'list' && list
      ? examplesOf(api, operation).flatMap((example) => (list.key ? (example as RecordBody)?.[list.key] : example))
      : [],
  );
  const items = operations.flatMap((operation) =>
    ['read', 'read-singleton', 'create'].includes(operation.role)
      ? examplesOf(api, operation).map((example) =>
          operation.success.recordKey ? (example as RecordBody)?.[operation.success.recordKey] : example,
        )
      : [],
  );
  const isRecord = (value: unknown): value is RecordBody =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  const shown = [...lists, ...items].filter(isRecord);
  if (operations.some(({ role }) => role === 'read-singleton'))
    return shown.slice(0, 1).concat(shown.length > 0 ? [] : sampled());
  return shown.length > 0 ? shown : sampled();

  function sampled(): RecordBody[] {
    const value = resource.schema && exampleOf(api.document, resource.schema, { direction: 'response' });
    return isRecord(value) ? [value] : [];
  }
}

function examplesOf(api: ApiDocument, { operation, success }: Pick<OperationPlan, 'operation' | 'success'>): unknown[] {
  const media: MediaType =
    (success.mediaType && operation.responses[String(success.status)]?.content?.[success.mediaType]) || {};
  const named = Object.values(media.examples ?? {}).map((example) => resolve<Example>(api.document, example).value);
  return [media.example, ...named].filter((value) => value !== undefined);
}

/** Gives each example its id; the id that the path parameter's example shows is always among them. */
function withShownId(
  api: ApiDocument,
  resource: Resource,
  operations: OperationPlan[],
  examples: RecordBody[],
): { example: RecordBody; id: string }[] {
  const isId = (value: unknown) =>
    /^(string|number)$/.test(typeof value) && (resource.idType === 'integer' ? /^\d+$/ : /./).test(String(value));
  const candidate = shownId(api, operations);
  const shown = isId(candidate) ? candidate : undefined;
  const records = examples.map((example, index) => {
    const own = resource.idKey && example[resource.idKey];
    return { example, id: isId(own) ? String(own) : (shown ?? String(index + 1)) };
  });
  const first = examples[0];
  if (shown !== undefined && first && !records.some(({ id }) => id === shown))
    records.push({ example: first, id: shown });
  return records;
}

function shownId(api: ApiDocument, operations: OperationPlan[]): string | undefined {
  const read = operations.find(({ role, idParameter }) => role === 'read' && idParameter);
  const parameter = read?.operation.parameters.find(
    ({ in: place, name }) => place === 'path' && name === read.idParameter,
  );
  const value = parameter && exampleOfParameter(api.document, parameter);
  return value === undefined || value === '' ? undefined : String(value);
}

/** The parent under which a sub-collection's records begin: the first seed of the store above, or the parameter's example. */
function parentOf(
  api: ApiDocument,
  plan: ApiPlan,
  resource: Resource,
  seeds: Seed,
): { path: string; values: Record<string, string> } {
  const values: Record<string, string> = {};
  const steps = parentsOfStore(plan, resource);
  for (const { parameter, store } of steps) {
    const above = store && seeds.find((record) => record.store === store);
    const declared = [...plan.operations.values()]
      .flatMap(({ operation }) => operation.parameters)
      .find(({ in: place, name }) => place === 'path' && name === parameter);
    values[parameter] = above ? above.id : String(declared ? exampleOfParameter(api.document, declared) : '1');
  }
  return { path: parentKey(steps, values), values };
}

/** `trip_id` and `tripId` of an example point to a trip that exists. */
function pointToSeeds(example: RecordBody, seed: Map<string, SeedRecord>, plan: ApiPlan): RecordBody {
  const pointed = { ...example };
  for (const store of plan.resources.keys()) {
    const names = [`${singularOf(store)}_id`, `${singularOf(store)}Id`, `id_${singularOf(store)}`];
    const name = names.find((candidate) => candidate in pointed);
    const records = name ? [...seed.values()].filter((record) => record.store === store) : [];
    if (!name || records.length === 0 || records.some(({ id }) => id === String(pointed[name]))) continue;
    const idKey = plan.resources.get(store)?.idKey;
    pointed[name] = idKey ? records[0]?.body[idKey] : records[0]?.id;
  }
  return pointed;
}
