import type { Answer } from '../../answers/answer.ts';
import { notFound } from '../../answers/refusal.ts';
import type { RecordBody } from '../../dialect/record-body.ts';
import { numberInText } from '../../openapi/number-in-text.ts';
import { shapeOf, typeOf } from '../../openapi/schema-shape.ts';
import type { OperationPlan } from '../../plan/plan-types.ts';
import { changeRecord } from '../../records/change-record.ts';
import { findRecord } from '../../records/find-record.ts';
import { answerRecord } from './answer-record.ts';
import { type Call, getRecord, placeOfCall, resourceOf } from './call.ts';
import { bounded } from './change-fields.ts';

/** Adds the id of a record to the list that another has of such, or takes it away; what is no record cannot be added. */
export async function join(call: Call, joins: NonNullable<OperationPlan['joins']>): Promise<Answer> {
  const { property, parameter, store, does } = joins;
  const place = await placeOfCall(call);
  const id = call.parameters.path[parameter];
  const other = store && { workspaceId: place.workspaceId, api: place.api, store };
  if (other && does === 'join' && !(await findRecord(call.db, other, String(id)))) throw notFound(String(id));
  const change = (before: RecordBody) => {
    const listed = Array.isArray(before[property]) ? before[property] : [];
    const others = listed.filter((each) => String(each) !== String(id));
    return bounded({ ...before, [property]: does === 'join' ? [...others, asListed(call, property, id)] : others });
  };
  const { body } = await changeRecord(call, place, (inside) => getRecord(inside, place), change);
  return answerRecord(call, body);
}

/** An id of a path as the list has such: a number in a list of numbers. */
function asListed(call: Call, property: string, id: unknown): unknown {
  const { document } = call.api;
  const list = shapeOf(document, resourceOf(call).schema).properties[property];
  const { items } = shapeOf(document, list);
  return numberInText(document, items, String(id)) ?? (typeOf(document, items) === 'string' ? String(id) : id);
}
