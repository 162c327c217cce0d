import { readInteger } from '../../answers/exact-json.ts';
import type { OpenApiDocument, Schema } from '../../openapi/document-types.ts';
import { findByPointer } from '../../openapi/resolve.ts';
import { narrowTo, shapeOf } from '../../openapi/schema-shape.ts';
import { parseJsonBody } from '../bodies/json-body.ts';
import type { Tree } from './read-form.ts';

interface Options {
  /** Whether an object or list may be JSON text, the default encoding of form fields (OpenAPI 3.1, Encoding Object). */
  jsonTexts?: boolean;
}

/** Converts texts to the types of a schema; what does not fit stays text, for validation to report. */
export function coerce(
  document: OpenApiDocument,
  schema: Schema | undefined,
  tree: Tree,
  options: Options = {},
): unknown {
  if (tree === null) return null;
  const { types, items } = shapeOf(document, schema);
  if (typeof tree === 'string') return coerceText(document, schema, tree, options);
  const isList = types.has('array') && !types.has('object');
  if (Array.isArray(tree)) return tree.map((item) => coerce(document, isList ? items : undefined, item, options));
  if (isList || (types.size === 0 && isNumbered(tree)))
    return inOrder(tree).map((item) => coerce(document, items, item, options));
  const narrowed = schema && narrowTo(document, schema, tree);
  return Object.fromEntries(
    Object.entries(tree).map(([name, child]) => [
      name,
      coerce(document, propertyOf(document, narrowed, name), child, options),
    ]),
  );
}

function coerceText(document: OpenApiDocument, schema: Schema | undefined, text: string, options: Options): unknown {
  const { types, items } = shapeOf(document, schema);
  const isBlank = text.trim() === '';
  if (text === '' && mayBeNull(document, schema)) return null;
  if (types.has('string')) return text;
  if (options.jsonTexts && (types.has('object') || types.has('array')) && /^\s*[{[]/.test(text))
    return parseJsonBody(text);
  if (types.has('array')) return isBlank ? [] : [coerce(document, items, text, options)];
  if (types.has('object')) return isBlank ? {} : text;
  if ((types.has('number') || types.has('integer')) && /^\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d{1,3})?\s*$/.test(text))
    return readInteger(text.trim());
  if (types.has('boolean') && /^\s*(true|false|1|0)\s*$/.test(text)) return /true|1/.test(text);
  return allowedValues(document, schema).find((value) => String(value) === text) ?? text;
}

/** The schema of a property, or of additional properties. */
export function propertyOf(document: OpenApiDocument, schema: Schema | undefined, name: string): Schema | undefined {
  const { properties } = shapeOf(document, schema);
  if (Object.hasOwn(properties, name)) return properties[name];
  const others = partsOf(document, schema).find(({ additionalProperties }) => typeof additionalProperties === 'object');
  return others?.additionalProperties as Schema | undefined;
}

function mayBeNull(document: OpenApiDocument, schema: Schema | undefined): boolean {
  return partsOf(document, schema).some(
    ({ type, oneOf, anyOf }) =>
      [type ?? []].flat().includes('null') ||
      [...(oneOf ?? []), ...(anyOf ?? [])].some((variant) => variant.type === 'null'),
  );
}

function allowedValues(document: OpenApiDocument, schema: Schema | undefined): unknown[] {
  return partsOf(document, schema).flatMap((part) => [
    ...(part.enum ?? []),
    ...(part.const === undefined ? [] : [part.const]),
  ]);
}

/** A schema, its reference's target and its `allOf` parts, recursively. */
export function partsOf(document: OpenApiDocument, schema: Schema | undefined, depth = 0): Schema[] {
  if (!schema || depth > 8) return [];
  const referred = schema.$ref ? (findByPointer(document, schema.$ref) as Schema | undefined) : undefined;
  return [schema, ...[referred, ...(schema.allOf ?? [])].flatMap((part) => partsOf(document, part, depth + 1))];
}

function isNumbered(tree: { [name: string]: Tree }): boolean {
  const names = Object.keys(tree);
  return names.length > 0 && names.every((name) => /^\d{1,6}$/.test(name));
}

/** Sorts items by position; gaps are allowed. */
function inOrder(tree: { [name: string]: Tree }): Tree[] {
  if (!isNumbered(tree)) return [tree];
  return Object.entries(tree)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, item]) => item);
}
