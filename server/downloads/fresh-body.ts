import type { OperationPlan } from '../plan/plan-types.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { readOnlyProperties } from '../records/make-record.ts';

/** Where the caller chooses the id, each download generates a new one, since the example's exists already. */
export function freshBody(plan: OperationPlan, api: ServedApi, value: unknown): unknown {
  const key = plan.resource?.idKey;
  const isCreate = plan.role === 'create' && plan.resource;
  if (!isCreate || !key || typeof value !== 'object' || value === null || !(key in value)) return value;
  if (readOnlyProperties(api.document, plan.resource as NonNullable<typeof plan.resource>).has(key)) return value;
  const body = value as Record<string, unknown>;
  const fresh = ['number', 'bigint'].includes(typeof body[key])
    ? 100_000 + Math.floor(Math.random() * 900_000)
    : freshText(String(body[key]));
  return { ...body, [key]: fresh };
}

function freshText(text: string): string {
  return text.replaceAll(/\d/g, () => String(Math.floor(Math.random() * 10))).replace(/^0/, '9');
}
