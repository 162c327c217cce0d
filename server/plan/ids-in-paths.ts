import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { exampleOf } from '../openapi/example-of.ts';
import { flattenSchema } from '../openapi/sample/flatten-schema.ts';
import { typeOf } from '../openapi/schema-shape.ts';
import { validatorOf } from '../openapi/validator.ts';
import type { OperationPlan, Resource } from './plan-types.ts';

/**
 * Makes ids fit every path that contains them: one path may accept only numbers, or texts that match a pattern, where others
 * accept any text. Rules that the record's own schema sets for its id take precedence.
 */
export function fitIdsToPaths(
  document: OpenApiDocument,
  resources: Map<string, Resource>,
  plans: OperationPlan[],
): void {
  for (const { operation, resource, idParameter, parents, steps = parents } of plans) {
    for (const { parameter, store } of [...steps, { parameter: idParameter, store: resource?.store }]) {
      const target = store === undefined ? undefined : resources.get(store);
      const declared = operation.parameters.find((each) => each.in === 'path' && each.name === parameter);
      if (target && declared?.schema) fitIds(document, target, declared.schema);
    }
  }
}

function fitIds(document: OpenApiDocument, resource: Resource, taken: Schema): void {
  if (resource.idType === 'integer' || isBound(document, resource.idSchema)) return;
  if (/integer|number/.test(typeOf(document, taken) ?? '')) resource.idType = 'integer';
  else if (isBound(document, taken)) {
    const both = resource.idSchema ? { allOf: [resource.idSchema, taken] } : taken;
    const example = exampleOf(document, both, { direction: 'response' });
    if (validatorOf(document).response(both, example).length === 0) resource.idSchema = both;
  }
}

/** Whether a schema restricts a text; a non-numeric example counts as a restriction. */
function isBound(document: OpenApiDocument, schema: Schema | undefined): boolean {
  if (!schema) return false;
  const { format, pattern, enum: allowed, minLength, maxLength, example } = flattenSchema(document, schema).schema;
  const rules = [format, pattern, allowed, minLength, maxLength];
  return rules.some((rule) => rule !== undefined) || /\D/.test(String(example ?? ''));
}
