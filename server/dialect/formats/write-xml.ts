import { propertyOf } from '../../openapi/coerce.ts';
import type { OpenApiDocument, Schema } from '../../openapi/document-types.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import { elementOfProperty, elementOfSchema, isMarked, xmlRules } from './xml-names.ts';

/** Writes a JSON value as an XML document; the schema determines element names and wrapped lists. */
export function writeXml(document: OpenApiDocument, schema: Schema | undefined, value: unknown): string {
  const isList = Array.isArray(value);
  const root = (isList ? xmlRules(schema).name : elementOfSchema(document, schema)) ?? (isList ? 'list' : 'response');
  const written = isList
    ? wrap(root, itemsOf(document, schema, value, 'item'))
    : element(document, schema, root, value);
  const [first = '', ...rest] = written;
  const declared = written.some((line) => line.includes(' xsi:nil='))
    ? first.replace(/^<[^\s/>]+/, `$& xmlns:xsi="${xsi}"`)
    : first;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${[declared, ...rest].join('\n')}\n`;
}

const xsi = 'http://www.w3.org/2001/XMLSchema-instance';

/** The lines of an element. */
function element(document: OpenApiDocument, schema: Schema | undefined, name: string, value: unknown): string[] {
  if (value === null || value === undefined) return [`<${name} xsi:nil="true"/>`];
  if (Array.isArray(value)) return wrap(name, itemsOf(document, schema, value, name));
  if (typeof value !== 'object')
    return [value === '' ? `<${name}/>` : `<${name}>${escapeText(String(value))}</${name}>`];
  const lines: string[] = [];
  let attributes = '';
  for (const [key, child] of Object.entries(value)) {
    const property = propertyOf(document, schema, key);
    const own = elementOfProperty(key, property);
    if (isMarked(document, property, 'attribute') && typeof child !== 'object')
      attributes += ` ${own}="${escapeText(String(child)).replaceAll('"', '&quot;')}"`;
    else if (!Array.isArray(child)) lines.push(...element(document, property, own, child));
    else if (isMarked(document, property, 'wrapped')) lines.push(...wrap(own, itemsOf(document, property, child, own)));
    else lines.push(...itemsOf(document, property, child, own));
  }
  return wrap(name, lines, attributes);
}

function itemsOf(document: OpenApiDocument, schema: Schema | undefined, values: unknown[], fallback: string): string[] {
  const { items } = shapeOf(document, schema);
  const named = xmlRules(items).name ?? (items?.$ref ? elementOfSchema(document, items) : undefined);
  return values.flatMap((value) => element(document, items, named ?? fallback, value));
}

function wrap(name: string, lines: string[], attributes = ''): string[] {
  if (lines.length === 0) return [`<${name}${attributes}/>`];
  return [`<${name}${attributes}>`, ...lines.map((line) => `  ${line}`), `</${name}>`];
}

/** Replaces characters that XML does not allow with U+FFFD, so that the document stays well-formed. */
function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}
