import { readInteger } from '../../answers/exact-json.ts';
import type { RecordBody } from '../../dialect/record-body.ts';
import type { Parameter } from '../../openapi/document-types.ts';
import { exampleOfParameter } from '../../openapi/examples.ts';
import type { ApiDocument } from '../../openapi/load-api.ts';
import { memoize } from '../../openapi/memoize.ts';
import { epoch, momentOf } from '../../openapi/sample/believable/times.ts';
import { parentKey, placeBelow } from '../../plan/parent-key.ts';
import { parentsOfStore } from '../../plan/parents-of-store.ts';
import type { ApiPlan, OperationPlan, ParentStep, Resource } from '../../plan/plan-types.ts';
import type { Seed, SeedRecord } from '../../plan/seed.ts';
import { makeRecord } from '../../records/make-record.ts';
import { examplesOfResource } from './example-records.ts';
import { linkSeeds, placeIn } from './link-seeds.ts';
import { pointSeeds } from './point-to-seeds.ts';
import { placesOfTimes } from './present-seed.ts';

/** About so many bytes of made records are shared by all stores: each workspace gets them. */
const mostMade = 1_000_000;

/** Indexes that are shared while seeds are made; documents may have thousands of stores. */
interface Sources {
  api: ApiDocument;
  plan: ApiPlan;
  /** The seeds so far, by store. */
  seeds: Map<string, SeedRecord[]>;
  /** The first declaration of each path parameter. */
  parameters: Map<string, Parameter>;
}

/** What stands for the time of a record's creation, whatever its property is called. */
const creation = { name: 'created', owner: '', path: 'created', ownerPath: '' };

/** How many bytes of made records each store has room for. */
export function roomFor(plan: ApiPlan): number {
  return mostMade / Math.max(seededOf(plan).length, 1);
}

/** What nothing shows has no examples: its records are what callers send. */
const seededOf = memoize(({ resources }: ApiPlan): Resource[] =>
  [...resources.values()].filter(({ isUnread }) => !isUnread),
);

/** Makes seed records from a document's examples of lists, items and schemas, so that documented records exist. */
export function seedFromExamples(api: ApiDocument, plan: ApiPlan): Seed {
  const sources: Sources = {
    api,
    plan,
    seeds: new Map(),
    parameters: pathParameters(api),
  };
  const operations = Map.groupBy(plan.operations.values(), ({ resource }) => resource);
  // Parent stores have to be seeded first.
  const depthOf = (resource: Resource) =>
    Math.max(
      parentsOfStore(plan, resource).length,
      ...placesOf(operations.get(resource) ?? []).map((steps) => steps.length),
    );
  const ordered = seededOf(plan)
    .map((resource) => ({ resource, depth: depthOf(resource) }))
    .sort((a, b) => a.depth - b.depth);
  for (const { resource } of ordered)
    sources.seeds.set(resource.store, seedsOf(sources, resource, operations.get(resource) ?? []));
  pointSeeds(api.document, plan, sources.seeds);
  linkSeeds(api.document, plan, sources.seeds);
  return [...sources.seeds.values()].flat();
}

function seedsOf(sources: Sources, resource: Resource, operations: OperationPlan[]): SeedRecord[] {
  const { api, plan } = sources;
  const seeds = new Map<string, SeedRecord>();
  const places = (resource.standsAlone ? [parentsOfStore(plan, resource)] : placesOf(operations)).map((steps) =>
    parentsOf(sources, steps),
  );
  const siblings = Math.max(...places.map(({ length }) => length)) - 1;
  const examples = examplesOfResource(api, resource, operations, { bytes: roomFor(plan), siblings });
  for (const below of places) {
    for (const [index, { example, id, moving, sibling }] of examples.entries()) {
      const usual = below[sibling === undefined ? 0 : sibling + 1];
      if (!usual) continue;
      const parents = ownPlace(plan, resource, example) ?? usual;
      const now = moving ? momentOf(creation, index) : epoch;
      const values = { id, now, parents: parents.values };
      const body = {
        ...keyOf(resource, id),
        ...makeRecord(api.document, resource, example, values),
      };
      const key = [parents.path, id].join('\n');
      const times = moving && { moving: placesOfTimes(body, moving, now) };
      if (!seeds.has(key)) seeds.set(key, { store: resource.store, parent: parents.path, id, body, ...times });
    }
  }
  return [...seeds.values()];
}

/** Where a record is that says itself whose it is. */
function ownPlace(plan: ApiPlan, resource: Resource, example: RecordBody): Parents | undefined {
  const values = placeIn(resource, example);
  const steps = parentsOfStore(plan, resource);
  return steps.length > 0 && steps.every(({ parameter }) => parameter in values)
    ? { path: parentKey(steps, values), values }
    : undefined;
}

function keyOf(resource: Resource, id: string): RecordBody {
  return resource.idKey ? { [resource.idKey]: resource.idType === 'integer' ? readInteger(id) : id } : {};
}

/** The distinct parents of a store's records: `/orgs/{org}/repos` and `/users/{user}/repos` are both seeded. */
function placesOf(operations: OperationPlan[]): ParentStep[][] {
  const own = operations.filter(({ role }) => role !== 'act' && role !== 'represent').map(({ parents }) => parents);
  const places = new Map(own.map((steps) => [placeBelow(steps), steps]));
  // If the store also exists without a parent, all its records are seeded there.
  if (places.size > 1) places.delete('');
  return [...places.values()];
}

interface Parents {
  path: string;
  values: Record<string, string>;
}

/**
 * The parents of a sub-collection's seeds: the first seed of the parent store, or the parameter's example; then the others beside that one,
 * if they were made, too.
 */
function parentsOf({ api, plan, seeds, parameters }: Sources, steps: ParentStep[]): [Parents, ...Parents[]] {
  const values: Record<string, string> = {};
  for (const { parameter, store } of steps) {
    // Ids that no operation returns are taken from the path examples.
    const isDiscoverable = store !== undefined && plan.resources.get(store)?.discoverableAt?.size !== 0;
    const above = isDiscoverable ? seeds.get(store)?.[0] : undefined;
    const declared = parameters.get(parameter);
    if (above && store !== undefined) Object.assign(values, placeIn(plan.resources.get(store), above.body));
    values[parameter] = above ? above.id : String(declared ? exampleOfParameter(api.document, declared) : '1');
  }
  const last = steps.at(-1);
  const first: Parents = { path: parentKey(steps, values), values };
  const [above, ...beside] = (last?.store !== undefined && seeds.get(last.store)) || [];
  if (last === undefined || above?.id !== values[last.parameter]) return [first];
  const others = beside.filter(({ parent, moving }) => moving && parent === above?.parent);
  return [
    first,
    ...others.map(({ id }) => {
      const own = { ...values, [last.parameter]: id };
      return { path: parentKey(steps, own), values: own };
    }),
  ];
}

function pathParameters({ operations }: ApiDocument): Map<string, Parameter> {
  const found = new Map<string, Parameter>();
  for (const parameter of operations.flatMap(({ parameters }) => parameters))
    if (parameter.in === 'path' && !found.has(parameter.name)) found.set(parameter.name, parameter);
  return found;
}
