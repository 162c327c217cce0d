import type { OpenApiDocument, Schema } from './document-types.ts';
import { leaveOutImpossible } from './leave-out.ts';
import { repairParts } from './repair-parts.ts';
import type { Moving } from './sample/believable/believable-text.ts';
import { countVariants } from './sample/flatten-schema.ts';
import { type Direction, sampleSchema } from './sample/sample-schema.ts';
import { validatorOf } from './validator.ts';

export type { Direction };

/** Later variants are not tried; the first ones are the common ones. */
const variantLimit = 6;

/** What an example is for. */
export interface ExampleOptions {
  direction: Direction;
  /** What the value is called, such as a parameter or property; its schema's name otherwise. */
  name?: string;
  /** Whether it is the key of a record, such as what stands in a path. */
  isKey?: boolean;
  /** What is said of it, where its schema says nothing. */
  description?: string;
  /** Whether it only has to be allowed: its texts say nothing, and ids are no example of the API's own. */
  plain?: boolean;
}

/** Several different values of a schema are made one after the other, and not kept. */
interface RecordOptions extends ExampleOptions {
  index: number;
  moving: Moving;
}

type Known = WeakMap<Schema, Map<string, unknown>>;
const known: Known = new WeakMap();
const parts: Known = new WeakMap();

/**
 * Makes a value for a schema: from its examples if they are valid, else from its rules alone, without the properties that the
 * direction forbids. A schema that no value satisfies gets the closest one.
 */
export function exampleOf(document: OpenApiDocument, schema: Schema, options: ExampleOptions): unknown {
  if (typeof schema !== 'object' || schema === null) return null;
  return structuredClone(remember(known, schema, options, () => makeExample(document, schema, options)));
}

/** The value for one of several records; it is the example with the index 0, and another for each other index. */
export function exampleOfRecord(document: OpenApiDocument, schema: Schema, options: RecordOptions): unknown {
  return makeExample(document, schema, options);
}

function remember(values: Known, schema: Schema, options: ExampleOptions, make: () => unknown): unknown {
  const { direction, name = '', description = '', isKey = false, plain = false } = options;
  const ofSchema = values.getOrInsertComputed(schema, () => new Map());
  return ofSchema.getOrInsertComputed(`${direction} ${plain} ${isKey} ${name}\n${description}`, make);
}

function makeExample(document: OpenApiDocument, schema: Schema, options: ExampleOptions | RecordOptions): unknown {
  const { valid, first } = trySamples(document, schema, options);
  if (valid !== undefined) return valid;
  const { direction, plain } = options;
  const check = validatorOf(document)[direction];
  // Samples of parts are not repaired themselves, because a schema may be recursive.
  const sampleOf = (part: Schema, name?: string) => {
    const own = { direction, plain, name };
    return structuredClone(remember(parts, part, own, () => trySamples(document, part, own).valid));
  };
  const repaired = repairParts(document, schema, first, { check, sampleOf });
  leaveOutImpossible(document, schema, repaired, check);
  return repaired;
}

/** What may be wrong with a value because of its texts and numbers: others could be right. */
const ofTexts =
  /^(?:pattern|format|m(?:in|ax)(?:Length|imum)|exclusive.*|multipleOf|not|if|uniqueItems|(?:not)?contains|maxContains)$/i;

/** The first sample of a schema, and the first valid one: what could be real, or else what the rules ask for and no more. */
function trySamples(
  document: OpenApiDocument,
  schema: Schema,
  { plain, ...options }: ExampleOptions | RecordOptions,
): { valid?: unknown; first: unknown } {
  const check = validatorOf(document)[options.direction];
  const variants = Math.min(countVariants(document, schema), variantLimit);
  const holds = (part: Schema, value: unknown) => check(part, value).length === 0;
  let first: unknown;
  for (const examples of [true, false]) {
    for (let variant = 0; variant < variants; variant++) {
      for (const isPlain of plain ? [true] : [false, true]) {
        const value = sampleSchema(document, schema, { ...options, plain: isPlain, examples, variant, holds });
        const issues = check(schema, value);
        if (issues.length === 0) return { valid: value, first };
        first ??= value;
        if (!issues.every(({ keyword }) => ofTexts.test(keyword))) break;
      }
    }
  }
  return { first };
}
