import type { RecordBody } from '../../dialect/record-body.ts';
import { exampleOf } from '../../openapi/example-of.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import type { Call } from './call.ts';

/** The call as if its path said whose the new record is, where the record itself does: its `owner`, who is the caller. */
export function placedByRecord(call: Call): Call {
  const { api, plan, parameters } = call;
  const missing = (plan.resource?.placedBy ?? []).filter(({ parameter }) => !Object.hasOwn(parameters.path, parameter));
  if (plan.role !== 'create' || missing.length === 0) return call;
  const { properties } = shapeOf(api.document, plan.resource?.schema);
  const path = { ...parameters.path };
  const linked: RecordBody = { ...call.linked };
  for (const { parameter, property, key } of missing) {
    const whole = exampleOf(api.document, properties[property] ?? {}, { direction: 'response', name: property });
    path[parameter] = String(key === undefined ? whole : (whole as RecordBody)[key]);
    linked[property] = whole;
  }
  return { ...call, parameters: { ...parameters, path }, linked };
}
