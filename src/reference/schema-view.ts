import type { Schema } from '../documents/operation-data.ts';
import { constantsOf } from './constants-of.ts';
import { addRules, isAnnotation, type Rules } from './merge-schemas.ts';
import { oncePerSchema } from './once-per-schema.ts';

export type Schemas = Record<string, Schema>;

/**
 * A schema prepared for display: references resolved, `allOf` merged, and a choice of one merged, too, as in `anyOf: [X, null]`.
 * `oneOf` and `anyOf` have only variants that are not null.
 */
export interface SchemaView extends Rules {
  /** Name of the component schema it came from. */
  name?: string;
  isNullable: boolean;
}

/** The names of component schemas whose rules are shown beside: what a variant inherits from them is not repeated. */
export type Beside = ReadonlySet<string>;

const componentSchemas = '#/components/schemas/';
const nothing: Beside = new Set();
const viewOnce = oncePerSchema((schema: Schema, schemas) =>
  view(schema, { schemas, beside: nothing, trail: [], cuts: { count: 0 } }),
);

/** The name in a `$ref` to a component schema. */
export function nameOfRef(ref: string): string {
  return ref.slice(componentSchemas.length);
}

function findSchema(schemas: Schemas, name: string): Schema | undefined {
  return Object.hasOwn(schemas, name) ? schemas[name] : undefined;
}

/** What references lead to, where nothing was cut: compositions may refer to one schema very often. */
const followed = new WeakMap<Schemas, Map<string, SchemaView>>();

/** Resolves references and merges what a schema is composed of. The result is cached: never modify it. */
export function viewSchema(schema: Schema | boolean | undefined, schemas: Schemas, beside = nothing): SchemaView {
  if (typeof schema !== 'object') return { schema: schema === false ? { not: {} } : {}, also: [], isNullable: false };
  return beside.size > 0 ? view(schema, { schemas, beside, trail: [], cuts: { count: 0 } }) : viewOnce(schema, schemas);
}

interface Way {
  schemas: Schemas;
  beside: Beside;
  /** The names of the references followed. */
  trail: string[];
  /** How often that has ended a view: what is seen there depends on where one comes from. */
  cuts: { count: number };
}

function view(given: Schema, way: Way): SchemaView {
  const { $ref, allOf = [], ...own } = given;
  const isInherited = allOf.map((part) => typeof part === 'object' && part.$ref !== undefined);
  const composed = allOf.map((part, index) => viewPart(part, way, isInherited[index] ?? false));
  const choice = onlyChoice(own);
  const referred = $ref === undefined ? [] : [follow($ref, way)];
  const inner = choice.only === undefined ? [] : [viewPart(choice.only, way, false)];
  const parts = [...referred, ...composed, ...inner];
  const merged = mergeParts(parts, choice.rest);
  const isNullable = choice.isNullable || parts.some((part) => part.isNullable) || hasNull(merged.schema);
  const name = nameOfParts(parts, choice.rest);
  return { ...merged, isNullable, ...(name !== undefined && { name }) };
}

function viewPart(part: Schema | boolean, way: Way, isInherited: boolean): SchemaView {
  if (typeof part !== 'object') return viewSchema(part, way.schemas);
  const shown = view(part, way);
  const base = isInherited && part.$ref !== undefined ? nameOfRef(part.$ref) : undefined;
  return base !== undefined && isBase(base, shown.schema, way)
    ? { ...shown, schema: withoutChoice(shown.schema) }
    : shown;
}

function follow($ref: string, way: Way): SchemaView {
  const name = nameOfRef($ref);
  const target = findSchema(way.schemas, name);
  if (way.beside.has(name)) return { schema: {}, also: [], isNullable: false };
  const isCut = way.trail.includes(name);
  if (isCut) way.cuts.count++;
  if (!target || isCut) return { schema: {}, also: [], isNullable: false, name };
  const known = way.beside.size === 0 ? followedIn(way.schemas) : undefined;
  const found = known?.get(name);
  if (found) return found;
  const { count } = way.cuts;
  const seen = { ...view(target, { ...way, trail: [...way.trail, name] }), name };
  if (way.cuts.count === count) known?.set(name, seen);
  return seen;
}

