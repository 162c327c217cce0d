import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { exampleOf } from '../openapi/example-of.ts';
import { resolve } from '../openapi/resolve.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { validatorOf } from '../openapi/validator.ts';
import { findFlag, findMeaning, meansPage, pageNumberOf, type WrapperFacts } from './wrapper-meanings.ts';

/** The maximum depth of wrapper objects: a schema may be recursive. */
const maxDepth = 3;

/** Fills the properties of a wrapper by the meaning of their names; unknown ones are left out unless they are required. */
export function fillByMeaning(
  document: OpenApiDocument,
  schema: Schema,
  facts: WrapperFacts,
  skip?: string,
  around: string[] = [],
): Record<string, unknown> {
  const { properties, required } = shapeOf(document, schema);
  const filled: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(properties)) {
    if (name === skip) continue;
    const value = meantValue(document, name, property, facts, around);
    if (value !== undefined) filled[name] = value;
    else if (required.has(name)) Object.assign(filled, standIn(document, name, property, around));
  }
  return filled;
}

function meantValue(
  document: OpenApiDocument,
  name: string,
  property: Schema,
  facts: WrapperFacts,
  around: string[],
): unknown {
  const shape = shapeOf(document, property);
  const flag = shape.types.has('boolean') ? findFlag(name) : undefined;
  const value = (flag ?? findMeaning(name, around.at(-1)))?.(facts);
  if (shape.types.has('object')) {
    if (value !== undefined && 'href' in shape.properties) return value === null ? undefined : { href: value };
    if (around.length === maxDepth) return undefined;
    const inner = fillByMeaning(document, property, facts, undefined, [...around, name]);
    return Object.keys(inner).length > 0 ? inner : undefined;
  }
  if (value === undefined || shape.types.has('array')) return undefined;
  return fit(resolve<Schema>(document, property), shape.types, value, facts);
}

/** A required property without a value. A mark of a page that is not there stays away: an example would lead nowhere, or in a circle. */
function standIn(document: OpenApiDocument, name: string, property: Schema, around: string[]): Record<string, unknown> {
  const { types, properties } = shapeOf(document, property);
  if (meansPage(name, around.at(-1))) {
    if (validatorOf(document).response(property, null).length === 0) return { [name]: null };
    return types.has('string') ? { [name]: '' } : {};
  }
  const holdsPages = types.has('object') && Object.keys(properties).some((each) => meansPage(each, name));
  return { [name]: holdsPages ? {} : exampleOf(document, property, { direction: 'response', name }) };
}

/** Adapts a value to the declared type: `next` may be a page number, and a missing page is null only where null is allowed. */
function fit(property: Schema, types: Set<string>, value: unknown, facts: WrapperFacts): unknown {
  const isNumeric = types.has('integer') || types.has('number');
  if (value === null) return [property.type ?? []].flat().includes('null') ? null : undefined;
  if (isNumeric && typeof value === 'string') return /^\d+$/.test(value) ? Number(value) : pageNumberOf(value, facts);
  if (isNumeric) return typeof value === 'number' ? value : undefined;
  if (types.has('string')) return typeof value === 'string' ? value : String(value);
  if (types.has('boolean')) return typeof value === 'boolean' ? value : undefined;
  return value;
}
