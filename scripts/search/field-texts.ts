import type { Schema } from '../../src/documents/operation-data.ts';
import {
  type Direction,
  hasParts,
  partsOf,
  placeOfItem,
  placeOfProperty,
  placeOfVariant,
} from '../../src/reference/schema-parts.ts';
import { type Schemas, viewSchema } from '../../src/reference/schema-view.ts';
import { escapeHtml, weighted } from './search-document.ts';

/** Maximum number of indexed fields per operation. */
const mostFields = 300;
/** Longer enums are not indexed: they are lists of countries and the like. */
const mostValues = 30;

/** Writes the fields of one operation as searchable HTML; the same name and text only once. */
export function createFieldWriter(schemas: Schemas, direction: Direction) {
  const said = new Set<string>();

  /** The title and enum values of a field. */
  function values(schema: Schema | boolean): string {
    const { schema: shown } = viewSchema(schema, schemas);
    const item = viewSchema(shown.items, schemas).schema;
    const listed = shown.enum ?? item.enum ?? [];
    const names = listed.length > mostValues ? [] : listed.filter((value) => typeof value === 'string');
    return [shown.title ?? '', ...names].map((name) => name && ` ${escapeHtml(String(name))}.`).join('');
  }

  /** The text of a field and its nested fields below the given heading. */
  function describe(name: string, schema: Schema, inside: Set<string>, title: string): string {
    const { schema: shown } = viewSchema(schema, schemas);
    const text = `${shown.description ?? ''}${values(schema)}`;
    const isNew = said.size < mostFields && !said.has(name + text);
    said.add(name + text);
    const held = hasParts(schema, schemas, direction) ? inner(schema, inside) : '';
    return isNew ? title + light(text + held) : light(held);
  }

  function inner(schema: Schema, inside: Set<string>): string {
    return walk(schema, '', inside, ({ name, schema: held }, _place, further) =>
      describe(name, held, further, `<p>${escapeHtml(name)}</p>`),
    );
  }

  /** Walks the properties of a schema, its items and its variants, with their HTML ids. */
  function walk(
    schema: Schema,
    place: string,
    inside: Set<string>,
    visit: (property: { name: string; schema: Schema }, place: string, inside: Set<string>) => string,
  ): string {
    const { schema: shown, name } = viewSchema(schema, schemas);
    if (said.size >= mostFields || (name !== undefined && inside.has(name))) return '';
    const further = name === undefined ? inside : new Set(inside).add(name);
    const { items, properties, variants } = partsOf(shown, schemas, direction);
    return [
      ...items.map((item, index) => walk(item, placeOfItem(place, index, items.length), further, visit)),
      ...properties.map(({ name: property = '', schema: held }) =>
        visit({ name: property, schema: held }, placeOfProperty(place, property || undefined), further),
      ),
      ...variants.map((variant, index) => walk(variant.schema, placeOfVariant(place, index), further, visit)),
    ].join('');
  }

  return {
    values,
    /** Writes fields with an HTML id each; nested fields belong to their parent's section. */
    write(schema: Schema, place: string): string {
      return walk(schema, place, new Set(), ({ name, schema: held }, at, inside) =>
        describe(name, held, inside, `<h6 id="${escapeHtml(at)}" data-pagefind-weight="2">${escapeHtml(name)}</h6>`),
      );
    },
    /** Writes fields without ids. */
    mention(schema: Schema): string {
      return light(inner(schema, new Set()));
    },
  };
}

function light(text: string): string {
  return weighted(0.5, text);
}
