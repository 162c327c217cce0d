import { randomBytes, randomUUID } from 'node:crypto';
import type { OpenApiDocument, Schema } from '../../openapi/document-types.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import { plain } from '../names.ts';

/** The example of an event's body with the time of the event, and an id that no other event has. */
export function withOwnFacts(
  document: OpenApiDocument,
  schema: Schema | undefined,
  example: unknown,
  at: string,
): unknown {
  if (typeof example !== 'object' || example === null || Array.isArray(example)) return example;
  const { properties } = shapeOf(document, schema);
  const own = { ...example } as Record<string, unknown>;
  for (const [name, value] of Object.entries(example)) {
    const isTime = /^(created|createdat|time|timestamp|at|occurredat|date|data|datahora|criadoem|creadoen)$/.test(
      plain(name),
    );
    const { types } = shapeOf(document, properties[name]);
    if (isTime && types.has('string')) own[name] = at;
    if (isTime && (types.has('integer') || types.has('number'))) own[name] = Math.floor(Date.parse(at) / 1000);
    if (/^(id|eventid|webhookid)$/.test(plain(name)) && typeof value === 'string') own[name] = anotherId(value);
  }
  return own;
}

function anotherId(shown: string): string {
  if (/^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/i.test(shown)) return randomUUID();
  return `${/^[a-z]+[_-]/i.exec(shown)?.[0] ?? ''}${randomBytes(12).toString('hex')}`;
}
