import type { OpenApiDocument, Schema } from '../../openapi/document-types.ts';
import { partsOf } from './coerce.ts';

/** How a schema wants to be written (OpenAPI 3.1, XML Object). */
export interface XmlRules {
  name?: string;
  attribute?: boolean;
  wrapped?: boolean;
}

/** The rules that stand at a schema itself: those of a property, not those of what it refers to. */
export function xmlRules(schema: Schema | undefined): XmlRules {
  return (schema?.xml ?? {}) as XmlRules;
}

/** Whether a list has an element around its items, or a text is an attribute: both belong to the schema, wherever it is used. */
export function isMarked(
  document: OpenApiDocument,
  schema: Schema | undefined,
  mark: 'wrapped' | 'attribute',
): boolean {
  return partsOf(document, schema).some((part) => xmlRules(part)[mark] === true);
}

/** The element of a property: its own name, unless its schema renames it. */
export function elementOfProperty(name: string, schema: Schema | undefined): string {
  return xmlRules(schema).name ?? encodeName(name);
}

/** The element of a thing that no property names, such as an item of a list or the whole document. */
export function elementOfSchema(document: OpenApiDocument, schema: Schema | undefined): string | undefined {
  const named = partsOf(document, schema).find((part) => xmlRules(part).name);
  return xmlRules(named).name ?? schema?.$ref?.split('/').at(-1);
}

/** Letters and digits as XML takes them in names (XML 1.0, 2.3): not those that are small or raised, as in `nº` and `m²`. */
const nameStart = /[[\p{L}_]--[ªµº]]/v;
const namePart = /[[\p{L}\p{Nd}\p{Nl}_.\-·]--[ªµº]]/v;

/** Writes what may not stand in an XML name as `_xHHHH_`, as XML serialisers do since SQL/XML. */
export function encodeName(name: string): string {
  const escaped = name.replaceAll(/_(?=x[0-9A-F]{4}_)/g, '_x005F_');
  const encoded = [...escaped].map((character, index) =>
    (index === 0 ? nameStart : namePart).test(character) ? character : hexadecimal(character),
  );
  return encoded.join('') || '_x0000_';
}

/** Gives back the name that `encodeName` wrote. */
export function decodeName(name: string): string {
  if (name === '_x0000_') return '';
  return name.replaceAll(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function hexadecimal(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `_x${unit.toString(16).toUpperCase().padStart(4, '0')}_`).join('');
}
