import type { Behaviour } from './call.ts';
import { getRecord, placeOfCall } from './call.ts';
import { stateless } from './stateless.ts';

/** Another representation of a record, such as its PDF: the record must be there; without a handler the answer is the document's example. */
export const represent: Behaviour = async (call) => {
  await getRecord(call, await placeOfCall(call));
  return stateless(call);
};
