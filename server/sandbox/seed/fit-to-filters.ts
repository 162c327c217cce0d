import type { RecordBody } from '../../dialect/record-body.ts';
import type { OpenApiDocument, Schema } from '../../openapi/document-types.ts';
import { exampleOfRecord } from '../../openapi/example-of.ts';
import { isMailTime } from '../../openapi/mail-time.ts';
import type { Moving } from '../../openapi/sample/believable/believable-text.ts';
import { flattenSchema } from '../../openapi/sample/flatten-schema.ts';
import { shapeOf, typeOf } from '../../openapi/schema-shape.ts';
import { validatorOf } from '../../openapi/validator.ts';
import { askedParameters } from '../../plan/asked-parameters.ts';
import type { OperationPlan, Resource } from '../../plan/plan-types.ts';

/** What a list can be asked for by a property: the schema of the parameter that filters by it. */
export type Askable = [property: string, asked: Schema][];

/** Values that ask for all records, or for several at once. */
const noValue = /^(?:all|any|both|none|everything|todos|todas|tudo)$|,/i;

/** The properties that the lists of a resource filter by, where only certain values can be asked for. */
export function askableOf(document: OpenApiDocument, { idKey }: Resource, operations: OperationPlan[]): Askable {
  return operations.flatMap(({ operation, filters, pathFilters }) => {
    const asked = new Map(askedParameters(document, operation).map(({ name, schema }) => [name, schema]));
    for (const { in: place, name, schema } of operation.parameters) if (place === 'path') asked.set(name, schema);
    return Object.entries({ ...filters, ...pathFilters }).flatMap(([name, property]): Askable => {
      if (property === idKey) return [];
      const schema = flattenSchema(document, asked.get(name) ?? {}).schema;
      const own = schema.items ? flattenSchema(document, schema.items as Schema).schema : schema;
      const values = own.enum?.filter((value) => !noValue.test(String(value)));
      return [[property, values?.length ? { ...own, enum: values } : own]];
    });
  });
}

/** A made record with values that its lists can be asked for, where its own schema leaves them open: `online`, not any word. */
export function fitToFilters(
  document: OpenApiDocument,
  schema: Schema,
  record: RecordBody,
  { askable, index, moving }: { askable: Askable; index: number; moving: Moving },
): RecordBody {
  const fitted = { ...record };
  for (const [property, asked] of askable) {
    const value = fitted[property];
    if (!/^(string|number)$/.test(typeof value) || takes(asked, value)) continue;
    const own = shapeOf(document, schema).properties[property];
    // A time has its own form.
    if (own && isMailTime(flattenSchema(document, own).schema)) continue;
    const sample = exampleOfRecord(document, asked, { direction: 'response', name: property, index, moving });
    const other = typeOf(document, own) === 'string' && typeof sample === 'number' ? String(sample) : sample;
    if (typeof other !== typeof value || (own && validatorOf(document).response(own, other).length > 0)) continue;
    fitted[property] = other;
  }
  return fitted;
}

/** Whether a parameter takes a value, by the rules that properties often leave out. */
function takes({ type, format, enum: values, minimum, maximum }: Schema, value: unknown): boolean {
  if (values) return values.some((each) => String(each) === String(value));
  const types = [type ?? []].flat();
  const isNumber = types.includes('integer') || types.includes('number');
  if (isNumber && !types.includes('string') && !/^-?\d+(?:\.\d+)?$/.test(String(value))) return false;
  if (isNumber && (Number(value) < Number(minimum ?? value) || Number(value) > Number(maximum ?? value))) return false;
  return format !== 'date-time' || typeof value !== 'string' || /^\d{4}-\d\d-\d\dT/.test(value);
}
