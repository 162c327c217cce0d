import { exampleOfParameter } from '../../server/openapi/examples.ts';
import type { Operation } from '../../server/openapi/operations.ts';
import type { OperationPlan, Resource } from '../../server/sandbox/plan/plan-types.ts';
import type { ServedApi } from '../../server/sandbox/served-api.ts';
import type { TestAnswer, TestPortal } from '../../server/testing/test-portal.ts';
import { callOperation, type Ids, recordOf, recordsOf } from './call-operation.ts';

/** The first id of each store that an answer has shown, as a caller would remember it. */
export class KnownIds {
  readonly #api: ServedApi;
  readonly #ids = new Map<string, unknown>();
  readonly #creations = new Map<string, TestAnswer>();

  constructor(api: ServedApi) {
    this.#api = api;
  }

  /** The ids of a path: of the record itself, and of those above it, as far as any were seen. */
  forPath({ operation, resource, idParameter, parents }: OperationPlan): Ids {
    const ids: Ids = {};
    for (const { parameter, store } of parents)
      ids[parameter] = store && this.#ids.has(store) ? this.#ids.get(store) : this.#exampleOf(operation, parameter);
    if (resource && idParameter && this.#ids.has(resource.store)) ids[idParameter] = this.#ids.get(resource.store);
    return ids;
  }

  /** What no list names goes by one name everywhere: the first that the document shows. */
  #exampleOf(operation: Operation, name: string): unknown {
    const { document, operations } = this.#api;
    const exampleIn = ({ parameters }: Operation) => {
      const own = parameters.find((parameter) => parameter.in === 'path' && parameter.name === name);
      return own && exampleOfParameter(document, own);
    };
    const [first, own] = [operations.map(exampleIn).find((example) => example !== undefined), exampleIn(operation)];
    return typeof first === typeof own ? first : own;
  }

  /** The answer to the creation of a record here: an id that callers choose can be created once. */
  creationOf({ store }: Resource): TestAnswer | undefined {
    return this.#creations.get(store);
  }

  has(resource: Resource | undefined): boolean {
    return resource !== undefined && this.#ids.has(resource.store);
  }

  remember(plan: OperationPlan, answer: TestAnswer): void {
    const { resource, role } = plan;
    if (resource && role === 'create' && answer.status < 300) this.#creations.set(resource.store, answer);
    if (!resource || this.#ids.has(resource.store) || answer.status >= 300) return;
    const id =
      role === 'list'
        ? idOf(resource, recordsOf(plan, answer)[0])
        : role === 'create'
          ? idOfCreated(plan, answer)
          : undefined;
    if (id === undefined || id === null) return;
    this.#ids.set(resource.store, id);
  }
}

/** The id that a record shows. */
export function idOf({ idKey }: Resource, record: unknown): unknown {
  return idKey === undefined ? undefined : (record as Record<string, unknown> | undefined)?.[idKey];
}

/** The id of what was created: the record's, or the one in `Location`. */
export function idOfCreated(plan: OperationPlan, answer: TestAnswer): unknown {
  const last = answer.headers.location?.split('/').at(-1);
  return idOf(plan.resource as Resource, recordOf(plan, answer)) ?? (last && decodeURIComponent(last));
}

/** Looks around in a workspace: calls the lists, the upper ones first, and creates where no list shows anything. */
export async function lookAround(portal: TestPortal, api: ServedApi, key: string): Promise<KnownIds> {
  const known = new KnownIds(api);
  const lists = byDepth(api).filter(({ role }) => role === 'list');
  const creations = byDepth(api).filter(({ role }) => role === 'create');
  for (const plan of [...lists, ...creations]) {
    if (known.has(plan.resource)) continue;
    const answer = await callOperation(portal, api, plan.operation, { key, ids: known.forPath(plan) });
    known.remember(plan, answer);
  }
  return known;
}

/** The operations of an API, those of upper paths first. */
export function byDepth(api: ServedApi): OperationPlan[] {
  return [...api.plan.operations.values()].sort((a, b) => a.parents.length - b.parents.length);
}
