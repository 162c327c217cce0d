import type { OpenApiDocument, Schema } from '../document-types.ts';
import { soundEnum } from '../sound-enum.ts';
import { type Flat, flattenSchema } from './flatten-schema.ts';
import { sampleNumber } from './sample-number.ts';
import { sampleString } from './sample-string.ts';

export type Direction = 'request' | 'response';

export interface SampleOptions {
  direction: Direction;
  /** Whether to use the schema's examples and defaults; otherwise values come from its rules alone. */
  examples: boolean;
  /** The index of the variant to choose at the top level. */
  variant?: number;
}

/** The depth down to which optional properties are included; below it, only required ones. */
const optionalDepth = 6;
/** Deeper than any real record; a schema that requires itself has no finite value. */
const depthLimit = 24;
/** How many values a sample may have before it includes only required ones. */
const sizeLimit = 600;
/** More values than any sample is read with; schemas that require several of themselves have no end. */
const mostValues = 5_000;

/** Makes a value that satisfies a schema, without the properties that the direction forbids. */
export function sampleSchema(document: OpenApiDocument, schema: Schema, options: SampleOptions): unknown {
  let made = 0;
  return make(schema, [], options.variant);

  function make(part: Schema, above: string[], variant = 0): unknown {
    if (++made > mostValues) return null;
    const flat = flattenSchema(document, part, variant);
    const own = ownValue(flat.schema, options.examples);
    if (own !== undefined) return structuredClone(own);
    const path = [...above, flat.refs.join() || '-'];
    switch (typeOf(flat.schema)) {
      case 'object':
        return makeObject(flat, path);
      case 'array':
        return makeArray(flat, path);
      case 'string':
        return sampleString(flat.schema);
      case 'integer':
        return sampleNumber(flat.schema, true);
      case 'number':
        return sampleNumber(flat.schema, false);
      case 'boolean':
        return true;
      default:
        return null;
    }
  }

  function makeObject({ schema: flat }: Flat, path: string[]): Record<string, unknown> {
    const value: Record<string, unknown> = {};
    const required = new Set(flat.required ?? []);
    for (const [name, property] of Object.entries(flat.properties ?? {})) {
      if (isHidden(property)) continue;
      if (required.has(name) ? path.length < depthLimit : hasRoom(property, path)) value[name] = make(property, path);
    }
    const other = otherProperties(flat);
    // A required property without a schema becomes a text.
    for (const name of required)
      if (!Object.hasOwn(flat.properties ?? {}, name)) value[name] = make(other ?? { type: 'string' }, path);
    const least = Math.max(
      typeof flat.minProperties === 'number' ? flat.minProperties : 0,
      other && !flat.properties ? 1 : 0,
    );
    for (let index = 1; Object.keys(value).length < least && index <= least; index++) {
      const name = sampleString({ ...(flat.propertyNames as Schema), ...patternOf(flat) });
      const key = name === 'string' ? `property${index}` : name;
      if (other || flat.additionalProperties !== false) value[key] = make(other ?? {}, path);
    }
    return value;
  }

  function makeArray({ schema: flat }: Flat, path: string[]): unknown[] {
    const minItems = typeof flat.minItems === 'number' ? flat.minItems : 0;
    const maxItems = typeof flat.maxItems === 'number' ? flat.maxItems : Number.POSITIVE_INFINITY;
    const items = flat.items ?? (flat.contains as Schema | undefined) ?? {};
    const wanted = hasRoom(items, path) ? Math.max(minItems, 1) : minItems;
    const fixed = (flat.prefixItems ?? []).map((item) => make(item, path));
    const values = fixed.slice(0, maxItems);
    while (values.length < Math.min(wanted, maxItems, 100) && path.length < depthLimit) values.push(make(items, path));
    return flat.uniqueItems ? values.map((value, index) => distinct(document, value, index, items)) : values;
  }

  /** Optional parts end where a schema recurs or the sample is large already. */
  function hasRoom(part: Schema, path: string[]): boolean {
    if (path.length > optionalDepth || made > sizeLimit) return false;
    const { refs } = flattenSchema(document, part);
    return refs.length === 0 || !path.includes(refs.join());
  }

  function isHidden(property: Schema): boolean {
    const { readOnly, writeOnly } = flattenSchema(document, property).schema;
    return options.direction === 'request' ? readOnly === true : writeOnly === true;
  }
}

/** The value that a schema itself gives: its const, its example or default (if `examples`), or an allowed value. */
function ownValue(schema: Schema, examples: boolean): unknown {
  if (schema.const !== undefined) return schema.const;
  if (examples) {
    const shown = schema.example ?? schema.examples?.[0] ?? schema.default;
    if (shown !== undefined) return shown;
  }
  const allowed = soundEnum(schema);
  return allowed?.find((value) => value !== null) ?? allowed?.[0];
}

function typeOf(schema: Schema): string | undefined {
  const [type] = [schema.type ?? []].flat().filter((each) => each !== 'null');
  if (type !== undefined) return type;
  if (schema.type !== undefined) return 'null';
  if (schema.properties || schema.required || schema.additionalProperties || schema.minProperties !== undefined)
    return 'object';
  if (schema.items || schema.prefixItems || schema.minItems !== undefined) return 'array';
  if (schema.format || schema.pattern || schema.minLength !== undefined || schema.maxLength !== undefined)
    return 'string';
  if (schema.minimum !== undefined || schema.maximum !== undefined || schema.multipleOf !== undefined) return 'number';
  return undefined;
}

function otherProperties(schema: Schema): Schema | undefined {
  const patterned = Object.values((schema.patternProperties ?? {}) as Record<string, Schema>)[0];
  if (patterned) return patterned;
  return typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
}

function patternOf(schema: Schema): Schema {
  const [pattern] = Object.keys((schema.patternProperties ?? {}) as Record<string, Schema>);
  return pattern === undefined ? {} : { pattern };
}

/** Makes the items of a set differ: by the next allowed value, by counting up, by a number suffix, or by the first property that can. */
function distinct(document: OpenApiDocument, value: unknown, index: number, items: Schema): unknown {
  if (index === 0) return value;
  const { schema } = flattenSchema(document, items);
  const allowed = soundEnum(schema);
  if (allowed) return allowed[index % allowed.length];
  if (typeof value === 'number') return value + index * (typeof schema.multipleOf === 'number' ? schema.multipleOf : 1);
  if (typeof value === 'string') return `${value}${index + 1}`;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  for (const [name, own] of Object.entries(value)) {
    const other = distinct(document, own, index, schema.properties?.[name] ?? {});
    if (other !== own) return { ...value, [name]: other };
  }
  return value;
}
