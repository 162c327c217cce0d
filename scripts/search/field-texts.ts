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

/** A page says more than that of its fields; the search has the names of so many. */
const mostFields = 300;
/** Lists of countries and the like are not what anybody looks for. */
const mostValues = 30;

/** Writes the fields of one operation; each name with its meaning once, wherever it comes first. */
export function createFieldWriter(schemas: Schemas, direction: Direction) {
  const said = new Set<string>();

  /** The allowed values of a field, and its title. */
  function values(schema: Schema | boolean): string {
    const { schema: shown } = viewSchema(schema, schemas);
    const item = viewSchema(shown.items, schemas).schema;
    const listed = shown.enum ?? item.enum ?? [];
    const names = listed.length > mostValues ? [] : listed.filter((value) => typeof value === 'string');
    return [shown.title ?? '', ...names].map((name) => name && ` ${escapeHtml(String(name))}.`).join('');
  }

  /** The text of a field, below its name as `title` writes it, and of what it holds. */
  function tell(name: string, schema: Schema, inside: Set<string>, title: string): string {
    const { schema: shown } = viewSchema(schema, schemas);
    const text = `${shown.description ?? ''}${values(schema)}`;
    const isNew = said.size < mostFields && !said.has(name + text);
    said.add(name + text);
    const held = hasParts(schema, schemas, direction) ? inner(schema, inside) : '';
    return isNew ? title + light(text + held) : light(held);
  }

  function inner(schema: Schema, inside: Set<string>): string {
    return walk(schema, '', inside, ({ name, schema: held }, _place, further) =>
      tell(name, held, further, `<p>${escapeHtml(name)}</p>`),
    );
  }

  /** Goes through the properties of a schema, of its items and of its forms, with the places that they have on the page. */
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
    /** Fields with a place on the page each, at which what they hold is told, too. */
    write(schema: Schema, place: string): string {
      return walk(schema, place, new Set(), ({ name, schema: held }, at, inside) =>
        tell(name, held, inside, `<h6 id="${escapeHtml(at)}" data-pagefind-weight="2">${escapeHtml(name)}</h6>`),
      );
    },
    /** Fields that are only told of. */
    mention(schema: Schema): string {
      return light(inner(schema, new Set()));
    },
  };
}

function light(text: string): string {
  return weighted(0.5, text);
}
