import type { Schema } from '../../openapi/document-types.ts';
import { aliasOf } from './alias.ts';
import { isBinary } from './is-binary.ts';
import { findMerged } from './merged-object.ts';
import type { AnySchema, TypeScope } from './type-model.ts';
import { typeOfArray } from './type-of-array.ts';
import { typeOfObject } from './type-of-object.ts';
import { grouped, literal, union } from './type-text.ts';

/** How deep types are written into each other; a schema that is deeper has a part of its own to be named. */
const deepest = 24;

/** The TypeScript type of a schema. */
export function typeOfSchema(scope: TypeScope, schema: AnySchema | undefined, depth = 0): string {
  if (schema === false) return 'never';
  if (schema === undefined || schema === true || typeof schema !== 'object' || depth > deepest) return 'unknown';
  const merged = findMerged(scope.document, schema);
  if (merged) return typeOfSchema(scope, merged, depth);
  const parts = [
    schema.$ref === undefined
      ? undefined
      : aliasOf(scope, schema.$ref, (inner, target) => typeOfSchema(inner, target, depth + 1)),
    ...(schema.allOf ?? []).map((part) => grouped(typeOfSchema(scope, part, depth + 1))),
    variantsOf(scope, schema.oneOf, depth),
    variantsOf(scope, schema.anyOf, depth),
    ownType(scope, schema, depth),
  ].filter((part) => part !== undefined && part !== 'unknown');
  const all = [...new Set(parts)];
  // `{}` says only that something is an object, which the other parts say, too.
  const telling = all.filter((part) => part !== 'Record<string, unknown>');
  const chosen = all.length > 1 && telling.length > 0 ? telling : all;
  const type = chosen.length > 1 ? chosen.map((part) => grouped(part as string)).join(' & ') : (chosen[0] ?? 'unknown');
  return isNullableReference(schema) ? `${type} | null` : type;
}

/** `nullable` beside a reference, which some writers keep in 3.1. */
function isNullableReference({ $ref, nullable }: Schema): boolean {
  return $ref !== undefined && nullable === true;
}

function variantsOf(scope: TypeScope, variants: Schema[] | undefined, depth: number): string | undefined {
  if (!variants?.length) return undefined;
  // A base schema names the variants that extend it: one of them is being written, and the others are none of its business.
  if (variants.some((variant) => isCircle(scope, variant))) return undefined;
  return union(variants.map((variant) => typeOfSchema(scope, variant, depth + 1)));
}

function isCircle({ expanding }: TypeScope, variant: Schema | undefined): boolean {
  return variant?.$ref !== undefined && expanding.has(variant.$ref);
}

/** The type that the schema's own keywords say, without its references and compositions. */
function ownType(scope: TypeScope, schema: Schema, depth: number): string | undefined {
  if (schema.const !== undefined) return literal(schema.const);
  if (Array.isArray(schema.enum)) return union(schema.enum.map(literal));
  if (isBinary(schema)) return 'Binary';
  // What is inside may name any type, also the one that is being written.
  const inside = { ...scope, expanding: new Set<string>() };
  const write = (inner: AnySchema | undefined) => typeOfSchema(inside, inner, depth + 1);
  const types = [schema.type ?? []].flat();
  const isObject =
    schema.properties !== undefined ||
    schema.patternProperties !== undefined ||
    schema.additionalProperties !== undefined;
  if (types.length === 0) {
    if (isObject || schema.required) return typeOfObject(scope, schema, write);
    return schema.items !== undefined || schema.prefixItems ? typeOfArray(schema, write) : undefined;
  }
  return union(types.map((type) => typeNamed(type)));

  function typeNamed(type: string): string {
    if (type === 'object') return typeOfObject(scope, schema, write);
    if (type === 'array') return typeOfArray(schema, write);
    if (type === 'integer') return 'number';
    return ['string', 'number', 'boolean', 'null'].includes(type) ? type : 'unknown';
  }
}
