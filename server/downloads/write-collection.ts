import type { FaultBook } from '../openapi/isolation/fault-book.ts';
import { isolateOperations } from '../openapi/isolation/isolate.ts';
import { asShown } from '../plan/as-shown.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { makeExamples } from '../sandbox/make-examples.ts';
import { postmanCollection } from './postman-collection.ts';

/** The file of an API's collection, without the requests that cannot be written. */
export async function writeCollection(api: ServedApi, publicUrl: string, faults: FaultBook): Promise<string> {
  await makeExamples(api);
  const collection = isolateOperations(faults, 'collection', asShown(api), (own) =>
    postmanCollection(withPlanOf(own), publicUrl),
  );
  return JSON.stringify(collection, null, 2);
}

/** The plan without what an API was left without. */
function withPlanOf(api: ServedApi): ServedApi {
  const { plan, operations } = api;
  if (plan.operations.size === operations.length) return api;
  const planned = new Map([...plan.operations].filter(([operation]) => operations.includes(operation)));
  return Object.defineProperty({ ...api }, 'plan', { value: { ...plan, operations: planned } });
}
