import type { Behaviour } from './call.ts';
import { getRecord, placeOfCall } from './call.ts';
import { assertFollowable } from './follow-link.ts';
import { stateless } from './stateless.ts';

/** Another representation of an existing record, such as a PDF; without a handler the response is the document's example. */
export const represent: Behaviour = async (call) => {
  const { body } = await getRecord(call, await placeOfCall(call));
  assertFollowable(call, body);
  return stateless(call);
};
