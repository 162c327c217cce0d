import { randomBytes, randomUUID } from 'node:crypto';
import type { Database } from '../db/schema.ts';
import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { exampleOf } from '../openapi/example-of.ts';
import { flattenSchema } from '../openapi/sample/flatten-schema.ts';
import { validatorOf } from '../openapi/validator.ts';
import type { Resource } from '../plan/plan-types.ts';
import type { Place } from './find-record.ts';
import { nextNumber } from './next-number.ts';

/** Generates the id of a new record: with the profile's prefix, else like its schema and examples, else random. */
export async function makeId(
  db: Database,
  document: OpenApiDocument,
  resource: Resource,
  place: Place,
  { prefix, aboveChosen = false }: { prefix?: string; aboveChosen?: boolean } = {},
): Promise<string> {
  if (prefix) return prefix + randomText();
  if (resource.idType === 'integer') return String(await nextNumber(db, place, { aboveChosen }));
  const schema = resource.idSchema;
  const example = schema && exampleOf(document, schema, { direction: 'response' });
  const format = schema && flattenSchema(document, schema).schema.format;
  if (format === 'uuid' || isUuid(example)) return randomUUID();
  if (typeof example !== 'string') return randomText();
  return (schema && likeExampleOf(document, schema, example)) ?? likeExample(example);
}

function isUuid(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value);
}

const triesPerLength = 3;

/** Retains as much of the example's beginning as its schema requires; undefined where the schema allows no other id. */
function likeExampleOf(document: OpenApiDocument, schema: Schema, example: string): string | undefined {
  for (let attempt = 0; attempt < example.length * triesPerLength; attempt++) {
    const length = Math.floor(attempt / triesPerLength);
    const id = example.slice(0, length) + likeExample(example.slice(length));
    if (validatorOf(document).response(schema, id).length === 0) return id;
  }
  return undefined;
}

/** Retains a prefix such as `cus_` or `ORD-` and randomizes the rest, each character within its class. */
function likeExample(example: string): string {
  const prefix = /^[A-Za-z]{2,8}[_-]/.exec(example)?.[0] ?? '';
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
  return rest.length < 4 ? prefix + randomText() : prefix + rest.join('');
}

/** 24 hexadecimal digits: the time first, so that new rows are adjacent in the index, then 52 random bits. */
function randomText(): string {
  const random = randomUUID().replaceAll('-', '');
  return Date.now().toString(16).padStart(11, '0') + random.slice(0, 12) + random.slice(-1);
}
