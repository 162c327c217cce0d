import type { NamedFile, RequestBody } from '../../../wire/built-request.ts';
import { bareType, bodyShape, sentType } from '../../../wire/media-types.ts';
import { writeBody } from '../../../wire/write-body.ts';
import { encodingOf } from '../../openapi/encoding-of.ts';
import { type ExampleRequest, exampleRequest } from '../../openapi/examples.ts';
import { filesOf } from '../../openapi/file-properties.ts';
import type { ApiDocument } from '../../openapi/load-api.ts';
import type { Operation } from '../../openapi/operations.ts';
import { writeXml } from './write-xml.ts';

/** Changes the value of an example before it is written. */
type Change = (value: unknown) => unknown;

/** The body of an operation's example as it is sent; its files have names, and no contents. */
export function exampleBody(
  api: ApiDocument,
  operation: Operation,
  { body }: ExampleRequest = exampleRequest(api, operation),
  change: Change = (value) => value,
): RequestBody<NamedFile> | undefined {
  if (!body || !operation.requestBody) return undefined;
  const media = operation.requestBody.content[body.mediaType] ?? {};
  const shape = bodyShape(body.mediaType);
  if (shape === 'file')
    return writeBody(body.mediaType, undefined, { files: { '': [namedFile('file', sentType(body.mediaType))] } });
  if (body.value === undefined) return undefined;
  const value = change(body.value);
  if (shape === 'multipart') {
    const found = Object.entries(filesOf(api.document, media));
    const files = Object.fromEntries(found.map(([name, { type }]) => [name, [namedFile(name, type)]]));
    return writeBody(body.mediaType, without(value, files), { encoding: encodingOf(api.document, media), files });
  }
  const isXml = /[/+]xml$/.test(bareType(body.mediaType)) && typeof value !== 'string';
  const written = isXml ? writeXml(api.document, media.schema, value) : value;
  return writeBody(body.mediaType, written, { encoding: encodingOf(api.document, media) });
}

/** An object without the properties that are files. */
export function without(value: unknown, files: object): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => !Object.hasOwn(files, name)));
}

/** A file of the first type that a document asks for: `photo.png`. */
function namedFile(name: string, asked = 'application/octet-stream'): NamedFile {
  const type = sentType(asked.split(',')[0] ?? '');
  const ending = /\/([a-z0-9]{1,5})$/.exec(type)?.[1] ?? 'bin';
  return { name: `${name.replaceAll(/[^\w-]/g, '_')}.${ending}`, type };
}
