import secureJson from 'secure-json-parse';
import { readDeepObject } from './deep-object.ts';
import type { OpenApiDocument, Parameter } from './document-types.ts';
import type { Operation } from './operations.ts';
import { shapeOf, typeOf } from './schema-shape.ts';
import { decodeText, splitList } from './split-list.ts';
import type { ParameterValues } from './validator.ts';

/** The raw text of a request's parameters. */
export interface RawParameters {
  path: Record<string, string>;
  query: URLSearchParams;
  /** The query as it was sent: a delimiter that stands between values is not encoded, one inside a value is. */
  search?: string;
  headers: Record<string, string | string[] | undefined>;
}

/** Reads parameters according to their `style` and `explode` (OpenAPI 3.1, Parameter Object); simple values remain text. */
export function readParameters(document: OpenApiDocument, operation: Operation, raw: RawParameters): ParameterValues {
  const values: ParameterValues = { path: {}, query: {}, header: {}, cookie: {} };
  for (const parameter of operation.parameters) {
    const key = parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name;
    const value = readOne(document, parameter, raw);
    if (value !== undefined) values[parameter.in][key] = value;
  }
  for (const [name, value] of raw.query) if (!(name in values.query)) values.query[name] = value;
  return values;
}

function readOne(document: OpenApiDocument, parameter: Parameter, raw: RawParameters): unknown {
  const type = typeOf(document, parameter.schema);
  switch (parameter.in) {
    case 'query':
      return readQuery(document, parameter, raw, type);
    case 'path':
      return fromText(parameter, raw.path[parameter.name], type);
    case 'header':
      return fromText(parameter, textOf(raw.headers[parameter.name.toLowerCase()]), type);
    case 'cookie':
      return fromEncoded(parameter, readCookie(textOf(raw.headers.cookie), parameter.name), type, decode);
  }
}

function readQuery(
  document: OpenApiDocument,
  parameter: Parameter,
  { query, search = query.toString() }: RawParameters,
  type: string | undefined,
): unknown {
  const { name, style = 'form' } = parameter;
  if (style === 'querystring') return search === '' ? undefined : parseJson(decodeText(search));
  const explode = parameter.explode ?? style === 'form';
  if (type === 'object' && !parameter.content) {
    if (style === 'deepObject') return readDeepObject(document, name, parameter.schema, query);
    if (explode)
      return readExplodedObject(document, parameter, query) ?? readDeepObject(document, name, parameter.schema, query);
  }
  if (type === 'array' && explode) {
    const all = [...query.getAll(name), ...query.getAll(`${name}[]`)];
    // No style defines a list of objects; callers send them as JSON.
    const holdsObjects = typeOf(document, shapeOf(document, parameter.schema).items) === 'object';
    if (all.length > 0) return holdsObjects ? all.map(parseJson) : all;
    // No style has numbers or names in a list: `items[0][name]=a` is how forms write it.
    return readDeepObject(document, name, parameter.schema, query);
  }
  const sent = findPair(search, name);
  if (sent === undefined) return undefined;
  if (type === 'array' && !parameter.content) return splitList(style, decodeText(sent), sent);
  return fromEncoded(parameter, sent, type, decodeText);
}

/** The encoded value of the first pair with a name. */
function findPair(search: string, name: string): string | undefined {
  for (const pair of search.split('&')) {
    const at = pair.indexOf('=');
    if (decodeText(at < 0 ? pair : pair.slice(0, at)) === name) return at < 0 ? '' : pair.slice(at + 1);
  }
  return undefined;
}

function fromEncoded(
  parameter: Parameter,
  text: string | undefined,
  type: string | undefined,
  decoded: Decode,
): unknown {
  const isList = (type === 'array' || type === 'object') && !parameter.content;
  if (text === undefined || !isList) return fromText(parameter, text && decoded(text), type);
  const parts = splitList(parameter.style, decoded(text), text, decoded);
  return type === 'array' ? parts : readObject(parts, false);
}

/** Each property is a pair, or several where it is a list. */
function readExplodedObject(
  document: OpenApiDocument,
  { schema }: Parameter,
  query: URLSearchParams,
): Record<string, string | string[]> | undefined {
  const properties = Object.entries(shapeOf(document, schema).properties);
  const entries = properties.flatMap(([name, property]) => {
    const [first, ...more] = query.getAll(name);
    if (first === undefined) return [];
    return [[name, typeOf(document, property) === 'array' ? [first, ...more] : first] as const];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function fromText(parameter: Parameter, text: string | undefined, type: string | undefined): unknown {
  if (text === undefined) return undefined;
  if (parameter.content) return parseJson(text);
  const { style, explode = false } = parameter;
  const bare = style === 'label' || style === 'matrix' ? text.slice(1) : text;
  const isNamed = style === 'matrix' && !(explode && type === 'object');
  const value = isNamed ? bare.replaceAll(`${parameter.name}=`, '') : bare;
  if (type !== 'array' && type !== 'object') return value;
  const parts = value.split(delimiterOf(parameter));
  return type === 'array' ? parts : readObject(parts, explode);
}

/** Exploded label and matrix repeat their prefix; header lists may have spaces around commas (RFC 9110, 5.6.1). */
function delimiterOf({ in: place, style, explode }: Parameter): string | RegExp {
  if (explode && style === 'label') return '.';
  if (explode && style === 'matrix') return ';';
  return place === 'header' ? /\s*,\s*/ : ',';
}

function readObject(parts: string[], explode: boolean): Record<string, string> {
  if (explode) return Object.fromEntries(parts.map((part) => part.split('=', 2) as [string, string]));
  const pairs = parts.flatMap((key, index) => (index % 2 === 0 ? [[key, parts[index + 1] ?? ''] as const] : []));
  return Object.fromEntries(pairs);
}

function parseJson(text: string): unknown {
  try {
    return secureJson.parse(text, undefined, { protoAction: 'remove', constructorAction: 'remove' });
  } catch {
    return text;
  }
}

function readCookie(header: string | undefined, name: string): string | undefined {
  const pair = header?.split(/;\s*/).find((part) => part.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}

type Decode = (text: string) => string;

const decode: Decode = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

function textOf(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(', ') : header;
}
