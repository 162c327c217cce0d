import { exampleOfParameter } from '../../server/openapi/examples.ts';
import type { Operation } from '../../server/openapi/operations.ts';
import { placeBelow } from '../../server/plan/parent-key.ts';
import type { OperationPlan, Resource } from '../../server/plan/plan-types.ts';
import type { ServedApi } from '../../server/plan/served-api.ts';
import { idInLocation, recordOf, recordsOf } from '../../server/testing/shown-records.ts';
import type { TestAnswer, TestPortal } from '../../server/testing/test-portal.ts';
import { callOperation, type Ids } from './call-operation.ts';

type Steps = OperationPlan['parents'];

/** The first record that an answer has shown of each store, and of each place where it has records, by the ids of its whole address, as a caller would remember it. */
export class KnownIds {
  readonly #api: ServedApi;
  readonly #addresses = new Map<string, unknown[]>();
  readonly #creations = new Map<string, TestAnswer>();

  constructor(api: ServedApi) {
    this.#api = api;
  }

  /** The ids of a path: of the record itself, and of those above it, as far as any were seen. */
  forPath({ operation, resource, idParameter, parents }: OperationPlan): Ids {
    const steps: Steps = idParameter
      ? [...parents, { parameter: idParameter, name: '', store: resource?.store }]
      : parents;
    const values = this.#addressOf(operation, steps);
    return Object.fromEntries(steps.map(({ parameter }, index) => [parameter, values[index]]));
  }

  /** The ids of one address: those that were seen together, else each by itself. What goes by no id here may be one that is shown elsewhere. */
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

  /** What no list names goes by one name everywhere: the first that the document shows, where it is allowed. */
  #exampleOf(operation: Operation, name: string): unknown {
    const { document, operations, validator } = this.#api;
    const ownOf = ({ parameters }: Operation) =>
      parameters.find((parameter) => parameter.in === 'path' && parameter.name === name);
    const exampleIn = (each: Operation) => {
      const own = ownOf(each);
      return own && exampleOfParameter(document, own);
    };
    const first = operations.map(exampleIn).find((example) => example !== undefined);
    const isAllowed = validator.request(ownOf(operation)?.schema ?? {}, first).length === 0;
    return isAllowed ? first : exampleIn(operation);
  }

  /** The answer to the creation of a record here: an id that callers choose can be created once. */
  creationOf({ resource, parents }: OperationPlan): TestAnswer | undefined {
    return resource && this.#creations.get(keyOf(resource.store, parents));
  }

  has({ resource, parents }: OperationPlan): boolean {
    return resource !== undefined && this.#addresses.has(keyOf(resource.store, parents));
  }

  /** Keeps what an answer to a call with these ids shows. */
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

/** The id that an answer tells, or that a caller has chosen or found. */
function idIn(plan: OperationPlan, answer: TestAnswer, ids: Ids): unknown {
  if (plan.role === 'list') return idOf(plan.resource as Resource, recordsOf(plan, answer)[0]);
  if (plan.role === 'create') return idOfCreated(plan, answer);
  return plan.putCreates || plan.role === 'read' ? ids[plan.idParameter ?? ''] : undefined;
}

/** A store below what stands above its records. */
function keyOf(store: string, parents: Steps): string {
  return `${placeBelow(parents)} ${store}`;
}

/** The id that a record shows. */
export function idOf({ idKey }: Resource, record: unknown): unknown {
  return idKey === undefined ? undefined : (record as Record<string, unknown> | undefined)?.[idKey];
}

/** The id of what was created: the record's, or the one in `Location`. */
export function idOfCreated(plan: OperationPlan, answer: TestAnswer): unknown {
  return idOf(plan.resource as Resource, recordOf(plan, answer)) ?? idInLocation(answer);
}

/** Looks which records that no list shows are there under the ids that their paths show. */
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

/** Looks around in a workspace: calls the lists, the upper ones first, and creates where no list shows anything. */
export async function lookAround(portal: TestPortal, api: ServedApi, key: string): Promise<KnownIds> {
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

/** The operations of an API, those of upper paths first. */
export function byDepth(api: ServedApi): OperationPlan[] {
  return [...api.plan.operations.values()].sort((a, b) => a.parents.length - b.parents.length);
}
