import type { OpenApiDocument } from '../openapi/document-types.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { isStructured } from '../openapi/structured-types.ts';
import { acknowledgedAt, acknowledgedRecord, isAcknowledged } from './acknowledgement.ts';
import { inferIdKey } from './id-key.ts';
import { nameOf, placeOf } from './path-segments.ts';
import type { OperationPlan, Resource } from './plan-types.ts';
import { bodyOf } from './sent-body.ts';
import { keepsUnread } from './why-operation.ts';

/**
 * Plans in which what is sent to where nothing shows it again is kept: a POST that is only acknowledged adds a record to a store of its
 * place; where PUT, PATCH or DELETE are there, too, it is the one record of the place. The stores are added to the resources.
 */
export function keepUnread(
  document: OpenApiDocument,
  plans: OperationPlan[],
  { resources, handled }: { resources: Map<string, Resource>; handled: Set<string> },
): OperationPlan[] {
  const kept = new Map<OperationPlan, OperationPlan>();
  for (const [place, all] of Map.groupBy(plans, ({ operation }) => placeOf(operation.path))) {
    if (all.some((plan) => shows(document, plan))) continue;
    const own = all.filter(({ role, operation }) => role === 'stateless' && !handled.has(operation.id));
    const keeping = own.filter(({ operation, success }) => isAcknowledged(document, operation, success));
    if (!keeping[0]) continue;
    const removing = own.filter(({ operation }) => operation.method === 'delete');
    const isFirst = [...keeping, ...removing].some(({ operation }) => operation.method !== 'post');
    const record = recordOf(document, keeping[0], isFirst);
    const store = freeName(nameOf(keeping[0].operation.path), place, resources);
    const resource: Resource = { ...record, store, isUnread: true };
    resources.set(store, resource);
    for (const plan of keeping) {
      const success = { ...plan.success, recordAt: acknowledgedAt(document, plan.operation, plan.success) };
      kept.set(plan, { ...plan, role: 'keep', resource, isFirst, success, why: [keepsUnread] });
    }
    for (const plan of removing) kept.set(plan, { ...plan, role: 'delete-singleton', resource, why: [keepsUnread] });
  }
  return plans.map((plan) => kept.get(plan) ?? plan);
}

/** Whether a GET shows values. */
function shows(document: OpenApiDocument, { operation, success }: OperationPlan): boolean {
  if (operation.method !== 'get' || success.mediaType === undefined) return false;
  return isStructured(document, success) && shapeOf(document, success.schema).types.size > 0;
}

/** The record of what is sent. Only the server gives it an id, where the answer shows one. */
function recordOf(
  document: OpenApiDocument,
  { operation, success }: OperationPlan,
  isOne: boolean,
): Omit<Resource, 'store'> {
  const sent = bodyOf(operation);
  const schema = acknowledgedRecord(document, operation, success) ?? sent;
  const { key, type, property } = inferIdKey(document, [{ schema }], nameOf(operation.path), {});
  if (isOne || key === undefined || Object.hasOwn(shapeOf(document, sent).properties, key))
    return { idType: 'string', schema };
  return { idKey: key, idType: type, idSchema: property, schema };
}

function freeName(name: string, place: string, known: Map<string, Resource>): string {
  const names = [name, place.slice(1).replaceAll('/{}', ''), place, `${place} (sent)`];
  return names.find((each) => !known.has(each)) as string;
}
