import type { Condition } from '../../dialect/filters/condition.ts';
import type { Field } from '../../dialect/filters/record-fields.ts';
import { shapeOf, typeOf } from '../../openapi/schema-shape.ts';
import type { ParentLink } from '../../plan/plan-types.ts';
import type { Call } from '../behaviours/call.ts';

/** The conditions on the records of a list that is below others: they name those of the path, or are named by them. */
export function linksOf(call: Call): Condition[] {
  const { api, plan, parameters, named } = call;
  return (plan.links ?? []).map((link): Condition => {
    const { idKey = 'id', idType, schema } = plan.resource ?? {};
    if (link.isAbove) {
      const field: Field = { name: idKey, path: [idKey], kind: idType === 'integer' ? 'number' : 'text' };
      return { or: (named ?? []).map((id) => equal(field, id)) };
    }
    return equal(fieldOf(link, api.document, schema), parameters.path[link.parameter]);
  });
}

/** Compares a field with an id as what the field holds: ids in paths are texts. */
export function equal(field: Field, id: unknown): Condition {
  return { field, operator: 'eq', value: field.kind === 'number' ? Number(id) : String(id) };
}

function fieldOf(
  { property, key, isList }: ParentLink,
  document: Call['api']['document'],
  schema: Parameters<typeof shapeOf>[1],
): Field {
  if (isList) return { name: property, path: [property], kind: 'list', ...(key !== undefined && { key }) };
  const own = shapeOf(document, schema).properties[property];
  const compared = key === undefined ? own : shapeOf(document, own).properties[key];
  const kind = /integer|number/.test(typeOf(document, compared) ?? '') ? 'number' : 'text';
  const path = key === undefined ? [property] : [property, key];
  return { name: path.join('.'), path, kind };
}
