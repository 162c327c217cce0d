import { shapeOf } from '../../openapi/schema-shape.ts';
import { makeRecord, serverProperties, touch } from '../make-record.ts';
import { updateRecord } from '../record-store.ts';
import { answerRecord } from './answer-record.ts';
import { type Behaviour, bodyOf, getRecord, placeOfCall, resourceOf } from './call.ts';

/** An action on a record: it must be there; what is sent under names of its own changes it, and the answer is what the document shows. */
export const act: Behaviour = async (call) => {
  const { document } = call.api;
  const resource = resourceOf(call);
  const stored = await getRecord(call, await placeOfCall(call));
  const { schema } = call.plan.success;
  if (schema && shapeOf(document, schema).ref !== shapeOf(document, resource.schema).ref) {
    const shown = { store: resource.store, idType: resource.idType, schema };
    const parents = { [call.plan.idParameter ?? '']: stored.id };
    return answerRecord(call, makeRecord(document, shown, bodyOf(call), { id: stored.id, now: call.now, parents }));
  }
  const own = shapeOf(document, resource.schema).properties;
  const fixed = serverProperties(document, resource);
  const sent = Object.fromEntries(Object.entries(bodyOf(call)).filter(([name]) => name in own && !fixed.has(name)));
  const body = touch(document, resource, { ...stored.body, ...sent }, call.now);
  await updateRecord(call.db, stored.seq, body);
  return answerRecord(call, body);
};
