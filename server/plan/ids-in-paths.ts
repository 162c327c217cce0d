import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { exampleOf } from '../openapi/example-of.ts';
import { flattenSchema } from '../openapi/sample/flatten-schema.ts';
import { shapeOf, typeOf } from '../openapi/schema-shape.ts';
import { validatorOf } from '../openapi/validator.ts';
import { plain } from './names.ts';
import type { OperationPlan, Resource } from './plan-types.ts';
import { pointersTo } from './pointers.ts';

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

/** A text id that other records name by a number is made of digits; so is that of a record which has the id of such another one. */
export function fitIdsToPointers(document: OpenApiDocument, resources: Map<string, Resource>): void {
  const pointers = pointersTo(resources.values());
  for (const { schema } of resources.values()) {
    for (const [name, property] of Object.entries(shapeOf(document, schema).properties)) {
      const target = pointers.get(plain(name));
      if (target && target.schema !== schema && isNumeric(document, property)) countIds(target);
    }
  }
  for (const resource of resources.values())
    if (pointers.get(plain(resource.idKey ?? ''))?.idType === 'integer') countIds(resource);

  function countIds(resource: Resource): void {
    if (!isBound(document, resource.idSchema)) resource.idType = 'integer';
  }
}

function fitIds(document: OpenApiDocument, resource: Resource, taken: Schema): void {
  if (resource.idType === 'integer' || isBound(document, resource.idSchema)) return;
  if (isNumeric(document, taken)) resource.idType = 'integer';
  else if (isBound(document, taken)) {
    const both = resource.idSchema ? { allOf: [resource.idSchema, taken] } : taken;
    const example = exampleOf(document, both, { direction: 'response' });
    if (validatorOf(document).response(both, example).length === 0) resource.idSchema = both;
  }
}

function isNumeric(document: OpenApiDocument, schema: Schema): boolean {
  return /integer|number/.test(typeOf(document, schema) ?? '');
}

/** Whether a schema restricts a text; a non-numeric example counts as a restriction. */
function isBound(document: OpenApiDocument, schema: Schema | undefined): boolean {
  if (!schema) return false;
  const { format, pattern, enum: allowed, minLength, maxLength, example } = flattenSchema(document, schema).schema;
  const rules = [format, pattern, allowed, minLength, maxLength];
  return rules.some((rule) => rule !== undefined) || /\D/.test(String(example ?? ''));
}
