import type { RecordBody } from '../../dialect/record-body.ts';
import type { Schema } from '../../openapi/document-types.ts';
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
    const example = (schema: Schema | undefined, name: string) =>
      exampleOf(api.document, schema ?? {}, { direction: 'response', name });
    const whole = example(properties[property], property);
    const record = key === undefined ? undefined : ({ ...(typeof whole === 'object' ? whole : {}) } as RecordBody);
    // An owner may be null in the document's example, but the new record is somebody's.
    if (record && key !== undefined)
      record[key] ??= example(shapeOf(api.document, properties[property]).properties[key], key);
    path[parameter] = String(record && key !== undefined ? record[key] : whole);
    linked[property] = record ?? whole;
  }
  return { ...call, parameters: { ...parameters, path }, linked };
}
