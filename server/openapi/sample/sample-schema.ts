import { isJson } from '../../../wire/media-types.ts';
import { findDocumentLanguage } from '../document-language.ts';
import type { OpenApiDocument, Schema } from '../document-types.ts';
import { believableFlag, believableNumber } from './believable/believable-number.ts';
import { believableText, type Moving } from './believable/believable-text.ts';
import { itemSpot, leadsToRecord, ownerOf, propertySpot, rootSpot, type Spot } from './believable/spot.ts';
import type { Wanted } from './believable/text-candidates.ts';
import { type Flat, flattenSchema } from './flatten-schema.ts';
import { ownValue } from './own-value.ts';
import { avoidExcluded, findApplying, type Holds } from './sample-conditions.ts';
import { distinct, schemasOfItems } from './sample-items.ts';
import { sampleNames } from './sample-names.ts';
import { sampleNumber, takesNumber } from './sample-number.ts';
import { sampleString } from './sample-string.ts';

export type Direction = 'request' | 'response';

export interface SampleOptions {
  direction: Direction;
  /** Whether to use the schema's examples and defaults; otherwise values come from its rules alone. */
  examples: boolean;
  /** The index of the variant to choose at the top level. */
  variant?: number;
  holds: Holds;
  /** What the value is called, such as a parameter; its schema's name otherwise. */
  name?: string;
  /** What is said of it, where its schema says nothing. */
  description?: string;
  /** Whether it is the key of a record, such as what stands in a path. */
  isKey?: boolean;
  /** Which of several different values it is. */
  index?: number;
  /** Whether texts and numbers say nothing, and are the least that the rules allow. */
  plain?: boolean;
  /** Gets the times that move with the clock of a sandbox. */
  moving?: Moving;
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
  const { index = 0, plain = false, moving } = options;
  const language = findDocumentLanguage(document) ?? 'en';
  return make(schema, [], { ...rootSpot(schema, options.name), isKey: options.isKey }, options.variant);

  function make(part: Schema, above: string[], spot: Spot, variant = 0): unknown {
    if (++made > mostValues) return null;
    const flat = flattenSchema(document, part, variant);
    if (leadsToRecord(part)) spot.isKey = true;
    if (above.length === 0) flat.schema.description ??= options.description;
    const own = ownValue(flat.schema, { spot, index, language }, options);
    const value = own === undefined ? makeValue(flat, above, spot) : structuredClone(own);
    const settled = own === undefined ? applyConditions(part, { flat, value, above, spot, variant }) : value;
    return flat.rules.length > 0 ? avoidExcluded(part, flat, settled, options.holds) : settled;
  }

  /** Makes a value again with what holds of it under a condition, until nothing more does. */
  function applyConditions(
    part: Schema,
    first: { flat: Flat; value: unknown; above: string[]; spot: Spot; variant: number },
  ): unknown {
    let { flat, value } = first;
    const applied = new Map<string, Schema>();
    for (;;) {
      const next = [...findApplying(flat, value, options.holds)].filter(([name]) => !applied.has(name));
      if (next.length === 0 || ++rounds > roundLimit) return value;
      for (const [name, schema] of next) applied.set(name, schema);
      flat = flattenSchema(document, { allOf: [part, ...applied.values()] }, first.variant);
      value = makeValue(flat, first.above, first.spot);
    }
  }

  function makeValue(flat: Flat, above: string[], spot: Spot): unknown {
    const path = [...above, flat.refs.join() || '-'];
    switch (typeOf(flat.schema)) {
      case 'object':
        return makeObject(flat, path, spot);
      case 'array':
        return makeArray(flat, path, spot);
      case 'string':
        return makeString(flat, path, spot);
      case 'integer':
        return makeNumber(flat.schema, true, spot);
      case 'number':
        return makeNumber(flat.schema, /^u?int\d+$/.test(flat.schema.format ?? ''), spot);
      case 'boolean':
        return plain || believableFlag(spot.name);
      default:
        return null;
    }
  }

  function makeNumber(flat: Schema, whole: boolean, spot: Spot): number | bigint {
    const number = plain ? undefined : believableNumber(flat, whole, wanted(spot), moving);
    return number !== undefined && takesNumber(flat, number) ? number : sampleNumber(flat, whole);
  }

  function wanted(spot: Spot): Wanted {
    return { spot, index, language };
  }

  function makeString({ schema: flat }: Flat, path: string[], spot: Spot): string {
    const isWritten = isJson(String(flat.contentMediaType)) && flat.contentEncoding === undefined;
    if (!isWritten || flat.pattern !== undefined || flat.format !== undefined)
      return (plain ? undefined : believableText(flat, wanted(spot), moving)) ?? sampleString(flat);
    const { contentSchema } = flat;
    return JSON.stringify(typeof contentSchema === 'object' ? make(contentSchema as Schema, path, spot) : {});
  }

  function makeObject({ schema: flat, refs }: Flat, path: string[], spot: Spot): Record<string, unknown> {
    const owner = ownerOf(spot, refs);
    const of = (name: string) => propertySpot(spot, name, owner);
    const value: Record<string, unknown> = {};
    const required = new Set(flat.required ?? []);
    for (const [name, property] of Object.entries(flat.properties ?? {})) {
      if (isHidden(property)) continue;
      if (required.has(name) ? path.length < depthLimit : hasRoom(property, path))
        value[name] = make(property, path, of(name));
    }
    const other = otherProperties(flat);
    // A required property without a schema becomes a text.
    for (const name of required)
      if (!Object.hasOwn(flat.properties ?? {}, name)) value[name] = make(other ?? { type: 'string' }, path, of(name));
    const least = Math.max(
      typeof flat.minProperties === 'number' ? flat.minProperties : 0,
      other && !flat.properties ? 1 : 0,
    );
    if (other || flat.additionalProperties !== false)
      for (const name of sampleNames(flat, least)) {
        if (Object.keys(value).length >= least) break;
        if (!Object.hasOwn(value, name)) value[name] = make(other ?? {}, path, itemSpot(spot));
      }
    leaveOutSpare(value, flat);
    return value;
  }

  function makeArray(flat: Flat, path: string[], spot: Spot): unknown[] {
    if (path.length >= depthLimit) return [];
    const schemas = schemasOfItems(flat, (item) => hasRoom(item, path));
    const values = schemas.map((item, at) => make(item, path, itemSpot(spot, at)));
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
