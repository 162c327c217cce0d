import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Issue } from '../answers/issue.ts';
import type { Schema } from './document-types.ts';
import { createValidator } from './validator.ts';

const R: Schema = { $ref: '#/components/schemas/R' };
const A: Schema = { type: 'object', required: ['a'], properties: { a: { type: 'integer' } } };
const check = (schema: object, value: unknown): Issue[] => {
  const schemas = { R: schema as Schema };
  return createValidator({ openapi: '3.1.0', info: { title: 'A', version: '1' }, components: { schemas } }).request(
    R,
    value,
  );
};

const chain = (depth: number, rest: object = {}) =>
  Array.from({ length: depth }).reduce((next: object) => ({ ...rest, next }), {});
const nested = (depth: number, inner: unknown) => Array.from({ length: depth }).reduce((list) => [list], inner);
const inEach = (variants: number, more: (index: number) => object) =>
  Array.from({ length: variants }, (_, index) => ({ type: 'object', properties: { next: R }, ...more(index) }));
const long = 'a'.repeat(1_000_000);

/** Recursive schemas, each with a body of few values that would take millions of steps to look at in full, or gigabytes of text. */
const hostile: Record<string, [schema: object, body: unknown]> = {
  'anyOf of three at 90 levels': [{ anyOf: inEach(3, (index) => ({ required: [`r${index}`] })) }, chain(90)],
  'anyOf, wrong only at the end': [{ anyOf: inEach(3, () => ({ required: ['x'] })) }, chain(90, { x: 1 })],
  'oneOf of ten at 90 levels': [{ oneOf: inEach(10, (index) => ({ required: [`r${index}`] })) }, chain(90)],
  'allOf of two at 60 levels': [{ allOf: inEach(2, () => ({ required: ['x'] })) }, chain(60, { x: 1 })],
  'if, then and else': [
    {
      if: { properties: { next: R } },
      // biome-ignore lint/suspicious/noThenProperty: it is a keyword.
      then: { properties: { next: R } },
      else: { properties: { next: R }, required: ['x'] },
    },
    chain(90, { x: 1 }),
  ],
  'contains and items': [{ type: 'array', contains: R, items: R }, nested(90, null)],
  'prefixItems and unevaluatedItems': [
    { type: 'array', anyOf: [{ prefixItems: [R] }, { prefixItems: [R, A] }], unevaluatedItems: false },
    nested(90, [1, 2, 3]),
  ],
  dependentSchemas: [
    { properties: { next: R }, required: ['x'], dependentSchemas: { next: { properties: { next: R } } } },
    chain(60),
  ],
  unevaluatedProperties: [
    { anyOf: inEach(2, (index) => ({ required: [`r${index}`] })), unevaluatedProperties: false },
    chain(60),
  ],
  'patternProperties for the same name': [
    { type: 'object', required: ['x'], patternProperties: { '^n': R, t$: R, '^next$': R } },
    chain(60),
  ],
  $dynamicRef: [
    {
      $dynamicAnchor: 'node',
      anyOf: [
        { properties: { next: { $dynamicRef: '#node' } }, required: ['x'] },
        { properties: { next: { $dynamicRef: '#node' } }, required: ['y'] },
      ],
    },
    chain(90),
  ],
  'a long text in thirty formats': [
    { anyOf: Array.from({ length: 30 }, (_, i) => ({ format: 'email', maxLength: i })) },
    long,
  ],
  'a long text at each of many levels': [
    { anyOf: inEach(3, () => ({ properties: { next: R, text: { maxLength: 10 } } })) },
    chain(90, { text: long }),
  ],
  'unique items at each level': [
    { type: 'array', uniqueItems: true, items: R },
    nested(
      90,
      Array.from({ length: 15_000 }, (_, i) => i),
    ),
  ],
  'an enum of objects for each item': [
    {
      type: 'array',
      items: {
        anyOf: Array.from({ length: 20 }, (_, i) => ({ enum: Array.from({ length: 100 }, (_, j) => ({ i, j })) })),
      },
    },
    Array(19_000).fill({ i: 1 }),
  ],
  'five thousand names for forty patterns': [
    { type: 'object', patternProperties: Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`^f${i}x`, A])) },
    Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`f${index}`, 1])),
  ],
  'names that nothing allows': [
    {
      type: 'object',
      propertyNames: { anyOf: Array.from({ length: 50 }, (_, i) => ({ maxLength: 1, pattern: `^${i}` })) },
    },
    Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`f${index}`, 1])),
  ],
};

describe('a body that would take millions of steps to check is refused after a bounded number of them', () => {
  for (const [name, [schema, body]] of Object.entries(hostile))
    test(name, () => {
      let looks = 0;
      const count = (value: unknown): unknown => {
        if (typeof value !== 'object' || value === null) return value;
        const parts = Object.entries(value).map(([key, part]) => [key, count(part)] as const);
        const copy = Array.isArray(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
        return new Proxy(copy as object, {
          get: (target, key) => {
            looks++;
            return Reflect.get(target, key);
          },
        });
      };
      const issues = check(schema, count(body));
      assert.ok(issues.length > 0, 'it is not accepted');
      assert.ok(looks < 1_000_000, `${looks} looks at its values`);
    });
});

describe('an honest body is not affected', () => {
  test('twenty thousand values are checked to the last', () => {
    const closed = { ...A, required: ['a', 'b'], additionalProperties: false, properties: { ...A.properties, b: {} } };
    const schema = { type: 'array', items: { anyOf: [{ type: 'string' }, closed, { ...closed, required: ['c'] }] } };
    const items = Array.from({ length: 6_660 }, (_, a) => ({ a, b: 'x' }));
    assert.deepEqual(check(schema, items), []);
    assert.deepEqual(
      check(schema, [...items, { a: 'x', b: 'x' }]).map(({ field }) => field),
      ['6660.a'],
    );
  });

  test('a text of one MiB is checked in several formats', () => {
    const schema = { anyOf: [{ format: 'email' }, { format: 'uri' }, { minLength: 1 }] };
    assert.deepEqual(check(schema, long), []);
  });

  test('all of a hundred faults are told', () => {
    const schema = { type: 'array', items: { oneOf: [A, { type: 'object', required: ['b'] }] } };
    assert.equal(check(schema, Array(100).fill({ a: 'x' })).length, 100);
  });

  test('recursive choices are followed to the fault', () => {
    const schema = {
      anyOf: inEach(2, (index) => ({ properties: { kind: { const: index }, next: R }, required: ['kind'] })),
    };
    const body = Array.from({ length: 3 }).reduce((next: object) => ({ kind: 1, next }), { kind: 2 });
    assert.deepEqual(
      check(schema, body).map(({ field }) => field),
      ['next.next.next.kind'],
    );
  });
});
