import { readInteger } from '../answers/exact-json.ts';
import type { RecordBody } from '../dialect/record-body.ts';
import { type TimeFormat, universalTime } from '../dialect/times.ts';
import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { exampleOf } from '../openapi/example-of.ts';
import { lazily } from '../openapi/lazily.ts';
import { isMailTime, mailTimeOf } from '../openapi/mail-time.ts';
import { memoize } from '../openapi/memoize.ts';
import { narrowTo, shapeOf, typeOf } from '../openapi/schema-shape.ts';
import { soundDefault } from '../openapi/sound-default.ts';
import { soundEnum } from '../openapi/sound-enum.ts';
import { findFirstOf, isStateName } from '../openapi/states/read-states.ts';
import { plain } from '../plan/names.ts';
import type { Resource } from '../plan/plan-types.ts';

/** The values that the server adds to what was sent. */
export interface ServerValues {
  id: string;
  now: Date;
  /** How this API writes `now`; UTC by default. */
  times?: TimeFormat;
  /** Path parameters above the record, by name. */
  parents: Record<string, string>;
}

const created =
  /^(created|creation|criad[oa]|inserted|inclus|inclu[ií]d[oa]|cadastrad[oa]|data_?(de_?)?(criacao|cadastro|inclusao)|dt_?(criacao|cadastro)|date_?created)/i;
const updated =
  /^(updated|modified|changed|last_?(updated?|modified|change)|atualizad[oa]|alterad[oa]|ultima_?(alteracao|atualizacao)|data_?(de_?)?(atualizacao|alteracao))/i;

type Maker = (sent: RecordBody, server: ServerValues) => unknown;

const anything: Schema = {};

/** Completes the sent fields to a record: defaults, id, times, parents, and samples for other required properties. */
export function makeRecord(
  document: OpenApiDocument,
  resource: Resource,
  sent: RecordBody,
  server: ServerValues,
): RecordBody {
  const schema = narrowTo(document, resource.schema ?? anything, sent);
  const record: RecordBody = {};
  for (const [name, make] of recipeOf(schema, { document, resource })) {
    const value = make(sent, server);
    if (value !== undefined) record[name] = value;
  }
  // A list may show the id while the item leaves it out.
  const { idKey, idType } = resource;
  if (idKey !== undefined && record[idKey] === undefined && !(idKey in shapeOf(document, schema).properties))
    record[idKey] = idType === 'integer' ? (numberOf(server.id) ?? server.id) : server.id;
  for (const [name, value] of Object.entries(sent)) if (!Object.hasOwn(record, name)) record[name] = value;
  return record;
}

/** Decides for each property of a resource's records where its value comes from. */
const recipeOf = memoize((schema: Schema, of: { document: OpenApiDocument; resource: Resource }): [string, Maker][] => {
  const { document, resource } = of;
  const { properties, required } = shapeOf(document, schema);
  return Object.entries(properties).map(([name, property]) => {
    const own = resolved(document, property);
    const absent = makerOfAbsent(document, name, property, required.has(name));
    const isInteger =
      own.type === 'integer' ||
      (name === resource.idKey && resource.idType === 'integer' && ![own.type].flat().includes('string'));
    // A record may show the one above it instead of its id.
    const isWhole = /object|array/.test(typeOf(document, property) ?? '');
    const make: Maker = (sent, server) => {
      const given = name === resource.idKey ? server.id : isWhole ? undefined : parentOf(server, name);
      // A path may address a record by a word while its id is a number.
      const key = isInteger && given !== undefined ? numberOf(given) : given;
      if (key !== undefined) return key;
      return Object.hasOwn(sent, name) && !own.readOnly ? sent[name] : absent(sent, server);
    };
    return [name, make];
  });
});

function parentOf({ parents }: ServerValues, name: string): string | undefined {
  if (Object.hasOwn(parents, name)) return parents[name];
  // `account_sid` is the `{AccountSid}` of the path.
  const word = plain(name);
  return Object.entries(parents).find(([parameter]) => plain(parameter) === word)?.[1];
}

