import { typeOf } from '../../openapi/schema-shape.ts';
import { changeAt, schemaAt } from '../../plan/record-place.ts';
import { listRecords } from '../query/list-records.ts';
import { readQuestion } from '../query/read-question.ts';
import type { Behaviour } from './call.ts';
import { placeOfList } from './list.ts';
import { stateless } from './stateless.ts';

/** Answers how many records there are, of those that are asked for. */
export const count: Behaviour = async (call) => {
  const { condition } = readQuestion(call);
  const { total } = await listRecords(call.db, await placeOfList(call), { limit: 1, offset: 0, condition });
  const { countAt = [], success } = call.plan;
  const isText = typeOf(call.api.document, schemaAt(call.api.document, success.schema, countAt)) === 'string';
  const answer = await stateless(call);
  return { ...answer, body: changeAt(answer.body, countAt, () => (isText ? String(total) : total)) };
};
