import type { BodyPart, RequestBody } from './built-request.ts';
import { bareType, bodyShape, sentType } from './media-types.ts';
import { parameterValue } from './parameter-value.ts';
import { percentEncode } from './percent-encode.ts';
import { serializeQueryParameter } from './serialize-parameter.ts';

/** How a property of a form is written (OpenAPI 3.1, Encoding Object). */
export interface PropertyEncoding {
  contentType?: string;
  style?: string;
  explode?: boolean;
  allowReserved?: boolean;
  /** Of a part, besides its media type. */
  headers?: Record<string, string>;
}

/** How the properties of a form are written, by their names. */
export type Encoding = Record<string, PropertyEncoding>;

/** What a body is made of besides its value. */
export interface BodyOptions<F> {
  encoding?: Encoding | undefined;
  /** The files of a multipart body by property; of any other body under the empty name. */
  files?: Record<string, F[]> | undefined;
}

/** Writes a value as the body of a media type; undefined if it cannot be written so: a form of a list, a file without a file. */
export function writeBody<F>(
  declaredType: string,
  value: unknown,
  { encoding = {}, files = {} }: BodyOptions<F> = {},
): RequestBody<F> | undefined {
  const shape = bodyShape(declaredType);
  const mediaType = sentType(declaredType);
  if (shape === 'file') {
    const file = files['']?.[0];
    return file && { kind: 'file', mediaType, file };
  }
  if (shape === 'json' || shape === 'text') {
    const isText = typeof value === 'string' && shape === 'text';
    return { kind: 'text', mediaType, text: isText ? value : JSON.stringify(value, undefined, 2) };
  }
  if (shape === 'form' && typeof value === 'string') return { kind: 'text', mediaType, text: value };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  if (shape === 'form') return { kind: 'form', mediaType, pairs: formPairs(fields, encoding) };
  const named = Object.entries(files).flatMap(([name, all]) =>
    name === '' ? [] : all.map((file) => ({ name, file, ...headersOf(encoding[name]) })),
  );
  return { kind: 'multipart', mediaType, parts: [...named, ...fields.flatMap((field) => partsOf<F>(field, encoding))] };
}

/** A form's pairs as text; a space is a plus sign (WHATWG URL, 5.2). */
export function formText(pairs: string[]): string {
  return pairs.map((pair) => pair.replaceAll('%20', '+')).join('&');
}

/** A property with a style is a query parameter; any other is sent once for each item, its objects as JSON. */
function formPairs(fields: [string, unknown][], encoding: Encoding): string[] {
  return fields.flatMap(([name, value]) => {
    const { contentType, style, explode, allowReserved } = encoding[name] ?? {};
    if ((style ?? explode ?? allowReserved) !== undefined)
      return serializeQueryParameter({ name, in: 'query', style, explode, allowReserved }, parameterValue(value));
    const items = isJson(contentType) ? [JSON.stringify(value)] : [value].flat().map(fieldText);
    return items.map((item) => `${percentEncode(name)}=${percentEncode(item)}`);
  });
}

function partsOf<F>([name, value]: [string, unknown], encoding: Encoding): BodyPart<F>[] {
  const { contentType } = encoding[name] ?? {};
  // A list of types is for files, of which this is none.
  const mediaType = contentType?.includes(',') ? undefined : contentType;
  const headers = headersOf(encoding[name]);
  if (isJson(mediaType)) return [{ name, value: JSON.stringify(value), mediaType: mediaType as string, ...headers }];
  return [value].flat().map((item) => {
    const usual = typeof item === 'object' && item !== null ? 'application/json' : undefined;
    const type = mediaType ?? usual;
    return { name, value: fieldText(item), ...(type && { mediaType: type }), ...headers };
  });
}

function headersOf({ headers = {} }: PropertyEncoding = {}): { headers?: [string, string][] } {
  const all = Object.entries(headers);
  return all.length > 0 ? { headers: all } : {};
}

/** Forms have no null: an empty field represents it. */
function fieldText(value: unknown): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Whether a body is JSON, of any media type of it. */
export function isJsonText({ mediaType, text }: { mediaType: string; text: string }): boolean {
  if (bodyShape(mediaType) !== 'json') return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isJson(contentType: string | undefined): boolean {
  return contentType !== undefined && /[/+]json$/.test(bareType(contentType));
}

/** The name and value of an encoded pair. */
export function readPair(pair: string): [name: string, value: string] {
  const at = pair.indexOf('=');
  const texts = at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
  return texts.map(decodeURIComponent) as [string, string];
}
