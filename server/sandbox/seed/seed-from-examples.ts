import type { RecordBody } from '../../dialect/record-body.ts';
import type { Parameter } from '../../openapi/document-types.ts';
import { exampleOfParameter } from '../../openapi/examples.ts';
import type { ApiDocument } from '../../openapi/load-api.ts';
import { parentKey, placeBelow } from '../../plan/parent-key.ts';
import { parentsOfStore } from '../../plan/parents-of-store.ts';
import type { ApiPlan, OperationPlan, ParentStep, Resource } from '../../plan/plan-types.ts';
import type { Seed, SeedRecord } from '../../plan/seed.ts';
import { singularOf } from '../../plan/success-response.ts';
import { makeRecord } from '../../records/make-record.ts';
import { examplesOfResource } from './example-records.ts';

const epoch = new Date('2026-01-15T12:00:00Z');

/** What is known while seeds are made; documents may have thousands of stores. */
interface Sources {
  api: ApiDocument;
  plan: ApiPlan;
  /** The seeds so far, by their store. */
  seeds: Map<string, SeedRecord[]>;
  /** The first declaration of each path parameter. */
  parameters: Map<string, Parameter>;
  /** Stores by the names that properties have which point to them. */
  pointers: Map<string, string>;
}

/** Makes seed records of a document's own examples: those of lists, of items, of schemas; so that what is shown also exists. */
export function seedFromExamples(api: ApiDocument, plan: ApiPlan): Seed {
  const sources: Sources = {
    api,
    plan,
    seeds: new Map(),
    parameters: pathParameters(api),
    pointers: pointersTo([...plan.resources.keys()]),
  };
  const operations = Map.groupBy(plan.operations.values(), ({ resource }) => resource);
  // What is above a store anywhere has to be there before it.
  const depthOf = (resource: Resource) =>
    Math.max(
      parentsOfStore(plan, resource).length,
      ...placesOf(operations.get(resource) ?? []).map((steps) => steps.length),
    );
  const ordered = [...plan.resources.values()]
    .map((resource) => ({ resource, depth: depthOf(resource) }))
    .sort((a, b) => a.depth - b.depth);
  for (const { resource } of ordered)
    sources.seeds.set(resource.store, seedsOf(sources, resource, operations.get(resource) ?? []));
  return [...sources.seeds.values()].flat();
}

function seedsOf(sources: Sources, resource: Resource, operations: OperationPlan[]): SeedRecord[] {
  const { api, plan } = sources;
  const seeds = new Map<string, SeedRecord>();
  const examples = examplesOfResource(api, resource, operations);
  for (const steps of resource.standsAlone ? [parentsOfStore(plan, resource)] : placesOf(operations)) {
    const parents = parentOf(sources, steps);
    for (const { example, id } of examples) {
      const values = { id, now: epoch, parents: parents.values };
      const body = {
        ...keyOf(resource, id),
        ...makeRecord(api.document, resource, pointToSeeds(sources, example), values),
      };
      const key = [parents.path, id].join('\n');
      if (!seeds.has(key)) seeds.set(key, { store: resource.store, parent: parents.path, id, body });
    }
  }
  return [...seeds.values()];
}

function keyOf(resource: Resource, id: string): RecordBody {
  return resource.idKey ? { [resource.idKey]: resource.idType === 'integer' ? Number(id) : id } : {};
}

/** What the records of a store are below, each way once: `/orgs/{org}/repos` and `/users/{user}/repos` both begin with some. */
function placesOf(operations: OperationPlan[]): ParentStep[][] {
  const own = operations.filter(({ role }) => role !== 'act' && role !== 'represent').map(({ parents }) => parents);
  const places = new Map(own.map((steps) => [placeBelow(steps), steps]));
  // Where nothing is above a store, all its records are shown, wherever they are.
  if (places.size > 1) places.delete('');
  return [...places.values()];
}

/** The parent under which a sub-collection's records begin: the first seed of the store above, or the parameter's example. */
function parentOf(
  { api, plan, seeds, parameters }: Sources,
  steps: ParentStep[],
): { path: string; values: Record<string, string> } {
  const values: Record<string, string> = {};
  for (const { parameter, store } of steps) {
    // Ids that no operation tells are those that the paths show.
    const isTold = store !== undefined && plan.resources.get(store)?.toldAt?.size !== 0;
    const above = isTold ? seeds.get(store)?.[0] : undefined;
    const declared = parameters.get(parameter);
    values[parameter] = above ? above.id : String(declared ? exampleOfParameter(api.document, declared) : '1');
  }
  return { path: parentKey(steps, values), values };
}

function pathParameters({ operations }: ApiDocument): Map<string, Parameter> {
  const found = new Map<string, Parameter>();
  for (const parameter of operations.flatMap(({ parameters }) => parameters))
    if (parameter.in === 'path' && !found.has(parameter.name)) found.set(parameter.name, parameter);
  return found;
}

/** `trip_id`, `tripId` and `id_trip` point to trips. */
function pointersTo(stores: string[]): Map<string, string> {
  return new Map(
    stores.flatMap((store) => {
      const name = singularOf(store);
      return [`${name}_id`, `${name}Id`, `id_${name}`].map((pointer) => [pointer, store] as const);
    }),
  );
}

/** What an example points to is made to be one that exists. */
function pointToSeeds({ plan, seeds, pointers }: Sources, example: RecordBody): RecordBody {
  const pointed = { ...example };
  for (const [name, value] of Object.entries(example)) {
    const store = pointers.get(name);
    const records = (store !== undefined && seeds.get(store)) || [];
    const [first] = records;
    if (store === undefined || !first || records.some(({ id }) => id === String(value))) continue;
    const idKey = plan.resources.get(store)?.idKey;
    const target = idKey ? first.body[idKey] : first.id;
    // What names the record elsewhere may be of another type than here.
    if (typeof target === typeof value) pointed[name] = target;
  }
  return pointed;
}
