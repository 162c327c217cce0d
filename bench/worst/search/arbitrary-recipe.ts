import fc from 'fast-check';
import type { Recipe, TextRecipe, ValueRecipe } from './recipe.ts';

/** What a document knows: how many operations it has, and the names of its parameters, properties and headers. */
export interface Known {
  operations: number;
  parameters: string[];
  properties: string[];
}

/** What parsers, patterns and comparisons are slow with, and what programs mishandle. */
const units = [
  'a', 'A', '0', '1', '9', ' ', '.', '-', '@', ':', '/', ',', ';', '&', '=', '+', '%', '*', '(', ')', '[', ']', '{', '}', '<', '>', '!', '|', '~', '#',
  '\\\\', '\\"', '\\n', '\\t', '\\u0061', '\\ud83d\\udea2', '\\u0000', 'é', '日', '🚢', '\u0301', 'a.', '1,', 'a b', 'a:b', 'W/"a"', '"a"', 'a/b', '*/*;q=0.1',
  '%41', '%25', '%00', '..', '../', '0x', '1e9', '2026-01-01', 'T00:00:00Z', 'OR ', 'AND ', 'NOT ', 'name:', 'bytes=0-,', '0-1,', 'asc,', '-name,', 'null', '"', "'",
]; // biome-ignore format: a list of units
const ends = ['', '!', 'x', '@', '"a', '%', ')', '.', '0'];
const headers = [
  'accept', 'accept-language', 'accept-encoding', 'accept-charset', 'if-match', 'if-none-match', 'if-modified-since', 'range', 'cookie', 'prefer', 'idempotency-key',
  'authorization', 'content-type', 'content-encoding', 'x-forwarded-for', 'x-forwarded-proto', 'forwarded', 'traceparent', 'tracestate', 'origin', 'referer', 'te', 'via',
  'user-agent', 'x-http-method-override', 'x-api-key', 'apikey', 'last-event-id',
]; // biome-ignore format: a list of names
const operators = ['', '>=', '<=', '!=', '>', '<', '[gte]', '[]', '__like', '!'];
const parameters = [
  'sort',
  'fields',
  'search',
  'q',
  'filter',
  'limit',
  'page',
  'cursor',
  'offset',
  'per_page',
  'order',
  'direction',
  'include',
  'expand',
];

const times = fc.oneof(
  fc.nat({ max: 3 }),
  fc.nat({ max: 100 }),
  fc.nat({ max: 6000 }),
  fc.constantFrom(99, 100, 999, 1900, 4999, 19_990),
  fc.constant(1_000_000),
);
const text = fc.record<TextRecipe>({
  of: fc.oneof(fc.constantFrom(...units), fc.string({ maxLength: 4 }).map(escaped)),
  times,
  end: fc.constantFrom(...ends),
});
const short = fc.record<TextRecipe>({
  of: fc.constantFrom(...units),
  times: fc.nat({ max: 40 }),
  end: fc.constantFrom(...ends),
});
const raw = fc.oneof(
  fc.constantFrom('null', 'true', '0', '1', '-0', '1e400', '1e-400', '""', '{}', '[]', '"#"', '#', '0.1'),
  fc.nat({ max: 1_000_000 }).map((digits) => '1'.repeat(digits)),
  fc.nat({ max: 100_000 }).map((digits) => `0.${'3'.repeat(digits)}e-7`),
);

function escaped(value: string): string {
  return JSON.stringify(value).slice(1, -1);
}

/** Requests to one document, each by how it is made. */
export function arbitraryRecipe(known: Known): fc.Arbitrary<Recipe> {
  const property = known.properties.length > 0 ? fc.constantFrom(...known.properties) : fc.constant('name');
  const name = fc.oneof(
    { weight: 3, arbitrary: property.map((each): TextRecipe => ({ of: each, times: 1, end: '' })) },
    { weight: 1, arbitrary: short.map((each) => ({ ...each, end: '#' })) },
  );
  const { value } = fc.letrec<{ value: ValueRecipe }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: false },
      fc.oneof(
        raw.map((each): ValueRecipe => ({ kind: 'raw', raw: each })),
        text.map((each): ValueRecipe => ({ kind: 'text', text: each })),
      ),
      fc.record({
        kind: fc.constant('list' as const),
        items: fc.array(tie('value'), { minLength: 1, maxLength: 3 }),
        times,
      }),
      fc.record({
        kind: fc.constant('object' as const),
        fields: fc.array(fc.tuple(name, tie('value')), { minLength: 1, maxLength: 5 }),
        times: fc.oneof(fc.constant(1), times),
      }),
      fc.record({
        kind: fc.constant('nested' as const),
        name: fc.option(property, { nil: undefined }),
        levels: fc.nat({ max: 110 }),
        inner: tie('value'),
      }),
      fc.record({ kind: fc.constant('example' as const), place: fc.nat({ max: 60 }), value: tie('value') }),
    ),
  }));
  const named = fc.tuple(
    fc.oneof(
      fc.constantFrom(...parameters),
      property,
      ...(known.parameters.length > 0 ? [fc.constantFrom(...known.parameters)] : []),
    ),
    fc.constantFrom(...operators),
  );
  return fc.record<Recipe>({
    operation: fc.nat({ max: Math.max(0, known.operations - 1) }),
    ids: fc.array(short, { maxLength: 3 }),
    query: fc.array(
      fc.record({
        name: named.map((parts) => parts.join('')),
        value: text,
        times: fc.oneof(fc.constant(1), fc.nat({ max: 3000 })),
      }),
      { maxLength: 3 },
    ),
    headers: fc.array(fc.record({ header: fc.constantFrom(...headers), value: text }), { maxLength: 2 }),
    type: fc.oneof(
      { weight: 6, arbitrary: fc.constant('json' as const) },
      { weight: 3, arbitrary: fc.constantFrom('form' as const, 'xml' as const, 'multipart' as const) },
    ),
    body: value,
  });
}
