import { shapeOf } from '../../openapi/schema-shape.ts';
import { makeRecord, serverProperties } from '../make-record.ts';
import { findOlderShape } from '../older-shape.ts';
import { answerRecord } from './answer-record.ts';
import { type Behaviour, bodyOf, clockOf, getRecord, placeOfCall, resourceOf } from './call.ts';
import { followed, followedTo } from './follow-link.ts';
import { saveChange } from './save-record.ts';

/** An action on a record: it must be there; what is sent under names of its own changes it, and the answer is what the document shows. */
export const act: Behaviour = async (call) => {
  const { document } = call.api;
  const resource = resourceOf(call);
  const place = await placeOfCall(call);
  const stored = await getRecord(call, place);
  followed(call, stored.body);
  const { schema } = call.plan.success;
  const isOwn = findOlderShape(call.api, call.plan) !== undefined;
  if (schema && !isOwn && shapeOf(document, schema).ref !== shapeOf(document, resource.schema).ref) {
    const shown = { store: resource.store, idType: resource.idType, schema };
    const parents = { [call.plan.idParameter ?? '']: stored.id };
    return answerRecord(call, makeRecord(document, shown, bodyOf(call), { id: stored.id, ...clockOf(call), parents }));
  }
  const own = shapeOf(document, resource.schema).properties;
  const fixed = serverProperties(resource, document);
  const sent = Object.fromEntries(Object.entries(bodyOf(call)).filter(([name]) => name in own && !fixed.has(name)));
  return answerRecord(
    call,
    await saveChange(
      call,
      place,
      () => getRecord(call, place),
      (before) => ({ ...followed(call, before), ...sent }),
      followedTo(call),
    ),
  );
};
