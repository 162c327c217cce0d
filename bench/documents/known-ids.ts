import { exampleOfParameter } from '../../server/openapi/examples.ts';
import type { Operation } from '../../server/openapi/operations.ts';
import { placeBelow } from '../../server/plan/parent-key.ts';
import type { OperationPlan, Resource } from '../../server/plan/plan-types.ts';
import type { ServedApi } from '../../server/plan/served-api.ts';
import { idInLocation, recordOf, recordsOf } from '../../server/testing/shown-records.ts';
import type { TestAnswer, TestPortal } from '../../server/testing/test-portal.ts';
import { callOperation, type Ids } from './call-operation.ts';

type Steps = OperationPlan['parents'];

/** The first record seen of each store, overall and below each parent, with the ids of its full path. */
export class KnownIds {
  readonly #api: ServedApi;
  readonly #addresses = new Map<string, unknown[]>();
  readonly #creations = new Map<string, TestAnswer>();
  readonly #examples = new Map<string, unknown>();

  constructor(api: ServedApi) {
    this.#api = api;
  }

  /** Ids for a path: those of the record and of its parents, as far as known. */
  forPath({ operation, resource, idParameter, parents }: OperationPlan): Ids {
    const steps: Steps = idParameter
      ? [...parents, { parameter: idParameter, name: '', store: resource?.store }]
      : parents;
    const values = this.#addressOf(operation, steps);
    return Object.fromEntries(steps.map(({ parameter }, index) => [parameter, values[index]]));
  }

  /** Ids of one path: seen together if possible, else individually. An id unknown at this place may be known elsewhere. */
  #addressOf(operation: Operation, steps: Steps): unknown[] {
    const last = steps.at(-1);
    if (!last) return [];
    const above = steps.slice(0, -1);
    const { parameter, store } = last;
    const seen = store === undefined ? undefined : this.#addresses.get(keyOf(store, above));
    if (seen) return seen;
    const elsewhere = store === undefined ? undefined : this.#addresses.get(store)?.at(-1);
    return [...this.#addressOf(operation, above), elsewhere ?? this.#exampleOf(operation, parameter)];
  }

  /** A parameter that no list reveals has the same value everywhere: the first example in the document, if allowed here. */
  #exampleOf(operation: Operation, name: string): unknown {
    const { document, operations, validator } = this.#api;
    const ownOf = ({ parameters }: Operation) =>
      parameters.find((parameter) => parameter.in === 'path' && parameter.name === name);
    const exampleIn = (each: Operation) => {
      const own = ownOf(each);
      return own && exampleOfParameter(document, own);
    };
    // Documents may have thousands of operations, and each is asked for all parameters of its path.
    const first = this.#examples.getOrInsertComputed(name, () => {
      for (const each of operations) {
        const example = exampleIn(each);
        if (example !== undefined) return example;
      }
      return undefined;
    });
    const isAllowed = validator.request(ownOf(operation)?.schema ?? {}, first).length === 0;
    return isAllowed ? first : exampleIn(operation);
  }

  /** The response to an earlier creation: a client-chosen id can be created only once. */
  creationOf({ resource, parents }: OperationPlan): TestAnswer | undefined {
    return resource && this.#creations.get(keyOf(resource.store, parents));
  }

  has({ resource, parents }: OperationPlan): boolean {
    return resource !== undefined && this.#addresses.has(keyOf(resource.store, parents));
  }

  /** Stores the ids in a successful response to a call with these ids. */
  remember(plan: OperationPlan, answer: TestAnswer, ids: Ids): void {
    const { resource, role, parents } = plan;
    if (!resource || answer.status >= 300) return;
    const place = keyOf(resource.store, parents);
    if (role === 'create') this.#creations.set(place, answer);
    const id = idIn(plan, answer, ids);
    if (id === undefined || id === null) return;
    const address = [...parents.map(({ parameter }) => ids[parameter]), id];
    for (const key of [place, resource.store]) if (!this.#addresses.has(key)) this.#addresses.set(key, address);
  }
}

/** The id in a response, or the one the client has sent. */
function idIn(plan: OperationPlan, answer: TestAnswer, ids: Ids): unknown {
  if (plan.role === 'list') return idOf(plan.resource as Resource, recordsOf(plan, answer)[0]);
  if (plan.role === 'create') return idOfCreated(plan, answer);
  return plan.putCreates || plan.role === 'read' ? ids[plan.idParameter ?? ''] : undefined;
}

/** Identifies a store below its parents. */
function keyOf(store: string, parents: Steps): string {
  return `${placeBelow(parents)} ${store}`;
}

export function idOf({ idKey }: Resource, record: unknown): unknown {
  return idKey === undefined ? undefined : (record as Record<string, unknown> | undefined)?.[idKey];
}

/** The id of a created record, from the body or from `Location`. */
export function idOfCreated(plan: OperationPlan, answer: TestAnswer): unknown {
  return idOf(plan.resource as Resource, recordOf(plan, answer)) ?? idInLocation(answer);
}

/** Finds out which unlisted records exist under the example ids of their paths. */
export async function readExamples(portal: TestPortal, api: ServedApi, key: string): Promise<KnownIds> {
  const known = new KnownIds(api);
  const plans = byDepth(api);
  const listed = new Set(plans.flatMap(({ role, resource }) => (role === 'list' ? resource : [])));
  for (const plan of plans) {
    if (plan.role !== 'read' || listed.has(plan.resource as Resource)) continue;
    const ids = known.forPath(plan);
    known.remember(plan, await callOperation(portal, api, plan.operation, { key, ids }), ids);
  }
  return known;
}

/** Explores a workspace: calls the lists, parents first, and creates records where lists are empty. */
export async function exploreWorkspace(portal: TestPortal, api: ServedApi, key: string): Promise<KnownIds> {
  const known = await readExamples(portal, api, key);
  const plans = byDepth(api);
  const lists = plans.filter(({ role }) => role === 'list');
  const creations = plans.filter(({ role, putCreates }) => role === 'create' || putCreates);
  for (const plan of [...lists, ...creations]) {
    if (known.has(plan)) continue;
    const ids = known.forPath(plan);
    known.remember(plan, await callOperation(portal, api, plan.operation, { key, ids }), ids);
  }
  return known;
}

/** The operations of an API, parents first. */
export function byDepth(api: ServedApi): OperationPlan[] {
  return [...api.plan.operations.values()].sort((a, b) => a.parents.length - b.parents.length);
}
