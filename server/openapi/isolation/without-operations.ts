import { pointerSegments } from '../faults.ts';
import type { ApiDocument } from '../load-api.ts';
import type { Operation } from '../operations.ts';
import { withoutPlaces } from './change-places.ts';

/** An API without some of its operations, which its document does not have either. */
export function withoutOperations<Api extends ApiDocument>(api: Api, lost: ReadonlySet<Operation>): Api {
  const places = [...lost].map(({ pointer }) => pointerSegments(pointer));
  const document = withoutPlaces(api.document, places);
  const operations = api.operations.filter((operation) => !lost.has(operation));
  // Descriptors, because what is made on demand is not to be made here.
  const parts = Object.getOwnPropertyDescriptors({ ...({} as Api), document, operations });
  return Object.defineProperties({}, { ...Object.getOwnPropertyDescriptors(api), ...parts }) as Api;
}
