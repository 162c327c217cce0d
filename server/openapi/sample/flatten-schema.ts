import type { OpenApiDocument, Schema } from '../document-types.ts';
import { findByPointer } from '../resolve.ts';

/** A schema without compositions: references followed, `allOf` merged, one variant of each `oneOf` and `anyOf` chosen. */
export interface Flat {
  schema: Schema;
  /** The references followed on the way. */
  refs: string[];
  /** The parts that say `if`, `not` or `contains`: several of them hold side by side. */
  rules: Schema[];
}

const depthLimit = 16;

/** Flattens a schema one level deep; `variant` is the index of the variant to choose, or the last one if there are fewer. */
export function flattenSchema(document: OpenApiDocument, schema: Schema, variant = 0): Flat {
  const flat: Flat = { schema: {}, refs: [], rules: [] };
  add(schema, 0, false);
  return flat;

  function add(part: Schema | boolean | undefined, depth: number, isInherited: boolean): void {
    if (typeof part !== 'object' || part === null || depth > depthLimit) return;
    const { $ref, allOf, oneOf, anyOf, ...own } = part;
    mergeInto(flat.schema, own);
    if (own.if !== undefined || own.not !== undefined || own.contains !== undefined) flat.rules.push(own);
    if ($ref !== undefined && !flat.refs.includes($ref)) {
      flat.refs.push($ref);
      add(findByPointer(document, $ref) as Schema | undefined, depth + 1, isInherited);
    }
    for (const each of allOf ?? []) add(each, depth + 1, true);
    if (!oneOf && !anyOf) addChild(part, depth, isInherited);
    for (const variants of [oneOf, anyOf]) {
      const chosen = variants && chooseVariant(variants, variant);
      if (!chosen) continue;
      discriminate(part, chosen);
      add(chosen, depth + 1, false);
    }
  }

  /** A base schema without variants is the first that its discriminator maps; what extends it has its own value. */
  function addChild(part: Schema, depth: number, isInherited: boolean): void {
    const mapped = Object.values(
      (part.discriminator as { mapping?: Record<string, string> } | undefined)?.mapping ?? {},
    );
    const pointers = mapped.map((target) => (target.startsWith('#') ? target : `#/components/schemas/${target}`));
    const $ref = isInherited ? flat.refs.find((each) => pointers.includes(each)) : pointers[0];
    if ($ref === undefined) return;
    discriminate(part, { $ref });
    if (!isInherited) add({ $ref }, depth + 1, false);
  }

  /** Sets the discriminator property to the chosen variant's value (OpenAPI 3.1, Discriminator Object). */
  function discriminate(part: Schema, { $ref }: Schema): void {
    const { propertyName, mapping = {} } = (part.discriminator ?? {}) as {
      propertyName?: string;
      mapping?: Record<string, string>;
    };
    if (!propertyName || $ref === undefined) return;
    const name = $ref.split('/').at(-1) ?? '';
    const value = Object.keys(mapping).find((key) => mapping[key] === $ref || mapping[key] === name) ?? name;
    mergeInto(flat.schema, { properties: { [propertyName]: { const: value } } });
  }
}

/** How many variants a schema has at its top level. */
export function countVariants(document: OpenApiDocument, schema: Schema, depth = 0): number {
  if (typeof schema !== 'object' || schema === null || depth > depthLimit) return 1;
  const target = schema.$ref === undefined ? undefined : (findByPointer(document, schema.$ref) as Schema | undefined);
  const parts = [...(schema.allOf ?? []), ...(target ? [target] : [])];
  const own = (schema.oneOf ?? schema.anyOf ?? []).length;
  return Math.max(1, own, ...parts.map((part) => countVariants(document, part, depth + 1)));
}

function chooseVariant(variants: Schema[], index: number): Schema | undefined {
  const real = variants.filter((each) => typeof each === 'object' && each?.type !== 'null');
  return real[Math.min(index, real.length - 1)] ?? variants[0];
}

const greater = (before: bigint, added: bigint) => (before > added ? before : added);
const less = (before: bigint, added: bigint) => (before < added ? before : added);

type Merge = (before: never, added: never) => unknown;

const both = (before: Schema, added: Schema): Schema => ({ allOf: [before, added] });
const union = (before: string[], added: string[]) => [...new Set([...before, ...added])];
const byName =
  <Value>(merge: (before: Value, added: Value) => Value) =>
  (before: Record<string, Value>, added: Record<string, Value>) => {
    const merged = new Map(Object.entries(before));
    for (const [name, value] of Object.entries(added)) {
      const known = merged.get(name);
      merged.set(name, known === undefined ? value : merge(known, value));
    }
    return Object.fromEntries(merged);
  };
const merges: Record<string, Merge> = {
  properties: byName(both),
  patternProperties: byName(both),
  dependentSchemas: byName(both),
  dependentRequired: byName(union),
  required: union,
  items: both,
  propertyNames: both,
  prefixItems: (before: Schema[], added: Schema[]) =>
    Array.from({ length: Math.max(before.length, added.length) }, (_, index) =>
      both(before[index] ?? {}, added[index] ?? {}),
    ),
  type: (before: string | string[], added: string | string[]) => {
    const common = [before].flat().filter((type) => [added].flat().includes(type));
    return common.length > 0 ? common : before;
  },
  enum: (before: unknown[], added: unknown[]) => {
    const common = before.filter((value) => added.includes(value));
    return common.length > 0 ? common : before;
  },
  readOnly: (before: boolean, added: boolean) => before || added,
  writeOnly: (before: boolean, added: boolean) => before || added,
  ...Object.fromEntries(
    ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'].map((name) => [name, greater]),
  ),
  ...Object.fromEntries(
    ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'].map((name) => [name, less]),
  ),
};

/** Merges another part of a composition into a schema; for texts and examples the outer one wins. */
function mergeInto(schema: Schema, added: Schema): void {
  const hadExample = schema.example !== undefined || schema.examples !== undefined;
  for (const [keyword, value] of Object.entries(added)) {
    if (value === undefined) continue;
    const merge = merges[keyword];
    // An example beside a reference is nearer than one in its target, however it is written.
    if (/^examples?$/.test(keyword) && hadExample) continue;
    if (schema[keyword] === undefined) schema[keyword] = value;
    else if (merge) schema[keyword] = merge(schema[keyword] as never, value as never);
  }
}
