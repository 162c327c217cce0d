import type { OpenApiDocument, Parameter, Schema } from '../openapi/document-types.ts';
import type { Operation } from '../openapi/operations.ts';
import { resolve } from '../openapi/resolve.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { bodyOf } from './sent-body.ts';

/** How deep a body may hold what is asked of a list: `{"filter": {"status": "open"}}`. */
const deepest = 1;

/**
 * What may be asked of a list: its query parameters, those of an object one by one (`page[size]`), and the properties of the
 * body of a search.
 */
export function askedParameters(document: OpenApiDocument, operation: Operation): Parameter[] {
  const query = operation.parameters.flatMap((parameter) => {
    const { types, properties } = shapeOf(document, parameter.schema);
    if (parameter.in !== 'query' || parameter.style !== 'deepObject' || !types.has('object')) return [parameter];
    const parts = Object.entries(properties).map(([name, schema]) => ({
      ...parameter,
      name: `${parameter.name}[${name}]`,
      schema,
    }));
    // `created=7` beside `created[gte]=7`.
    return isAlsoPlain(document, parameter.schema) ? [parameter, ...parts] : parts;
  });
  if (operation.method === 'get') return query;
  const body = bodyOf(operation);
  return [...query, ...within(body, '', 0)];

  function within(schema: Schema | undefined, path: string, depth: number): Parameter[] {
    return Object.entries(shapeOf(document, schema).properties).flatMap(([name, property]) => {
      const own = `${path}${name}`;
      if (depth < deepest && shapeOf(document, property).types.has('object'))
        return within(property, `${own}.`, depth + 1);
      return [{ name: own, in: 'query' as const, schema: property }];
    });
  }
}

/** Whether a parameter is an object of parts, or one value. */
export function isAlsoPlain(document: OpenApiDocument, schema: Schema | undefined): boolean {
  const { anyOf, oneOf } = schema ? resolve<Schema>(document, schema) : {};
  return (anyOf ?? oneOf ?? []).some((variant) =>
    /string|integer|number/.test([...shapeOf(document, variant).types].join()),
  );
}

/** The values of a body under the names of `askedParameters`. */
export function askedValues(body: unknown, path = '', depth = 0): Record<string, unknown> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return {};
  const entries = Object.entries(body).flatMap(([name, value]) => {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (isObject && depth < deepest) return Object.entries(askedValues(value, `${path}${name}.`, depth + 1));
    return [[`${path}${name}`, value] as const];
  });
  return Object.fromEntries(entries);
}