function followedIn(schemas: Schemas): Map<string, SchemaView> {
  const known = followed.get(schemas) ?? new Map();
  followed.set(schemas, known);
  return known;
}

/** Merges the parts of a composition in their order; texts are those of the whole, else of what is written out in it, else inherited. */
function mergeParts(parts: SchemaView[], own: Schema): Rules {
  const merged: Rules = { schema: {}, also: [] };
  for (const part of [...parts, { schema: own, also: [] }]) addRules(merged, part);
  const inherited = parts.filter(({ name }) => name !== undefined);
  const written = parts.filter(({ name }) => name === undefined);
  for (const { schema } of [...inherited.toReversed(), ...written.toReversed(), { schema: own }])
    annotate(merged.schema, schema);
  // The title of a base is not that of what extends it.
  if (nameOfParts(parts, own) === undefined) {
    const title = [own, ...written.map(({ schema }) => schema)].find((schema) => schema.title !== undefined)?.title;
    if (title === undefined) delete merged.schema.title;
    else merged.schema.title = title;
  }
  return merged;
}

function annotate(into: Schema, schema: Schema): void {
  if (schema.example !== undefined || schema.examples !== undefined) {
    delete into.example;
    delete into.examples;
  }
  for (const [keyword, value] of Object.entries(schema)) if (isAnnotation(keyword)) into[keyword] = value;
}

const structure = ['properties', 'patternProperties', 'additionalProperties', 'oneOf', 'anyOf', 'prefixItems', 'if'];

/** A composition that only describes or limits one named schema has its name. */
function nameOfParts(parts: SchemaView[], own: Schema): string | undefined {
  const [named, second] = parts.filter(({ name }) => name !== undefined);
  if (!named || second) return undefined;
  const others = [own, ...parts.filter((part) => part !== named).map(({ schema }) => schema)];
  return others.some((schema) => structure.some((keyword) => keyword in schema)) ? undefined : named.name;
}

/** The single variant of a choice that is not null, and what the schema says besides; a choice among constants is an enum. */
function onlyChoice(schema: Schema): { rest: Schema; only?: Schema; isNullable: boolean } {
  const { oneOf, anyOf, ...rest } = schema;
  const isFree = schema.discriminator === undefined;
  let isNullable = false;
  let only: Schema | undefined;
  for (const [keyword, listed] of Object.entries({ oneOf, anyOf })) {
    if (!Array.isArray(listed)) continue;
    const real = listed.filter((variant) => !isNull(variant));
    if (real.length < listed.length) isNullable = true;
    const constants = isFree && !rest.enum ? constantsOf(real) : undefined;
    if (constants) Object.assign(rest, constants);
    else if (real.length === 1 && isFree && only === undefined) only = real[0];
    else if (real.length > 0) rest[keyword] = real;
  }
  return only === undefined ? { rest, isNullable } : { rest, only, isNullable };
}

export function isNull(schema: Schema): boolean {
  const { type, enum: allowed } = schema;
  return [type].flat().join() === 'null' || schema.const === null || (allowed?.length === 1 && allowed[0] === null);
}

function hasNull({ type }: Schema): boolean {
  return Array.isArray(type) && type.includes('null');
}

/** Whether the variants of a schema extend it: what extends it as well is no choice among them. */
function isBase(name: string, { oneOf, anyOf, discriminator }: Schema, { schemas, trail, cuts }: Way): boolean {
  const variants = oneOf ?? anyOf;
  if (!variants) return discriminator !== undefined;
  const names = variants.flatMap(({ $ref }) => ($ref === undefined ? [] : [nameOfRef($ref)]));
  const isInside = names.some((variant) => trail.includes(variant));
  if (isInside) cuts.count++;
  return isInside || names.some((variant) => extendsSchema(variant, name, schemas));
}

function extendsSchema(name: string, base: string, schemas: Schemas, depth = 0): boolean {
  const parts = findSchema(schemas, name)?.allOf ?? [];
  return parts.some(({ $ref }) => {
    if ($ref === undefined || depth > 8) return false;
    const above = nameOfRef($ref);
    return above === base || extendsSchema(above, base, schemas, depth + 1);
  });
}

function withoutChoice({ oneOf: _, anyOf: __, discriminator: ___, ...base }: Schema): Schema {
  return base;
}
