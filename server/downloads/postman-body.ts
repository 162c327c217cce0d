import type { BodyPart, NamedFile, RequestBody } from '../../wire/built-request.ts';
import { bodyShape } from '../../wire/media-types.ts';
import { percentEncode } from '../../wire/percent-encode.ts';
import { formText, readPair } from '../../wire/write-body.ts';
import { writeMultipart } from '../../wire/write-multipart.ts';
import type { PostmanBody } from './postman-types.ts';

/** What a file contains where nobody has chosen one: a collection runs as it was downloaded. */
const fileText = 'example';
const fileBytes = btoa(fileText);

/** Of bodies that are written out. */
const boundary = '----cais-example';

/** Like the names of the tests, in English in every portal. */
const fileNote = 'Choose a file here. Until you do, a small text is sent in its place.';

/** A body as Postman keeps it; `variables` are those that the example has on purpose. */
export function postmanBody(body: RequestBody<NamedFile>, variables: string[] = []): PostmanBody {
  if (body.kind === 'file') return { mode: 'file', file: { src: null, content: fileBytes } };
  if (body.kind === 'text') {
    const shape = bodyShape(body.mediaType);
    const isXml = /[/+]xml\b/.test(body.mediaType);
    if (shape === 'json') return raw(keepBraces(body.text, variables), 'json');
    return raw(body.text, isXml ? 'xml' : 'text');
  }
  if (body.kind === 'form') {
    const pairs = body.pairs.map(readPair);
    // Postman encodes each value anew: a list whose commas would not stay what they are is written out.
    const isSame = pairs.every(
      ([name, value], at) => body.pairs[at] === `${percentEncode(name)}=${percentEncode(value)}`,
    );
    if (!isSame) return raw(formText(body.pairs), 'text');
    return { mode: 'urlencoded', urlencoded: pairs.map(([key, value]) => ({ key, value })) };
  }
  if (isWrittenOut(body)) return raw(writeMultipart(body.parts, boundary).map(textOf).join(''), 'text');
  return { mode: 'formdata', formdata: body.parts.map(partOf) };
}

/** The media type that the collection has to state: with parts, Postman adds the boundary. */
export function statedType(body: RequestBody<NamedFile>): string | undefined {
  if (body.kind !== 'multipart') return body.mediaType;
  return isWrittenOut(body) ? `${body.mediaType}; boundary=${boundary}` : undefined;
}

/** Postman has no place for the headers of a part. */
function isWrittenOut(body: RequestBody<NamedFile>): boolean {
  return body.kind === 'multipart' && body.parts.some(({ headers }) => headers);
}

function partOf(part: BodyPart<NamedFile>) {
  const contentType = 'file' in part ? part.file.type : part.mediaType;
  const common = { key: part.name, ...(contentType && { contentType }) };
  if (!('file' in part)) return { ...common, type: 'text' as const, value: part.value };
  const file = { type: 'file' as const, src: null, value: fileBytes, fileName: part.file.name };
  return { ...common, ...file, description: fileNote };
}

function textOf(piece: string | NamedFile): string {
  return typeof piece === 'string' ? piece : fileText;
}

function raw(text: string, language: 'json' | 'xml' | 'text'): PostmanBody {
  return { mode: 'raw', raw: text, options: { raw: { language } } };
}

/** Postman would take `{{name}}` of an example for a variable of its own; in JSON, a brace has a second spelling. */
function keepBraces(json: string, variables: string[]): string {
  const own = variables.map((name) => `${RegExp.escape(name)}\\}\\}`).join('|');
  return json.replaceAll(new RegExp(own ? `\\{\\{(?!${own})` : '\\{\\{', 'g'), '{\\u007b');
}
