import { readInteger } from '../answers/exact-json.ts';
import type { OpenApiDocument, Schema } from './document-types.ts';
import { Ready, type Tree } from './nested-names.ts';
import { findByPointer } from './resolve.ts';
import { narrowTo, shapeOf } from './schema-shape.ts';

interface Options {
  /** Reads an object or list that may be JSON text, the default encoding of form fields (OpenAPI 3.1, Encoding Object). */
  parseJson?: (text: string) => unknown;
}

/** Converts texts to the types of a schema; what does not fit stays text, for validation to report. */
export function coerce(
  document: OpenApiDocument,
  schema: Schema | undefined,
  tree: Tree,
  options: Options = {},
): unknown {
  if (tree === null) return null;
  if (tree instanceof Ready) return tree.value;
  if (typeof tree === 'string') return coerceText(document, schema, tree, options);
  const takers = variantsOf(document, schema).filter((variant) => {
    const { types } = shapeOf(document, variant);
    return types.size === 0 || types.has('array') || types.has('object');
  });
  const isObject = (variant: Schema | undefined) => shapeOf(document, variant).types.has('object');
  const list = takers.find((variant) => shapeOf(document, variant).types.has('array') && !isObject(variant));
  const { items } = shapeOf(document, list);
  if (Array.isArray(tree)) return tree.map((item) => coerce(document, items, item, options));
  const isList = list && (isNumbered(tree) || !takers.some(isObject));
  if (isList || (takers.every((taker) => shapeOf(document, taker).types.size === 0) && isNumbered(tree)))
    return inOrder(tree).map((item) => coerce(document, items, item, options));
  const narrowed = schema && narrowTo(document, schema, tree);
  return Object.fromEntries(
    Object.entries(tree).map(([name, child]) => [
      name,
      coerce(document, propertyOf(document, narrowed, name), child, options),
    ]),
  );
}

/** The first variant that takes a text decides its type; one that lists the text goes before all others. */
function coerceText(document: OpenApiDocument, schema: Schema | undefined, text: string, options: Options): unknown {
  const variants = variantsOf(document, schema);
  for (const variant of variants) {
    const listed = allowedValues(document, variant).find((value) => String(value) === text);
    if (listed !== undefined) return listed;
  }
  if (text === '' && mayBeNull(document, schema)) return null;
  for (const variant of variants) {
    const read = readText(document, variant, text, options);
    if (read !== undefined) return read;
  }
  return text;
}

/** A text in the type of a schema without variants; undefined if it is of another type. */
function readText(document: OpenApiDocument, schema: Schema, text: string, options: Options): unknown {
  const { types, items } = shapeOf(document, schema);
  if (types.has('string')) return allowedValues(document, schema).length > 0 ? undefined : text;
  const isBlank = text.trim() === '';
  if (options.parseJson && (types.has('object') || types.has('array')) && /^\s*[{[]/.test(text))
    return options.parseJson(text);
  if (types.has('array')) return isBlank ? [] : [coerce(document, items, text, options)];
  if (types.has('object')) return isBlank ? {} : undefined;
  if ((types.has('number') || types.has('integer')) && /^\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d{1,3})?\s*$/.test(text))
    return readInteger(text.trim());
  if (types.has('boolean') && /^\s*(true|false|1|0)\s*$/.test(text)) return /true|1/.test(text);
  return undefined;
}

/** The schema of a property, or of additional properties. */
export function propertyOf(document: OpenApiDocument, schema: Schema | undefined, name: string): Schema | undefined {
  const { properties } = shapeOf(document, schema);
  if (Object.hasOwn(properties, name)) return properties[name];
  const others = variantsOf(document, schema)
    .flatMap((variant) => partsOf(document, variant))
    .find(({ additionalProperties }) => typeof additionalProperties === 'object');
  return others?.additionalProperties as Schema | undefined;
}

/** The properties of a schema, and of all its variants. */
export function propertiesOf(document: OpenApiDocument, schema: Schema | undefined): Record<string, Schema> {
  const { properties } = shapeOf(document, schema);
  const variants = variantsOf(document, schema).filter((variant) => variant !== schema);
  return Object.assign({}, ...variants.map((variant) => shapeOf(document, variant).properties), properties);
}

function mayBeNull(document: OpenApiDocument, schema: Schema | undefined): boolean {
  return partsOf(document, schema).some(
    ({ type, oneOf, anyOf, nullable }) =>
      nullable === true ||
      [type ?? []].flat().includes('null') ||
      [...(oneOf ?? []), ...(anyOf ?? [])].some((variant) => variant.type === 'null'),
  );
}

function allowedValues(document: OpenApiDocument, schema: Schema): unknown[] {
  return partsOf(document, schema).flatMap((part) => [
    ...(Array.isArray(part.enum) ? part.enum : []),
    ...(part.const === undefined ? [] : [part.const]),
  ]);
}

/** A schema, its reference's target and its `allOf` parts, recursively. */
export function partsOf(document: OpenApiDocument, schema: Schema | undefined, depth = 0): Schema[] {
  if (!schema || depth > 8) return [];
  const referred = schema.$ref ? (findByPointer(document, schema.$ref) as Schema | undefined) : undefined;
  return [schema, ...[referred, ...(schema.allOf ?? [])].flatMap((part) => partsOf(document, part, depth + 1))];
}

/** The variants of a schema's `oneOf` or `anyOf`, and of theirs; the schema itself where it has none. */
function variantsOf(document: OpenApiDocument, schema: Schema | undefined, depth = 0): Schema[] {
  if (!schema) return [];
  const choice = depth < 4 && partsOf(document, schema).find(({ oneOf, anyOf }) => oneOf ?? anyOf);
  const variants = choice && (choice.oneOf ?? choice.anyOf)?.filter(({ type }) => type !== 'null');
  return variants ? variants.flatMap((variant) => variantsOf(document, variant, depth + 1)) : [schema];
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
