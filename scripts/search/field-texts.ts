import type { Schema } from '../../src/documents/operation-data.ts';
import { placeOf } from '../../src/reference/part-places.ts';
import { besideOf, type Direction, hasParts, partsOf } from '../../src/reference/schema-parts.ts';
import { type Beside, type Schemas, viewSchema } from '../../src/reference/schema-view.ts';
import { escapeHtml, weighted } from './search-document.ts';

/** Maximum number of indexed fields per operation. */
const mostFields = 300;
/** Longer enums are not indexed: they are lists of countries and the like. */
const mostValues = 30;

interface Walked {
  schema: Schema;
  place: string;
  inside: Set<string>;
  beside: Beside;
}

type Visit = (property: { name: string; schema: Schema }, place: string, inside: Set<string>) => string;

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
    return walk({ schema, place: '', inside, beside: new Set() }, ({ name, schema: held }, _place, further) =>
      describe(name, held, further, `<p>${escapeHtml(name)}</p>`),
    );
  }

  /** Walks the fields of a schema, of its items, of its variants and of what holds of it under a condition, with their HTML ids. */
  function walk({ schema, place, inside, beside }: Walked, visit: Visit): string {
    const view = viewSchema(schema, schemas, beside);
    const { name } = view;
    if (said.size >= mostFields || (name !== undefined && inside.has(name))) return '';
    const further = name === undefined ? inside : new Set(inside).add(name);
    return partsOf(view, schemas, direction)
      .flatMap(({ kind, parts }) =>
        parts.map((part) => {
          const at = placeOf(place, part);
          const named = part.kind === 'property' || part.kind === 'pattern' ? (part.name ?? '') : '';
          if (kind === 'fields') return visit({ name: named, schema: part.schema }, at, further);
          const about = light(viewSchema(part.schema, schemas).schema.description ?? '');
          const inner = { schema: part.schema, place: at, inside: further, beside: besideOf(part, name, beside) };
          return about + walk(inner, visit);
        }),
      )
      .join('');
  }

  return {
    values,
    /** Writes fields with an HTML id each; nested fields belong to their parent's section. */
    write(schema: Schema, place: string): string {
      return walk({ schema, place, inside: new Set(), beside: new Set() }, ({ name, schema: held }, at, inside) =>
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
  return text && weighted(0.5, text);
}
