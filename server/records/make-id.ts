import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Database } from '../db/schema.ts';
import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { exampleOf } from '../openapi/example-of.ts';
import { flattenSchema } from '../openapi/sample/flatten-schema.ts';
import { randomMatch } from '../openapi/sample/match-pattern.ts';
import { validatorOf } from '../openapi/validator.ts';
import type { Resource } from '../plan/plan-types.ts';
import type { Place } from './find-record.ts';
import { nextNumber } from './next-number.ts';

/** Generates the id of a new record: with the profile's prefix, else as its schema and examples have it, else random. */
export async function makeId(
  db: Database,
  document: OpenApiDocument,
  resource: Resource,
  place: Place,
  { prefix, aboveChosen = false, now }: { prefix?: string; aboveChosen?: boolean; now: Date },
): Promise<string> {
  if (prefix) return prefix + randomText();
  const { idSchema, idType } = resource;
  const { format, enum: allowed, minimum } = idSchema ? flattenSchema(document, idSchema).schema : {};
  if (idType === 'integer') return String(atLeast(minimum, await nextNumber(db, place, { aboveChosen })));
  if (!idSchema) return randomText();
  if (allowed?.length) return String(allowed[randomInt(allowed.length)]);
  if (/^(ts|timestamp)$/i.test(resource.idKey ?? '')) {
    const time = momentText(now);
    if (validatorOf(document).response(idSchema, time).length === 0) return time;
  }
  const sample = exampleOf(document, idSchema, { direction: 'response', plain: true });
  // What any text is sampled by says nothing about ids.
  const example = sample === 'string' ? '' : sample;
  if (format === 'uuid' || isUuid(example)) return randomUUID();
  for (const id of candidatesFor(document, idSchema, typeof example === 'string' ? example : ''))
    if (validatorOf(document).response(idSchema, id).length === 0) return id;
  return typeof sample === 'string' ? sample : randomText();
}

/** `1503435956.000247`: a moment that is also a name. It does not end in a zero, which is lost where it is read as a number. */
function momentText(now: Date): string {
  const parts = String(now.getTime() * 1000 + randomInt(100) * 10 + randomInt(1, 10)).padStart(7, '0');
  return `${parts.slice(0, -6)}.${parts.slice(-6)}`;
}

function isUuid(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value);
}

function atLeast(minimum: number | bigint = 0, number: number): number | bigint {
  if (number >= minimum) return number;
  return typeof minimum === 'bigint' ? minimum - 1n + BigInt(number) : Math.ceil(minimum) - 1 + number;
}

const triesPerLength = 3;
const matches = 8;
/** Shorter ids would soon be taken. */
const shortest = 4;

/** Ids to try: as the example, with as little of its beginning as the schema allows; of any length, if the example is short; by the pattern. */
function* candidatesFor(document: OpenApiDocument, schema: Schema, example: string): Generator<string> {
  const prefix = /^[A-Za-z]{2,8}[_-]/.exec(example)?.[0] ?? '';
  if (example.length - prefix.length < shortest) yield prefix + randomText();
  for (let attempt = 0; attempt < example.length * triesPerLength; attempt++) {
    const kept = Math.floor(attempt / triesPerLength);
    yield example.slice(0, kept) + likeExample(example.slice(kept), kept === 0 ? prefix : '');
  }
  const { pattern, minLength = 0, maxLength } = flattenSchema(document, schema).schema;
  if (typeof pattern === 'string')
    for (let match = 0; match < matches; match++)
      yield randomMatch(pattern, Number(minLength), Number(maxLength ?? Number.POSITIVE_INFINITY)) ?? example;
}

/** Retains a prefix such as `cus_` or `ORD-` and randomizes the rest, each character within its class. */
function likeExample(example: string, prefix: string): string {
  const random = randomBytes(Math.max(example.length, 1));
  const rest = [...example.slice(prefix.length)].map((character, index) => {
    const byte = random[index] ?? 0;
    if (/\d/.test(character)) return String(byte % 10);
    if (/[a-f]/.test(character)) return 'abcdef'[byte % 6];
    if (/[A-F]/.test(character)) return 'ABCDEF'[byte % 6];
    if (/[A-Z]/.test(character)) return String.fromCharCode(65 + (byte % 26));
    if (/[a-z]/.test(character)) return String.fromCharCode(97 + (byte % 26));
    return character;
  });
  return prefix + rest.join('');
}

/** 24 hexadecimal digits: the time first, so that new rows are adjacent in the index, then 52 random bits. */
function randomText(): string {
  const random = randomUUID().replaceAll('-', '');
  return Date.now().toString(16).padStart(11, '0') + random.slice(0, 12) + random.slice(-1);
}
