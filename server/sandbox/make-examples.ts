import { setImmediate as nextTurn } from 'node:timers/promises';
import { exampleOf } from '../openapi/example-of.ts';
import { exampleRequest } from '../openapi/examples.ts';
import type { ServedApi } from '../plan/served-api.ts';

/** Milliseconds after which others get their turn. */
const slice = 8;

/**
 * Makes the examples of an API one by one, leaving the event loop to others in between: its seed and its collection are made of them,
 * and of a large document they take seconds. What throws does so again where it is wanted. Ends early where it is told to.
 */
export async function makeExamples(api: ServedApi, isOver: () => boolean = () => false): Promise<void> {
  const { document, operations, plan } = api;
  let since = performance.now();
  for (const make of [
    ...operations.map((operation) => () => exampleRequest(api, operation)),
    ...[...plan.resources.values()].map(({ schema }) => {
      return () => schema && exampleOf(document, schema, { direction: 'response' });
    }),
    () => api.seed,
  ]) {
    if (isOver()) return;
    try {
      make();
    } catch {}
    if (performance.now() - since < slice) continue;
    await nextTurn();
    since = performance.now();
  }
}