function numberOf(text: string): number | bigint | undefined {
  return Number.isFinite(Number(text)) ? readInteger(text) : undefined;
}

function makerOfAbsent(document: OpenApiDocument, name: string, property: Schema, required: boolean): Maker {
  const schema = resolved(document, property);
  if ((created.test(name) || updated.test(name)) && isTime(schema)) return (_sent, server) => timeOf(schema, server);
  // Most records have most properties: a default is only computed when a record lacks one.
  const standIn = lazily(() => absentValue(document, { name, property, schema, required }));
  return () => {
    const value = standIn();
    return typeof value === 'object' ? structuredClone(value) : value;
  };
}

interface Absent {
  name: string;
  property: Schema;
  schema: Schema;
  required: boolean;
}

function absentValue(document: OpenApiDocument, { name, property, schema, required }: Absent): unknown {
  const usual = soundDefault(schema);
  if (usual !== undefined) return usual;
  if (!required && !schema.readOnly) return undefined;
  if (isNullable(schema)) return null;
  const allowed = soundEnum(schema);
  if (allowed) return (isStateName(name) ? findFirstOf(allowed) : undefined) ?? allowed[0];
  return required ? exampleOf(document, property, { direction: 'response', name }) : undefined;
}

/** Sets a record's time of last change, where it has one. */
export function touch(
  document: OpenApiDocument,
  resource: Resource,
  record: RecordBody,
  server: Pick<ServerValues, 'now' | 'times'>,
): RecordBody {
  const touched = { ...record };
  for (const [name, property] of timesOfChange(resource, document)) touched[name] = timeOf(property, server);
  return touched;
}

const timesOfChange = memoize((resource: Resource, document: OpenApiDocument): [string, Schema][] =>
  Object.entries(shapeOf(document, resource.schema).properties).flatMap(([name, property]) => {
    const schema = resolved(document, property);
    return updated.test(name) && isTime(schema) ? [[name, schema] as [string, Schema]] : [];
  }),
);

/** The properties of a record that are read-only. */
export function readOnlyProperties(document: OpenApiDocument, { schema = anything }: Resource): Set<string> {
  return readOnlyOf(schema, document);
}

const readOnlyOf = memoize((schema: Schema, document: OpenApiDocument): Set<string> => {
  const properties = Object.entries(shapeOf(document, schema).properties);
  return new Set(properties.flatMap(([name, property]) => (resolved(document, property).readOnly ? [name] : [])));
});

/** The properties that only the server sets: the id, and read-only ones. */
export const serverProperties = memoize((resource: Resource, document: OpenApiDocument): Set<string> => {
  const names = readOnlyProperties(document, resource);
  return resource.idKey === undefined ? names : new Set([...names, resource.idKey]);
});

function resolved(document: OpenApiDocument, schema: Schema): Schema {
  if (!schema.$ref) return schema;
  const name = schema.$ref.split('/').at(-1) ?? '';
  return { ...document.components?.schemas?.[name], ...schema };
}

function isTime({ type, format }: Schema): boolean {
  const types = [type ?? []].flat();
  return (
    types.includes('integer') ||
    types.includes('number') ||
    (types.includes('string') && (format === undefined || /^date/.test(format)))
  );
}

function timeOf(
  { type, format }: Schema,
  { now, times = universalTime }: Pick<ServerValues, 'now' | 'times'>,
): string | number {
  if (![type ?? []].flat().includes('string')) return Math.floor(now.getTime() / 1000);
  if (isMailTime({ format })) return mailTimeOf(now);
  return format === 'date' ? times.write(now).slice(0, 10) : times.write(now);
}

/** The time of now, as a property of a record has it. */
export function timeFor(
  document: OpenApiDocument,
  { schema }: Resource,
  property: string,
  server: Pick<ServerValues, 'now' | 'times'>,
): string | number {
  return timeOf(resolved(document, shapeOf(document, schema).properties[property] ?? anything), server);
}

function isNullable(schema: Schema): boolean {
  return (
    schema.nullable === true ||
    [schema.type ?? []].flat().includes('null') ||
    (schema.oneOf ?? schema.anyOf ?? []).some(({ type }) => type === 'null')
  );
}
