import { partsOf } from '../../openapi/coerce.ts';
import type { OpenApiDocument, Schema } from '../../openapi/document-types.ts';
import { memoize } from '../../openapi/memoize.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';

/** The XML rules of a schema (OpenAPI 3.1 and 3.2, XML Object). */
export interface XmlRules {
  name?: string;
  attribute?: boolean;
  wrapped?: boolean;
  prefix?: string;
  namespace?: string;
  /** OpenAPI 3.2: `element`, `attribute`, `text`, `cdata` or `none`. */
  nodeType?: string;
}

/** The rules of a schema itself, without those of its reference's target. */
export function xmlRules(schema: Schema | undefined): XmlRules {
  return (schema?.xml ?? {}) as XmlRules;
}

/** What a property is in its object's element; unlike names, this is inherited from a reference's target. A list is `none` unless it is wrapped. */
export function nodeOf(document: OpenApiDocument, schema: Schema = anything): string {
  return nodeOnce(schema, document);
}

const anything: Schema = {};

// Each property of each record that is written asks for it.
const nodeOnce = memoize((schema: Schema, document: OpenApiDocument): string => {
  const rules = partsOf(document, schema).map(xmlRules);
  const { nodeType } = rules.find((each) => each.nodeType) ?? {};
  if (nodeType) return nodeType;
  if (rules.some(({ attribute }) => attribute === true)) return 'attribute';
  if (!shapeOf(document, schema).types.has('array')) return 'element';
  return rules.some(({ wrapped }) => wrapped === true) ? 'element' : 'none';
});

/** The namespace of a schema's element or attribute, and its prefix. */
export function namespaceOf(document: OpenApiDocument, schema: Schema = anything): Namespace {
  return namespaceOnce(schema, document);
}

type Namespace = Pick<XmlRules, 'prefix' | 'namespace'>;

const namespaceOnce = memoize((schema: Schema, document: OpenApiDocument): Namespace => {
  const rules = partsOf(document, schema).map(xmlRules);
  const named = rules.map(({ name = '', prefix = /^(.*):/.exec(name)?.[1], namespace }) => ({ prefix, namespace }));
  return named.find(({ prefix, namespace }) => prefix ?? namespace) ?? {};
});

/** The name that rules give, as XML allows it; what some documents write before a colon is its prefix. */
export function nameIn({ name }: XmlRules): string | undefined {
  return name === undefined ? undefined : encodeName(name.slice(name.lastIndexOf(':') + 1));
}

/** The element name of a property: its name, unless its schema sets another. */
export function elementOfProperty(name: string, schema: Schema | undefined): string {
  return nameIn(xmlRules(schema)) ?? encodeName(name);
}

/** The element name of a list's items, if they have one of their own. */
export function elementOfItems(document: OpenApiDocument, items: Schema | undefined): string | undefined {
  return nameIn(xmlRules(items)) ?? (items?.$ref ? elementOfSchema(document, items) : undefined);
}

/** The element name of a value that is not a property, such as a list item or the root. */
export function elementOfSchema(document: OpenApiDocument, schema: Schema | undefined): string | undefined {
  const named = partsOf(document, schema).find((part) => xmlRules(part).name);
  const own = schema?.$ref?.split('/').at(-1);
  return nameIn(xmlRules(named)) ?? (own === undefined ? undefined : encodeName(own));
}

/** Letters and digits allowed in XML names (XML 1.0, 2.3), without superscripts, as in `nº` and `m²`. */
const nameStart = /[[\p{L}_]--[ªµº]]/v;
const namePart = /[[\p{L}\p{Nd}\p{Nl}_.\-·]--[ªµº]]/v;

/** Escapes characters not allowed in an XML name as `_xHHHH_`, as SQL/XML does. */
export function encodeName(name: string): string {
  const escaped = name.replaceAll(/_(?=x[0-9A-F]{4}_)/g, '_x005F_');
  const encoded = [...escaped].map((character, index) =>
    (index === 0 ? nameStart : namePart).test(character) ? character : hexadecimal(character),
  );
  return encoded.join('') || '_x0000_';
}

/** Reverses `encodeName`. */
export function decodeName(name: string): string {
  if (name === '_x0000_') return '';
  return name.replaceAll(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function hexadecimal(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `_x${unit.toString(16).toUpperCase().padStart(4, '0')}_`).join('');
}
