import { singularOf } from '../../server/plan/names.ts';
import type { Resource } from '../../server/plan/plan-types.ts';
import type { ServedApi } from '../../server/plan/served-api.ts';
import { recordsOf } from '../../server/testing/shown-records.ts';
import type { TestPortal } from '../../server/testing/test-portal.ts';
import { callOperation } from './call-operation.ts';
import type { KnownIds } from './known-ids.ts';
import type { Tally } from './tally.ts';

const plainOf = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** Reads what the first record of each list points at by a property such as `customer_id`. */
export async function walkForeignKeys(portal: TestPortal, api: ServedApi, key: string, known: KnownIds, tally: Tally) {
  const plans = [...api.plan.operations.values()];
  const reads = new Map(
    plans.flatMap((plan) =>
      plan.role === 'read' && plan.resource && plan.idParameter ? [[plan.resource.store, plan]] : [],
    ),
  );
  const targets = new Map([...reads.keys()].map((store) => [`${plainOf(singularOf(store))}id`, store]));
  for (const plan of plans.filter(({ role, list }) => role === 'list' && list)) {
    const answer = await callOperation(portal, api, plan.operation, { key, ids: known.forPath(plan) });
    const [first] = recordsOf(plan, answer);
    for (const [name, value] of Object.entries(first ?? {})) {
      const read = reads.get(targets.get(plainOf(name)) ?? '');
      if (!read?.idParameter || read.resource === plan.resource || !/^(string|number)$/.test(typeof value)) continue;
      tally.pointers++;
      const ids = { ...known.forPath(read), [read.idParameter]: value };
      const { status } = await callOperation(portal, api, read.operation, { key, ids });
      if (status < 300 || (status === 404 && (await isListed(read.resource, value)))) tally.pointersMet++;
      else
        tally.complaints.push(`GET ${plan.operation.path}: ${name} ${value} is no ${read.resource?.store} (${status})`);
    }
  }
  /** Where a path has the name of a record, `user_id` still is its id. */
  async function isListed(resource: Resource | undefined, id: unknown): Promise<boolean> {
    const plan = plans.find((each) => each.role === 'list' && each.list && each.resource === resource);
    if (!plan || /id$/i.test(resource?.idKey ?? 'id')) return false;
    const answer = await callOperation(portal, api, plan.operation, { key, ids: known.forPath(plan) });
    return recordsOf(plan, answer).some((record) => String((record as { id?: unknown }).id) === String(id));
  }
}
