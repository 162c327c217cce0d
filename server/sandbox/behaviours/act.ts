import type { RecordBody } from '../../dialect/record-body.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import { schemaAt } from '../../plan/record-place.ts';
import { changeRecord } from '../../records/change-record.ts';
import { makeRecord, serverProperties } from '../../records/make-record.ts';
import { findOlderShape } from '../../records/show/older-shape.ts';
import { answerRecord } from './answer-record.ts';
import { type Behaviour, bodyOf, type Call, clockOf, getRecord, knownOf, placeOfCall, resourceOf } from './call.ts';
import { bounded } from './change-fields.ts';
import { followed, happeningOf } from './follow-link.ts';
import { join } from './join.ts';
import { changedMembers } from './members.ts';

/** An action on a record, which must exist: fields of the body change it, and the response is as documented. */
export const act: Behaviour = async (call) => {
  if (call.plan.joins) return join(call, call.plan.joins);
  const { document } = call.api;
  const resource = resourceOf(call);
  const place = await placeOfCall(call);
  const stored = await getRecord(call, place);
  followed(call, stored.body);
  const { schema: whole, recordAt } = call.plan.success;
  const schema = recordAt ? schemaAt(document, whole, recordAt) : whole;
  const find = (inside: Call) => getRecord(inside, place);
  const changeBy = (sent: RecordBody) => (before: RecordBody) => {
    return bounded({ ...followed(call, before), ...sent, ...changedMembers(call, before) });
  };
  const isOwn = findOlderShape(call.api, call.plan) !== undefined;
  if (schema && !isOwn && shapeOf(document, schema).ref !== shapeOf(document, resource.schema).ref) {
    if (changedMembers(call, stored.body)) await changeRecord(call, place, find, changeBy({}), happeningOf(call));
    const shown = { store: resource.store, idType: resource.idType, schema };
    const parents = { [call.plan.idParameter ?? '']: stored.id };
    return answerRecord(call, makeRecord(document, shown, bodyOf(call), { id: stored.id, ...clockOf(call), parents }));
  }
  const own = shapeOf(document, resource.schema).properties;
  const fixed = serverProperties(resource, document);
  const sent = Object.fromEntries(Object.entries(bodyOf(call)).filter(([name]) => name in own && !fixed.has(name)));
  const change = changeBy({ ...sent, ...knownOf(call) });
  const { body } = await changeRecord(call, place, find, change, happeningOf(call));
  return answerRecord(call, body);
};
