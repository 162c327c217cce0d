import { isJson } from '../../../wire/media-types.ts';
import type { OpenApiDocument, Schema } from '../document-types.ts';
import { soundEnum } from '../sound-enum.ts';
import { type Flat, flattenSchema } from './flatten-schema.ts';
import { avoidExcluded, findApplying, type Holds } from './sample-conditions.ts';
import { distinct, schemasOfItems } from './sample-items.ts';
import { sampleNames } from './sample-names.ts';
import { sampleNumber } from './sample-number.ts';
import { sampleString } from './sample-string.ts';

export type Direction = 'request' | 'response';

export interface SampleOptions {
  direction: Direction;
  /** Whether to use the schema's examples and defaults; otherwise values come from its rules alone. */
  examples: boolean;
  /** The index of the variant to choose at the top level. */
  variant?: number;
  holds: Holds;
}

/** The depth down to which optional properties are included; below it, only required ones. */
const optionalDepth = 6;
/** Deeper than any real record; a schema that requires itself has no finite value. */
const depthLimit = 24;
/** How many values a sample may have before it includes only required ones. */
const sizeLimit = 600;
/** How often parts of a sample are made again, because what was made calls for more. */
const roundLimit = 60;
/** More values than any sample is read with; schemas that require several of themselves have no end. */
const mostValues = 5_000;

/** Makes a value that satisfies a schema, without the properties that the direction forbids. */
export function sampleSchema(document: OpenApiDocument, schema: Schema, options: SampleOptions): unknown {
  let made = 0;
  let rounds = 0;
  return make(schema, [], options.variant);

  function make(part: Schema, above: string[], variant = 0): unknown {
    if (++made > mostValues) return null;
    const flat = flattenSchema(document, part, variant);
    const own = ownValue(flat.schema, options.examples);
    const value = own === undefined ? makeValue(flat, above) : structuredClone(own);
    const settled = own === undefined ? applyConditions(part, { flat, value, above, variant }) : value;
    return flat.rules.length > 0 ? avoidExcluded(part, flat, settled, options.holds) : settled;
  }

  /** Makes a value again with what holds of it under a condition, until nothing more does. */
  function applyConditions(
    part: Schema,
    first: { flat: Flat; value: unknown; above: string[]; variant: number },
  ): unknown {
    let { flat, value } = first;
    const applied = new Map<string, Schema>();
    for (;;) {
      const next = [...findApplying(flat, value, options.holds)].filter(([name]) => !applied.has(name));
      if (next.length === 0 || ++rounds > roundLimit) return value;
      for (const [name, schema] of next) applied.set(name, schema);
      flat = flattenSchema(document, { allOf: [part, ...applied.values()] }, first.variant);
      value = makeValue(flat, first.above);
    }
  }

  function makeValue(flat: Flat, above: string[]): unknown {
    const path = [...above, flat.refs.join() || '-'];
    switch (typeOf(flat.schema)) {
      case 'object':
        return makeObject(flat, path);
      case 'array':
        return makeArray(flat, path);
      case 'string':
        return makeString(flat, path);
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

  function makeString({ schema: flat }: Flat, path: string[]): string {
    const isWritten = isJson(String(flat.contentMediaType)) && flat.contentEncoding === undefined;
    if (!isWritten || flat.pattern !== undefined || flat.format !== undefined) return sampleString(flat);
    const { contentSchema } = flat;
    return JSON.stringify(typeof contentSchema === 'object' ? make(contentSchema as Schema, path) : {});
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
    if (other || flat.additionalProperties !== false)
      for (const name of sampleNames(flat, least)) {
        if (Object.keys(value).length >= least) break;
        if (!Object.hasOwn(value, name)) value[name] = make(other ?? {}, path);
      }
    leaveOutSpare(value, flat);
    return value;
  }

  function makeArray(flat: Flat, path: string[]): unknown[] {
    if (path.length >= depthLimit) return [];
    const schemas = schemasOfItems(flat, (item) => hasRoom(item, path));
    const values = schemas.map((item) => make(item, path));
    if (!flat.schema.uniqueItems) return values;
    return values.map((value, index) => distinct(document, value, index, schemas[index] ?? {}));
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
  return [schema.additionalProperties, schema.unevaluatedProperties].find(
    (other): other is Schema => typeof other === 'object' && other !== null,
  );
}

/** Leaves out optional properties where there are more than an object may have. */
function leaveOutSpare(value: Record<string, unknown>, { maxProperties, required = [] }: Schema): void {
  if (typeof maxProperties !== 'number') return;
  const spare = Object.keys(value).filter((name) => !required.includes(name));
  while (Object.keys(value).length > maxProperties && spare.length > 0) delete value[spare.pop() as string];
}
