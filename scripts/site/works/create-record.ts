import { shapeOf } from '../../../server/openapi/schema-shape.ts';
import type { OperationPlan } from '../../../server/plan/plan-types.ts';
import { exampleCall } from './example-address.ts';
import { plansOf, type Works } from './works.ts';
import type { Call } from './write-curl.ts';

/** How a new record is created: the operation and its call. */
export interface Creation {
  plan: OperationPlan;
  call: Call;
  /** Whether the same call creates another record when it is sent again. */
  isRepeatable: boolean;
}

/** The operations that create records of some stores (by default of all): first those that can be sent again, then the shortest. */
export function creationsOf({ api }: Works, isMeant: (store: string) => boolean = () => true): Creation[] {
  const creations = plansOf(api, 'create').flatMap((plan): Creation[] => {
    const call = exampleCall(api, plan.operation);
    const { body } = call;
    if (!plan.resource || !isMeant(plan.resource.store) || !body || !/json/.test(body.mediaType)) return [];
    if (typeof body.value !== 'object' || body.value === null || Array.isArray(body.value)) return [];
    const unique = api.profile.resources?.[plan.resource.store]?.unique ?? [];
    const [content] = Object.values(plan.operation.requestBody?.content ?? {});
    const { required } = shapeOf(api.document, content?.schema);
    const kept = Object.entries(body.value).filter(([name]) => !unique.includes(name) || required.has(name));
    const isRepeatable = !kept.some(([name]) => unique.includes(name));
    return [{ plan, isRepeatable, call: { ...call, body: { ...body, value: Object.fromEntries(kept) } } }];
  });
  const length = ({ call }: Creation) => JSON.stringify(call.body?.value).length;
  return creations.sort((a, b) => Number(b.isRepeatable) - Number(a.isRepeatable) || length(a) - length(b));
}
