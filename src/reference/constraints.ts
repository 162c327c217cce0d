import { translate } from '@docusaurus/Translate';
import type { Schema } from '../documents/operation-data.ts';

/** The constraints of a schema, each in a few words. */
export function constraintsOf(schema: Schema): string[] {
  return [
    range(schema.minimum, schema.maximum),
    schema.exclusiveMinimum !== undefined && `> ${schema.exclusiveMinimum}`,
    schema.exclusiveMaximum !== undefined && `< ${schema.exclusiveMaximum}`,
    schema.multipleOf !== undefined &&
      translate({ id: 'reference.multipleOf', message: 'múltiplo de {number}' }, { number: String(schema.multipleOf) }),
    count(schema.minLength, schema.maxLength, (range) =>
      translate({ id: 'reference.characters', message: '{range} caracteres' }, { range }),
    ),
    count(schema.minItems, schema.maxItems, (range) =>
      translate({ id: 'reference.items', message: '{range} itens' }, { range }),
    ),
    count(schema.minProperties, schema.maxProperties, (range) =>
      translate({ id: 'reference.properties', message: '{range} campos' }, { range }),
    ),
    schema.uniqueItems && translate({ id: 'reference.uniqueItems', message: 'sem repetição' }),
  ].filter((text) => typeof text === 'string');
}

function range(from: number | undefined, to: number | undefined): string | undefined {
  if (from !== undefined && to !== undefined) return `${from} – ${to}`;
  if (from !== undefined) return `≥ ${from}`;
  return to === undefined ? undefined : `≤ ${to}`;
}

function count(from: number | undefined, to: number | undefined, say: (range: string) => string): string | undefined {
  if (from !== undefined && from === to) return say(String(from));
  const text = range(from, to);
  return text && say(text);
}
