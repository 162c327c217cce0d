import { createGiveWay } from '../db/give-way.ts';
import type { FaultBook } from '../openapi/isolation/fault-book.ts';
import { isolateOperations } from '../openapi/isolation/isolate.ts';
import { asShown } from '../plan/as-shown.ts';
import type { OperationPlan } from '../plan/plan-types.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { makeExamples } from '../sandbox/make-examples.ts';
import { postmanCollection } from './postman-collection.ts';
import { postmanRequest } from './postman-request.ts';
import type { PostmanItem } from './postman-types.ts';

/** The file of an API's collection, without the requests that cannot be written. Other callers get their turn meanwhile. */
export async function writeCollection(api: ServedApi, publicUrl: string, faults: FaultBook): Promise<string> {
  const shown = asShown(api);
  await makeExamples(shown);
  const requestOf = await makeRequests(shown);
  const collection = isolateOperations(faults, 'collection', shown, (own) =>
    postmanCollection(withPlanOf(own), publicUrl, requestOf),
  );
  return JSON.stringify(collection, null, 2);
}

/** Makes the requests of a collection one by one; returns what finds them, and throws what has kept one from being made. */
async function makeRequests(api: ServedApi): Promise<(own: ServedApi, plan: OperationPlan) => PostmanItem> {
  const made = new Map<OperationPlan, PostmanItem>();
  const giveWay = createGiveWay();
  for (const plan of api.plan.operations.values()) {
    try {
      made.set(plan, postmanRequest(api, plan));
    } catch {
      // It is made again with the others, and left out there.
    }
    await giveWay();
  }
  return (own, plan) => made.get(plan) ?? postmanRequest(own, plan);
}

/** The plan without what an API was left without. */
function withPlanOf(api: ServedApi): ServedApi {
  const { plan, operations } = api;
  if (plan.operations.size === operations.length) return api;
  const planned = new Map([...plan.operations].filter(([operation]) => operations.includes(operation)));
  return Object.defineProperty({ ...api }, 'plan', { value: { ...plan, operations: planned } });
}
