import { createGiveWay } from '../db/give-way.ts';
import { exampleOf } from '../openapi/example-of.ts';
import { exampleRequest } from '../openapi/examples.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { makeAhead } from './seed/example-records.ts';
import { roomFor } from './seed/seed-from-examples.ts';

/**
 * Makes the examples of an API one by one, leaving the event loop to others in between: its seed and its collection are made of them,
 * and of a large document they take seconds. Ends early where it is told to.
 */
export async function makeExamples(api: ServedApi, isOver: () => boolean = () => false): Promise<void> {
  const { document, operations, plan } = api;
  const giveWay = createGiveWay();
  const records = [...plan.resources.values()].map(({ schema }) => schema);
  const items = [...plan.operations.values()].map(({ list }) => list?.item);
  const schemas = new Set([...records, ...items].filter((schema) => schema !== undefined));
  const operationsOf = Map.groupBy(plan.operations.values(), ({ resource }) => resource);
  for (const make of [
    ...operations.map((operation) => () => exampleRequest(api, operation)),
    ...[...schemas].map((schema) => () => exampleOf(document, schema, { direction: 'response' })),
    ...[...plan.resources.values()].map((resource) => () => {
      makeAhead(api, resource, operationsOf.get(resource) ?? [], roomFor(plan));
    }),
    () => api.seed,
  ]) {
    if (isOver()) return;
    try {
      make();
    } catch {
      // It throws again where it is wanted, and is told there.
    }
    await giveWay();
  }
}
