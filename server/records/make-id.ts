import { randomBytes, randomUUID } from 'node:crypto';
import type { Database } from '../db/schema.ts';
import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { exampleOf } from '../openapi/example-of.ts';
import { flattenSchema } from '../openapi/sample/flatten-schema.ts';
import { validatorOf } from '../openapi/validator.ts';
import type { Resource } from '../plan/plan-types.ts';
import type { Place } from './find-record.ts';
import { nextNumber } from './next-number.ts';

/** Makes the id of a new record: after the profile's prefix, else as its schema and examples show, else random. */
export async function makeId(
  db: Database,
  document: OpenApiDocument,
  resource: Resource,
  place: Place,
  { prefix, afresh = false }: { prefix?: string; afresh?: boolean } = {},
): Promise<string> {
  if (prefix) return prefix + randomText();
  if (resource.idType === 'integer') return String(await nextNumber(db, place, { afresh }));
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

/** Keeps of the example's beginning as much as the rules of its schema ask for; undefined where they allow no other id. */
function likeExampleOf(document: OpenApiDocument, schema: Schema, example: string): string | undefined {
  for (let attempt = 0; attempt < example.length * triesPerLength; attempt++) {
    const kept = Math.floor(attempt / triesPerLength);
    const id = example.slice(0, kept) + likeExample(example.slice(kept));
    if (validatorOf(document).response(schema, id).length === 0) return id;
  }
  return undefined;
}

/** Keeps a prefix such as `cus_` or `ORD-` and gives the rest anew, each character of the same kind. */
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

/** 24 hexadecimal digits: the time first, so that new rows lie side by side in the index, then 52 random bits. */
function randomText(): string {
  const random = randomUUID().replaceAll('-', '');
  return Date.now().toString(16).padStart(11, '0') + random.slice(0, 12) + random.slice(-1);
}
