import type { Answer } from '../../answers/answer.ts';
import type { RecordBody } from '../../dialect/record-body.ts';
import type { Schema } from '../../openapi/document-types.ts';
import { memoize } from '../../openapi/memoize.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import type { Resource } from '../../plan/plan-types.ts';
import type { ServedApi } from '../../plan/served-api.ts';
import { linkRecord } from '../../records/show/link-record.ts';
import type { Call } from '../../sandbox/behaviours/call.ts';

/** Adds links to the records of a response, and to embedded ones, wherever the response schema has a property for them. */
export function addLinks(call: Call, answer: Answer): Answer {
  const { plan, api } = call;
  if (
    !api.profile.links ||
    answer.status >= 400 ||
    typeof answer.body !== 'object' ||
    answer.body === null ||
    Buffer.isBuffer(answer.body)
  )
    return answer;
  return { ...answer, body: visit(call, plan.success.schema, answer.body) };
}

function visit(call: Call, schema: Schema | undefined, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const shape = shapeOf(call.api.document, schema);
  if (Array.isArray(value)) return shape.items ? value.map((item) => visit(call, shape.items, item)) : value;
  const resource = schema && resourceOf(schema, call.api);
  if (resource)
    return linkRecord(call.api, resource, schema, value as RecordBody, {
      baseUrl: call.baseUrl,
      ids: call.parameters.path,
    });
  const { list, success } = call.plan;
  // A wrapper holds records under one name, and is not itself a record.
  const inside = Object.entries(value).map(([name, child]) => [
    name,
    name === list?.key || name === list?.within || success.recordAt?.includes(name)
      ? visit(call, shape.properties[name], child)
      : child,
  ]);
  return Object.fromEntries(inside);
}

/** The resource whose records a schema describes. */
const resourceOf = memoize((schema: Schema, { plan, document }: ServedApi): Resource | undefined => {
  const { ref } = shapeOf(document, schema);
  if (ref === undefined) return undefined;
  return [...plan.resources.values()].find((resource) => shapeOf(document, resource.schema).ref === ref);
});
