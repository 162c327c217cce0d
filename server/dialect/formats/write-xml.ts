import { propertyOf } from '../../openapi/coerce.ts';
import type { OpenApiDocument, Schema } from '../../openapi/document-types.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import { elementOfItems, elementOfProperty, elementOfSchema, nameIn, nodeOf, xmlRules } from './xml-names.ts';
import { type Bound, qualify } from './xml-namespaces.ts';
import { attributeOf, escapeText, sectionOf } from './xml-text.ts';

/** Writes a JSON value as an XML document; the schema determines element names and wrapped lists. */
export function writeXml(document: OpenApiDocument, schema: Schema | undefined, value: unknown): string {
  const isList = Array.isArray(value);
  const root =
    (isList ? nameIn(xmlRules(schema)) : elementOfSchema(document, schema)) ?? (isList ? 'list' : 'response');
  const place = { document, schema, bound: new Map() };
  const written = isList ? wrapped(place, root, value, 'item') : element(place, root, value);
  const [first = '', ...rest] = written;
  const declared = written.some((line) => line.includes(' xsi:nil='))
    ? first.replace(/^<[^\s/>]+/, `$& xmlns:xsi="${xsi}"`)
    : first;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${[declared, ...rest].join('\n')}\n`;
}

const xsi = 'http://www.w3.org/2001/XMLSchema-instance';

/** A schema, and the namespaces that are declared where it stands, by prefix. */
interface Place {
  document: OpenApiDocument;
  schema: Schema | undefined;
  bound: Bound;
}

/** The lines of an element. */
function element(place: Place, name: string, value: unknown): string[] {
  if (Array.isArray(value)) return wrapped(place, name, value, name);
  const { document, schema } = place;
  const own = qualify(place, name);
  if (value === null || value === undefined) return [`<${own.name} xsi:nil="true"${own.declared}/>`];
  if (typeof value !== 'object') return wrap(own.name, value === '' ? [] : [escapeText(String(value))], own.declared);
  const lines: string[] = [];
  let { bound, declared: attributes } = own;
  for (const [key, child] of Object.entries(value)) {
    const inner = { document, schema: propertyOf(document, schema, key), bound };
    const node = nodeOf(document, inner.schema);
    const named = elementOfProperty(key, inner.schema);
    if (node === 'attribute' && typeof child !== 'object') {
      const qualified = qualify(inner, named, true);
      bound = qualified.bound;
      attributes += `${qualified.declared} ${qualified.name}="${attributeOf(String(child))}"`;
    } else lines.push(...childLines(inner, node, named, child));
  }
  return wrap(own.name, lines, attributes);
}

/** The lines of a property inside its object's element. */
function childLines(place: Place, node: string, name: string, value: unknown): string[] {
  const isText = typeof value !== 'object';
  if (node === 'text' && isText) return [escapeText(String(value))];
  if (node === 'cdata' && isText) return [sectionOf(String(value))];
  if (!Array.isArray(value)) {
    const lines = element(place, name, value);
    return node === 'none' && !isText && value !== null ? lines.slice(1, -1).map((line) => line.slice(2)) : lines;
  }
  return node === 'element' ? wrapped(place, name, value, name) : itemLines(place, value, name);
}

function wrapped(place: Place, name: string, values: unknown[], fallback: string): string[] {
  const own = qualify(place, name);
  return wrap(own.name, itemLines({ ...place, bound: own.bound }, values, fallback), own.declared);
}

function itemLines({ document, schema, bound }: Place, values: unknown[], fallback: string): string[] {
  const { items } = shapeOf(document, schema);
  const named = elementOfItems(document, items);
  return values.flatMap((value) => element({ document, schema: items, bound }, named ?? fallback, value));
}

/** A single line that is no element stays in the line of its element: space would belong to the text. */
function wrap(name: string, lines: string[], attributes = ''): string[] {
  if (lines.length === 0) return [`<${name}${attributes}/>`];
  if (lines.length === 1 && !/^<(?!!\[)/.test(lines[0] as string))
    return [`<${name}${attributes}>${lines[0]}</${name}>`];
  return [`<${name}${attributes}>`, ...lines.map((line) => `  ${line}`), `</${name}>`];
}
