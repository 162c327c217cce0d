import type { FieldStyle } from './description.ts';
import { isObject, textOf, writeQuery } from './write-values.ts';

/** What `fetch` takes as a body. */
type Sendable = string | FormData | Blob | ArrayBuffer | Uint8Array<ArrayBuffer> | ReadableStream;

/** A body in its media type; without a `contentType`, `fetch` adds the right one itself. */
export function writeBody(
  mediaType: string,
  body: unknown,
  fields: Record<string, FieldStyle> = {},
): { content: Sendable; contentType?: string } {
  if (/^multipart\//i.test(mediaType)) return { content: writeMultipart(body, fields) };
  if (/^application\/x-www-form-urlencoded\b/i.test(mediaType) && isObject(body))
    return { content: writeForm(body, fields), contentType: mediaType };
  if (/[/+]json\b/i.test(mediaType)) return { content: JSON.stringify(body), contentType: mediaType };
  const contentType = mediaType.includes('*') ? 'application/octet-stream' : mediaType;
  if (isBytes(body)) return { content: body, contentType };
  return { content: textOf(body), contentType };
}

function isBytes(value: unknown): value is Blob | ArrayBuffer | Uint8Array<ArrayBuffer> | ReadableStream {
  return [Blob, ArrayBuffer, Uint8Array, ReadableStream].some((kind) => value instanceof kind);
}

/** Lists are repeated, and objects are JSON, unless the document gives the field a style. */
function writeForm(body: Record<string, unknown>, fields: Record<string, FieldStyle>): string {
  const pairs = Object.entries(body).flatMap(([name, value]) => {
    const own = fields[name];
    if (own?.style || own?.explode !== undefined || Array.isArray(value)) return writeQuery(name, value, own);
    return writeQuery(name, value, { ...own, json: isObject(value) ? true : undefined });
  });
  return pairs.join('&').replaceAll('%20', '+');
}

function writeMultipart(body: unknown, fields: Record<string, FieldStyle>): FormData {
  if (body instanceof FormData) return body;
  const form = new FormData();
  for (const [name, value] of Object.entries(isObject(body) ? body : {})) {
    for (const part of Array.isArray(value) ? value : [value]) {
      if (part === undefined) continue;
      const type = fields[name]?.contentType?.split(',')[0]?.trim();
      if (part instanceof Blob) form.append(name, part);
      else if (isBytes(part)) form.append(name, new Blob([part as Uint8Array<ArrayBuffer>], { type }));
      else if (isObject(part))
        form.append(name, new Blob([JSON.stringify(part)], { type: type ?? 'application/json' }));
      else if (type) form.append(name, new Blob([textOf(part)], { type }));
      else form.append(name, textOf(part));
    }
  }
  return form;
}
