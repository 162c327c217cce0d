import fc from 'fast-check';
import type { OpenApiDocument, Schema } from '../../openapi/document-types.ts';
import { exampleOf } from '../../openapi/example-of.ts';
import { countVariants, flattenSchema } from '../../openapi/sample/flatten-schema.ts';
import { shapeOf, typeOf } from '../../openapi/schema-shape.ts';
import { soundEnum } from '../../openapi/sound-enum.ts';

const maxDepth = 5;

/** Texts that people and programs often mishandle. */
const awkward = [
  '',
  ' ',
  '0',
  'null',
  'á ç ñ',
  '日本',
  '🚢',
  '\u0000',
  '\u202e',
  "'; --",
  '<b>',
  '../..',
  '%00',
  '1e400',
];

/** Values that a schema allows, and a few that it does not; the document's own validator decides. */
export function arbitraryValue(
  document: OpenApiDocument,
  schema: Schema | undefined,
  depth = 0,
): fc.Arbitrary<unknown> {
  if (typeof schema !== 'object' || schema === null || depth > maxDepth) return fc.constant('text');
  const variants = Array.from({ length: Math.min(countVariants(document, schema), 4) }, (_, index) => index);
  return fc.oneof(...variants.map((variant) => ofVariant(document, schema, variant, depth)));
}

function ofVariant(document: OpenApiDocument, schema: Schema, variant: number, depth: number): fc.Arbitrary<unknown> {
  const { schema: flat } = flattenSchema(document, schema, variant);
  const example = fc.constant(null).map(() => exampleOf(document, schema, { direction: 'request' }));
  const own = arbitraryOfFlat(document, flat, depth) ?? example;
  return fc.oneof({ weight: 4, arbitrary: own }, { weight: 1, arbitrary: example });
}

function arbitraryOfFlat(document: OpenApiDocument, flat: Schema, depth: number): fc.Arbitrary<unknown> | undefined {
  if (flat.const !== undefined) return fc.constant(flat.const);
  const allowed = soundEnum(flat);
  if (allowed && allowed.length > 0) return fc.constantFrom(...allowed);
  switch (typeOf(document, flat) ?? [...shapeOf(document, flat).types][0]) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer(boundsOf(flat));
    case 'number':
      return fc.double({ ...boundsOf(flat), noNaN: true });
    case 'string':
      return flat.format || flat.pattern ? undefined : textOf(flat);
    case 'array':
      return fc.array(arbitraryValue(document, flat.items, depth + 1), {
        minLength: Math.min(numberOf(flat.minItems, 0), 3),
        maxLength: Math.max(0, Math.min(numberOf(flat.maxItems, 3), 3)),
      });
    case 'object':
      return objectOf(document, flat, depth);
    default:
      return undefined;
  }
}

function objectOf(document: OpenApiDocument, flat: Schema, depth: number): fc.Arbitrary<unknown> {
  const properties = Object.entries(flat.properties ?? {});
  const writable = properties.filter(([, property]) => !flattenSchema(document, property).schema.readOnly);
  const model = Object.fromEntries(writable.map(([name, each]) => [name, arbitraryValue(document, each, depth + 1)]));
  const requiredKeys = (flat.required ?? []).filter((name) => Object.hasOwn(model, name));
  return fc.record(model, { requiredKeys });
}

function textOf(flat: Schema): fc.Arbitrary<string> {
  const minLength = Math.min(numberOf(flat.minLength, 0), 50);
  const maxLength = Math.max(minLength, Math.min(numberOf(flat.maxLength, 50), 50));
  const fits = awkward.filter(({ length }) => length >= minLength && length <= maxLength);
  const usual = fc.string({ unit: 'grapheme', minLength, maxLength });
  return fits.length === 0
    ? usual
    : fc.oneof({ weight: 3, arbitrary: usual }, { weight: 1, arbitrary: fc.constantFrom(...fits) });
}

function boundsOf({ minimum, maximum }: Schema): { min: number; max: number } {
  const min = Math.max(numberOf(minimum, -1_000_000), -2_147_483_648);
  return {
    min: Math.ceil(min),
    max: Math.max(Math.ceil(min), Math.floor(Math.min(numberOf(maximum, 1_000_000), 2_147_483_647))),
  };
}

function numberOf(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

/** Any JSON, and texts that are not JSON. */
export const arbitraryGarbage: fc.Arbitrary<string> = fc.oneof(
  fc.json({ maxDepth: 3 }),
  fc.constantFrom(
    '',
    '{',
    '{"a":1,"a":2}',
    '{"__proto__":{"admin":true}}',
    '{"constructor":{"prototype":{"x":1}}}',
    '[]',
    'null',
    '"text"',
    '1e999',
    `${'['.repeat(2000)}${']'.repeat(2000)}`,
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

export const arbitraryText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...awkward),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
