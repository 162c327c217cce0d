import type { ApiDocument } from '../load-api.ts';
import type { Operation } from '../operations.ts';
import { withoutPlace } from './without-place.ts';

/** An API without some of its operations, which its document does not have either. */
export function withoutOperations<Api extends ApiDocument>(api: Api, lost: ReadonlySet<Operation>): Api {
  let { document } = api;
  for (const { path, method } of lost) document = withoutPlace(document, ['paths', path, method]) as typeof document;
  const operations = api.operations.filter((operation) => !lost.has(operation));
  // Descriptors, because what is made on demand is not to be made here.
  const parts = Object.getOwnPropertyDescriptors({ ...({} as Api), document, operations });
  return Object.defineProperties({}, { ...Object.getOwnPropertyDescriptors(api), ...parts }) as Api;
}
