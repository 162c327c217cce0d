import { parse as parseContentType } from 'content-type';
import { bareType, isJson } from '../../../wire/media-types.ts';
import type { Issue } from '../../answers/issue.ts';
import { say } from '../../answers/say.ts';
import { propertiesOf } from '../../openapi/coerce.ts';
import type { MediaType, OpenApiDocument, Schema } from '../../openapi/document-types.ts';
import { filesOf } from '../../openapi/file-properties.ts';
import { Ready } from '../../openapi/nested-names.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import { checkPart } from './check-part.ts';
import { type Field, invalidForm, joinFields, readJsonField } from './form-fields.ts';
import { type Part, splitMultipart } from './multipart.ts';
import { SentFile } from './sent-file.ts';

/** A multipart body by its schema; files are told by their names in `value`, and kept beside it by property. */
export interface ReadParts {
  value: unknown;
  files: Record<string, SentFile[]>;
  issues: Issue[];
}

/** Reads `multipart/form-data`, and other multipart types whose parts stand for the items or properties of a schema, in order. */
export function readMultipart(
  body: Buffer,
  contentType: string,
  { document, media }: { document: OpenApiDocument; media: MediaType },
): ReadParts {
  const { type, parameters } = parseContentType(contentType);
  const { boundary } = parameters;
  if (!boundary) throw invalidForm(say('multipart.boundary-missing'));
  const { schema, encoding = {} } = media;
  const expected = new Map(Object.entries(filesOf(document, media)));
  const known = propertiesOf(document, schema);
  // Only in a form each part has to say which field it is.
  const order = type === 'multipart/form-data' ? [] : Object.keys(known);
  const isList = shapeOf(document, schema).types.has('array');
  const issues: Issue[] = [];
  const files = new Map<string, SentFile[]>();
  const fields: Field[] = [];
  for (const [index, part] of splitMultipart(body, boundary).entries()) {
    const name = part.name ?? (isList ? '' : order[index]);
    if (name === undefined) throw invalidForm(say('multipart.no-name', { number: index + 1 }));
    const property = name.replace(/\[\d*\]$/, '');
    // A browser sends a file that nobody chose as an empty one without a name.
    if (part.filename === '' && part.bytes.length === 0) continue;
    issues.push(
      ...checkPart(document, property, part, Object.hasOwn(encoding, property) ? encoding[property] : undefined),
    );
    const isNamed = part.filename !== undefined;
    const isFile =
      expected.has(property) ||
      (isNamed && (!Object.hasOwn(known, property) || isNamedAsFile(document, property, known[property])));
    const text = isFile ? undefined : findText(part);
    if (text !== undefined) {
      fields.push({ name, value: isJson(typeOf(part)) ? readJsonField(name, text) : text });
      continue;
    }
    // Bytes under the name of a text are a file, too, if they are named as one.
    if (!isFile && !isNamed) throw invalidForm(say('multipart.not-utf8', { name: name.slice(0, 40) }));
    const file = new SentFile(part.filename ?? '', typeOf(part) || 'application/octet-stream', part.bytes);
    files.getOrInsertComputed(property, () => []).push(file);
    fields.push({ name, value: new Ready(file.name) });
  }
  const value = isList ? fields.map((field) => textOf(field)) : joinFields(fields, { document, schema, encoding });
  return { value, files: Object.fromEntries(files), issues };
}

const fileNames =
  /^(file|upload|attachment|document|image|photo|picture|video|audio|media|avatar|arquivo|anexo|documento|imagem|foto|archivo|adjunto|imagen)(s|data|content)?$/;

/** Whether a property is a file by its name, where its schema only says that it is a text. */
function isNamedAsFile(document: OpenApiDocument, name: string, schema: Schema | undefined): boolean {
  const { types } = shapeOf(document, schema);
  const isText = types.has('string') && types.size === 1 && !schema?.format && !schema?.enum;
  return isText && fileNames.test(name.replace(/[^A-Za-z]/g, '').toLowerCase());
}

function textOf({ value }: Field): unknown {
  return typeof value === 'string' ? value : value.value;
}

function typeOf({ headers }: Part): string {
  return bareType(headers.get('content-type') ?? '');
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function findText({ bytes }: Part): string | undefined {
  try {
    const text = utf8.decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
