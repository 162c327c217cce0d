import type { MediaType, Parameter } from '../../openapi/document-types.ts';
import { preferredMediaType } from '../../openapi/examples.ts';
import { docComment } from '../doc-comment.ts';
import { propertyName, quote } from '../names.ts';
import { kindOf } from '../runtime/media-kinds.ts';
import type { SchemaTypes } from '../schemas/schema-types.ts';
import type { NamedOperation } from './named-operation.ts';

const places: [place: Parameter['in'], property: string][] = [
  ['path', 'path'],
  ['query', 'query'],
  ['header', 'headers'],
  ['cookie', 'cookies'],
];

/** The declaration of an operation's request: parameters by place, and the body. */
export function requestType(types: SchemaTypes, { operation, typeName }: NamedOperation): string {
  const groups = places.flatMap(([place, property]) => {
    const own = operation.parameters.filter((parameter) => parameter.in === place);
    return own.length > 0 ? groupType(types, property, own) : [];
  });
  // `fetch` sends no body with GET and HEAD.
  const bodies = /^(get|head)$/.test(operation.method) ? [] : bodyTypes(types, operation.requestBody);
  const comment = docComment([`The request of \`${operation.id}\`.`]);
  const [only] = bodies;
  if (bodies.length <= 1)
    return `${comment}export interface ${typeName}Request extends RequestOptions ${block([...groups, ...(only ?? [])])}\n`;
  const own = groups.length > 0 ? ` & {\n${groups.join('')}}` : '';
  const variants = bodies.map(
    (lines) => `  | {\n${lines.map((line) => line.replace(/^(?=.)/gm, '    ').trimEnd()).join('\n')}\n    }`,
  );
  return `${comment}export type ${typeName}Request = RequestOptions${own} & (\n${variants.join('\n')}\n);\n`;
}

function groupType(types: SchemaTypes, property: string, parameters: Parameter[]): string {
  const lines = parameters.map((parameter) => {
    const { name, required, description, deprecated } = parameter;
    const comment = docComment([description, deprecated ? '@deprecated' : ''], '    ');
    return `${comment}    ${propertyName(name)}${required ? '' : '?'}: ${indented(typeOfParameter(types, parameter), 4)};\n`;
  });
  const isRequired = parameters.some(({ required }) => required);
  return `  ${property}${isRequired ? '' : '?'}: {\n${lines.join('')}  };\n`;
}

/** Lines in braces. */
function block(lines: string[]): string {
  const inner = lines.join('');
  return inner === '' ? '{}' : `{\n${inner}}`;
}

/** A type of several lines, in the place where its first line stands. */
function indented(type: string, by: number): string {
  return type.replaceAll('\n', `\n${' '.repeat(by)}`);
}

function typeOfParameter(types: SchemaTypes, { schema, content }: Parameter): string {
  return types.typeOf(schema ?? Object.values(content ?? {})[0]?.schema, 'request');
}

/** The lines of each body: with several media types, `contentType` tells them apart. */
function bodyTypes(types: SchemaTypes, body: NamedOperation['operation']['requestBody']): string[][] {
  if (!body || Object.keys(body.content).length === 0) return [];
  const mark = body.required ? '' : '?';
  const preferred = preferredMediaType(body.content);
  const comment = docComment([body.description], '  ');
  const entries = Object.entries(body.content).sort(([a], [b]) => Number(b === preferred) - Number(a === preferred));
  return entries.map(([mediaType, media]) => [
    entries.length > 1 || mediaType.includes('*')
      ? `  contentType${mediaType === preferred ? '?' : ''}: ${mediaType.includes('*') ? 'string' : quote(mediaType)};\n`
      : '',
    `${comment}  body${mark}: ${indented(typeOfBody(types, mediaType, media), 2)};\n`,
  ]);
}

function typeOfBody(types: SchemaTypes, mediaType: string, { schema }: MediaType): string {
  if (/^multipart\//i.test(mediaType)) return `${types.typeOf(schema, 'request')} | FormData`;
  if (/x-www-form-urlencoded/i.test(mediaType))
    return schema ? types.typeOf(schema, 'request') : 'Record<string, unknown>';
  const kind = kindOf(mediaType);
  if (kind === 'json' || (kind === undefined && schema)) return types.typeOf(schema, 'request');
  return kind === 'bytes' ? 'Binary | ReadableStream | string' : 'string | Binary';
}
