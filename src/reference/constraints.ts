import { translate } from '@docusaurus/Translate';
import type { Schema } from '../documents/operation-data.ts';
import { numberFormat } from '../format/formatters.ts';

/** A limit: a number, or the digits of one that numbers do not hold. */
type Limit = number | string | bigint | undefined;

/** The limits of a value, each in a few words, with numbers as the locale writes them. */
export function constraintsOf(schema: Schema, locale: string): string[] {
  const say = numbers(locale);
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  return [
    ...span(minimum, maximum, say),
    exclusiveMinimum !== undefined &&
      translate({ id: 'reference.moreThan', message: 'maior que {number}' }, { number: say(exclusiveMinimum) }),
    exclusiveMaximum !== undefined &&
      translate({ id: 'reference.lessThan', message: 'menor que {number}' }, { number: say(exclusiveMaximum) }),
    multipleOf !== undefined &&
      translate({ id: 'reference.multipleOf', message: 'múltiplo de {number}' }, { number: say(multipleOf) }),
    ...count(schema.minLength, schema.maxLength, say, (range, one) =>
      one
        ? translate({ id: 'reference.character', message: '{range} caractere' }, { range })
        : translate({ id: 'reference.characters', message: '{range} caracteres' }, { range }),
    ),
    ...count(schema.minItems, schema.maxItems, say, (range, one) =>
      one
        ? translate({ id: 'reference.item', message: '{range} item' }, { range })
        : translate({ id: 'reference.items', message: '{range} itens' }, { range }),
    ),
    ...count(schema.minProperties, schema.maxProperties, say, (range, one) =>
      one
        ? translate({ id: 'reference.property', message: '{range} campo' }, { range })
        : translate({ id: 'reference.properties', message: '{range} campos' }, { range }),
    ),
    schema.uniqueItems && translate({ id: 'reference.uniqueItems', message: 'sem repetição' }),
  ].filter((text) => typeof text === 'string');
}

/** The limits of all of a value's schemas, as one text. */
export function limitTexts(schemas: Schema[], locale: string): string {
  return [...new Set(schemas.flatMap((schema) => constraintsOf(schema, locale)))].join(', ');
}

/** Writes numbers as a locale does, with groups from five digits on: a year is no amount. */
function numbers(locale: string): (number: Limit) => string {
  // Small whole numbers are the same in each language; the first formatter takes a telephone as long as half of a page's fields.
  return (number) =>
    Number.isInteger(number) && Math.abs(Number(number)) < 10_000
      ? String(number)
      : numberFormat(locale, { useGrouping: 'min2', maximumFractionDigits: 20 }).format(number as number);
}

function span(from: Limit, to: Limit, say: (number: Limit) => string): string[] {
  const [least, most] = [from === undefined ? undefined : say(from), to === undefined ? undefined : say(to)];
  if (least !== undefined && most !== undefined)
    return [translate({ id: 'reference.between', message: 'de {least} a {most}' }, { least, most })];
  if (least !== undefined)
    return [translate({ id: 'reference.atLeast', message: 'no mínimo {number}' }, { number: least })];
  return most === undefined
    ? []
    : [translate({ id: 'reference.atMost', message: 'no máximo {number}' }, { number: most })];
}

function count(
  from: Limit,
  to: Limit,
  say: (number: Limit) => string,
  name: (range: string, one: boolean) => string,
): string[] {
  if (from === 0 && to === undefined) return [];
  const least = from === 0 ? undefined : from;
  const one = (to ?? least) === 1;
  if (least !== undefined && least === to)
    return [name(translate({ id: 'reference.exactly', message: 'exatamente {number}' }, { number: say(least) }), one)];
  return span(least, to, say).map((range) => name(range, one));
}
