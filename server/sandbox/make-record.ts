import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { exampleOf } from '../openapi/example-of.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import type { Resource } from './plan/plan-types.ts';
import type { RecordBody } from './record-store.ts';

/** What the server knows of a record besides what was sent. */
export interface ServerValues {
  id: string;
  now: Date;
  /** Path parameters above the record, by name. */
  parents: Record<string, string>;
}

const created = /^(created|creation|criad[oa]|inserted|inclus|inclu[ií]d[oa]|cadastrad[oa]|data_?(de_?)?(criacao|cadastro|inclusao)|dt_?(criacao|cadastro)|date_?created)/i;
const updated = /^(updated|modified|changed|last_?(updated?|modified|change)|atualizad[oa]|alterad[oa]|ultima_?(alteracao|atualizacao)|data_?(de_?)?(atualizacao|alteracao))/i;

/** Completes what was sent to a whole record: defaults, id, times, parents, and a sample of whatever else is promised. */
export function makeRecord(document: OpenApiDocument, resource: Resource, sent: RecordBody, server: ServerValues): RecordBody {
  const { properties, required } = shapeOf(document, resource.schema);
  const record: RecordBody = {};
  for (const [name, property] of Object.entries(properties)) {
    const value = valueOf(document, resource, name, property, sent, server, required.has(name));
    if (value !== undefined) record[name] = value;
  }
  for (const [name, value] of Object.entries(sent)) if (!(name in record)) record[name] = value;
  return record;
}

function valueOf(
  document: OpenApiDocument,
  resource: Resource,
  name: string,
  property: Schema,
  sent: RecordBody,
  server: ServerValues,
  required: boolean,
): unknown {
  const schema = { ...resolved(document, property) };
  if (name === resource.idKey) return resource.idType === 'integer' ? Number(server.id) : server.id;
  if (name in server.parents) return schema.type === 'integer' ? Number(server.parents[name]) : server.parents[name];
  if (name in sent && !schema.readOnly) return sent[name];
  if ((created.test(name) || updated.test(name)) && isTime(schema)) return timeOf(schema, server.now);
  if (schema.default !== undefined) return structuredClone(schema.default);
  if (!required && !schema.readOnly) return undefined;
  if (isNullable(schema)) return null;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  return required ? exampleOf(document, property, { direction: 'response' }) : undefined;
}

/** Changes a record's time of last change, where it has one. */
export function touch(document: OpenApiDocument, resource: Resource, record: RecordBody, now: Date): RecordBody {
  const { properties } = shapeOf(document, resource.schema);
  for (const [name, property] of Object.entries(properties)) {
    const schema = resolved(document, property);
    if (updated.test(name) && isTime(schema)) record[name] = timeOf(schema, now);
  }
  return record;
}

/** The properties that only the server sets. */
export function serverProperties(document: OpenApiDocument, resource: Resource): string[] {
  const { properties } = shapeOf(document, resource.schema);
  return Object.entries(properties).flatMap(([name, property]) =>
    name === resource.idKey || resolved(document, property).readOnly ? [name] : [],
  );
}

function resolved(document: OpenApiDocument, schema: Schema): Schema {
  if (!schema.$ref) return schema;
  const name = schema.$ref.split('/').at(-1) ?? '';
  return { ...document.components?.schemas?.[name], ...schema };
}

function isTime({ type, format }: Schema): boolean {
  const types = [type ?? []].flat();
  return types.includes('integer') || types.includes('number') || (types.includes('string') && (format === undefined || /^date/.test(format)));
}

function timeOf({ type, format }: Schema, now: Date): string | number {
  if (![type ?? []].flat().includes('string')) return Math.floor(now.getTime() / 1000);
  return format === 'date' ? now.toISOString().slice(0, 10) : now.toISOString();
}

function isNullable(schema: Schema): boolean {
  return [schema.type ?? []].flat().includes('null') || (schema.oneOf ?? schema.anyOf ?? []).some(({ type }) => type === 'null');
}
