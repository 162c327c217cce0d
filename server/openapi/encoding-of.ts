import { parameterValue } from '../../wire/parameter-value.ts';
import { serializeHeaderParameter } from '../../wire/serialize-parameter.ts';
import type { Encoding } from '../../wire/write-body.ts';
import type { Header, MediaType, OpenApiDocument } from './document-types.ts';
import { exampleOfMediaType } from './examples.ts';
import { resolve } from './resolve.ts';

/** How the properties of a form are written, with the headers of its parts as an example has them: those that are required or have one. */
export function encodingOf(document: OpenApiDocument, { encoding }: MediaType): Encoding | undefined {
  if (!encoding) return undefined;
  const properties = Object.entries(encoding).map(([property, { headers, ...own }]) => {
    const all = Object.entries(headers ?? {}).flatMap(([name, header]) => headerOf(document, name, header));
    return [property, all.length > 0 ? { ...own, headers: Object.fromEntries(all) } : own] as const;
  });
  return Object.fromEntries(properties);
}

/** The media type has a place of its own (OpenAPI 3.1, Encoding Object). */
function headerOf(document: OpenApiDocument, name: string, maybe: Header | { $ref: string }): [string, string][] {
  const header = resolve<Header>(document, maybe);
  if (/^content-type$/i.test(name) || (!header.required && header.example === undefined)) return [];
  const value = parameterValue(exampleOfMediaType(document, { ...header, name }, 'request'));
  return [[name, serializeHeaderParameter({ name, in: 'header', explode: header.explode }, value)]];
}
