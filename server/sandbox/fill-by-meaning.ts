import { pageOf } from '../dialect/pagination/pager.ts';
import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { exampleOf } from '../openapi/example-of.ts';
import { resolve } from '../openapi/resolve.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { findMeaning, type WrapperFacts } from './wrapper-meanings.ts';

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
    else if (required.has(name)) filled[name] = standIn(document, name, property, facts, around);
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
  const value = findMeaning(name, around.at(-1))?.(facts);
  if (shape.types.has('object')) {
    if (value !== undefined && 'href' in shape.properties) return value === null ? undefined : { href: value };
    if (around.length === maxDepth) return undefined;
    const inner = fillByMeaning(document, property, facts, undefined, [...around, name]);
    return Object.keys(inner).length > 0 ? inner : undefined;
  }
  if (value === undefined || shape.types.has('array')) return undefined;
  return fit(resolve<Schema>(document, property), shape.types, value, facts);
}

/** A required property without a value: no mark where there is no page, since an example would lead nowhere. */
function standIn(
  document: OpenApiDocument,
  name: string,
  property: Schema,
  facts: WrapperFacts,
  around: string[],
): unknown {
  const isNoPage = findMeaning(name, around.at(-1))?.(facts) === null;
  if (isNoPage && shapeOf(document, property).types.has('string')) return '';
  return exampleOf(document, property, { direction: 'response' });
}

/** Adapts a value to the declared type: `next` may be a page number, and a missing page is null only where null is allowed. */
function fit(property: Schema, types: Set<string>, value: unknown, facts: WrapperFacts): unknown {
  const isNumeric = types.has('integer') || types.has('number');
  if (value === null) return [property.type ?? []].flat().includes('null') ? null : undefined;
  if (isNumeric && typeof value === 'string') return /^\d+$/.test(value) ? Number(value) : pageOf(facts.page) + 1;
  if (isNumeric) return typeof value === 'number' ? value : undefined;
  if (types.has('string')) return typeof value === 'string' ? value : String(value);
  if (types.has('boolean')) return typeof value === 'boolean' ? value : undefined;
  return value;
}
