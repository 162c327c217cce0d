import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shownBody } from '../testing/render/render-operation.ts';

type Keywords = Record<string, unknown>;

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const text = { type: 'string' };
const orNull = (schema: Keywords, more: Keywords = {}) => ({ anyOf: [schema, { type: 'null' }], ...more });

/** What it says of a property with a schema. */
const property = (schema: Keywords, schemas: Keywords = {}, locale = 'en') =>
  shownBody({ type: 'object', properties: { p: schema } }, schemas, locale);

test('a value that may be null has all that is said of it', () => {
  const kind = { ...text, enum: ['big', 'small'], description: 'How large.' };
  assert.match(property(orNull({ ...text, format: 'date-time' })), /p string <date-time> \| null/);
  assert.match(
    property(orNull({ ...text, maxLength: 5, pattern: '^[A-Z]+$' }, { description: 'A code.' })),
    /p string \| null at most 5 characters A code\. Pattern \^\[A-Z\]\+\$/,
  );
  assert.match(
    property(orNull(ref('Kind'), { default: 'big' }), { Kind: kind }),
    /p string \| null default big How large\. Values big small/,
  );
  assert.match(property(orNull({ type: 'integer', minimum: 1, maximum: 9 })), /p integer \| null 1 to 9/);
  assert.match(property(orNull({ type: 'array', items: text, maxItems: 3 })), /p string\[\] \| null at most 3 items/);
  assert.match(
    property(orNull(ref('Sub')), { Sub: { type: 'object', properties: { z: { ...text, description: 'Deep.' } } } }),
    /p Sub \| null Fields of p z string Deep\./,
  );
});

test('variants of scalars differ by what is said of each', () => {
  const page = property({
    oneOf: [
      { ...text, format: 'uuid', description: 'Its id.' },
      { type: 'integer', exclusiveMinimum: 0, multipleOf: 5 },
    ],
  });
  assert.match(page, /string <uuid> Its id\. integer Limits greater than 0, multiple of 5/);
  assert.match(property({ type: ['string', 'integer', 'null'] }), /p string \| integer \| null/);
  assert.doesNotMatch(property({ oneOf: [text, { type: 'integer' }] }), /One of/);
});

test('constants are an enum with a text for each', () => {
  const page = property({
    oneOf: [
      { const: 1, title: 'Low' },
      { const: 2, title: 'High', description: 'As *can* be.' },
    ],
  });
  assert.match(page, /p integer Values 1 Low 2 High As can be\./);
});

test('maps show their names, and whether others are accepted', () => {
  const inner = { type: 'object', properties: { id: { ...text, description: 'Inner.' } } };
  assert.match(
    property({ type: 'object', patternProperties: { '^x_': inner }, additionalProperties: false, minProperties: 1 }),
    /p object at least 1 field Other fields are not accepted Fields of p \(name that matches \^x_\) .* id string Inner\./,
  );
  const deep = {
    type: 'object',
    additionalProperties: { type: 'object', additionalProperties: { type: 'integer', description: 'Deep.' } },
  };
  assert.match(property(deep), /\(any name\) object Fields of .* integer Deep\./);
  const named = { type: 'object', propertyNames: { format: 'uuid' }, additionalProperties: text };
  assert.match(property(named), /\(any name\) string \(each name\) string <uuid>/);
  assert.match(property({ type: 'object', additionalProperties: true }), /Other fields are accepted/);
});

test('what stands beside a reference is nearer than its target', () => {
  const schemas = { Num: { type: 'number', description: 'Any number.', example: 3 } };
  const page = property(
    { ...ref('Num'), description: 'The lower end.', minimum: 0, maximum: 50, examples: [10] },
    schemas,
  );
  assert.match(page, /p number 0 to 50 The lower end\. Example 10/);
  assert.doesNotMatch(page, /Any number/);
});

test('tuples, what lists contain, and exclusions are shown', () => {
  const tuple = {
    type: 'array',
    minItems: 2,
    prefixItems: [
      { type: 'integer', description: 'From.' },
      { ...text, description: 'To.' },
    ],
  };
  assert.match(
    property({ ...tuple, items: false }),
    /p \[integer, string\] .* Further items are not accepted .*\[0\] integer From\. \[1\] string To\./,
  );
  assert.match(property({ ...tuple, items: text }), /\(each further item\) string/);
  assert.match(
    property({ type: 'array', items: { type: 'integer' }, contains: { minimum: 10 }, minContains: 2, maxContains: 3 }),
    /Contains 2 to 3 items Limits at least 10/,
  );
  assert.match(property({ not: text }), /Must not be string/);
});

test('conditions say when, and what then', () => {
  const more = (name: string) => ({
    required: [name],
    properties: { [name]: { ...text, description: `About ${name}.` } },
  });
  const condition = Object.fromEntries([
    ['if', { properties: { mode: { const: 'b' } }, required: ['mode'] }],
    ['then', more('extra')],
    ['else', more('note')],
  ]);
  const page = shownBody({
    type: 'object',
    properties: { card: text, mode: text },
    dependentRequired: { cvc: ['card'] },
    dependentSchemas: { card: more('billing') },
    unevaluatedProperties: false,
    ...condition,
  });
  assert.match(page, /Other fields are not accepted/);
  assert.match(page, /If mode = b extra string required About extra\. Otherwise note string required About note\./);
  assert.match(page, /With cvc Requires card With card billing string required About billing\./);
});

test('what is never accepted is said to be so', () => {
  for (const schema of [false, { not: {} }])
    assert.match(property(schema as unknown as Keywords), /p never Value not allowed/);
  assert.match(property({ not: {} }, {}, 'pt-BR'), /Valor não é aceito/);
  assert.match(property({ not: {} }, {}, 'es'), /Valor no se admite/);
  const keywords = [
    ['if', { properties: { mode: { const: 'b' } } }],
    ['then', true],
    ['else', false],
  ];
  const page = shownBody({
    type: 'object',
    properties: { mode: text },
    dependentSchemas: { card: false, cash: true },
    ...Object.fromEntries(keywords),
  });
  assert.match(page, /If it matches mode string Always b Otherwise never Value not allowed/);
  assert.match(page, /With card never Value not allowed/);
  assert.doesNotMatch(page, /With cash/);
});

test('texts, defaults, examples, encodings and links of any kind are shown', () => {
  assert.match(
    property({ type: 'object', default: { a: [1] }, examples: [{ b: 1 }, { b: 2 }] }),
    /default \{"a":\[1\]\} Examples \{"b":1\} \{"b":2\}/,
  );
  assert.match(
    property({ ...text, contentEncoding: 'base64', contentMediaType: 'image/png' }),
    /Encoding base64 Content image\/png/,
  );
  assert.match(property({ ...text, externalDocs: { url: 'https://a.example', description: 'More' } }), /See also More/);
  assert.doesNotMatch(property({ ...text, externalDocs: { url: 'javascript:alert(1)' } }), /See also/);
  assert.match(
    property({
      ...text,
      enum: ['a', 'b'],
      'x-enum-descriptions': ['The *first*.', ''],
      'x-enum-varnames': ['FIRST', 'SECOND'],
    }),
    /Values a FIRST The first ?\. b SECOND/,
  );
});

test('properties that are named like keywords or like what every object has are properties', () => {
  const names =
    'example examples nullable format type minimum required default enum items $ref length constructor x-own not if'.split(
      ' ',
    );
  const properties = Object.fromEntries(names.map((name) => [name, { ...text, description: `About ${name}.` }]));
  const page = shownBody({
    allOf: [
      { type: 'object', properties },
      { required: ['example'], properties: { constructor: { maxLength: 3 } } },
    ],
  });
  for (const name of names) assert.ok(page.includes(`About ${name}.`), name);
});

test('limits are sentences with numbers as the language writes them', () => {
  const year = { type: 'integer', minimum: 1900, maximum: 100000 };
  assert.match(property(year), /integer 1900 to 100,000/);
  assert.match(property(year, {}, 'pt-BR'), /integer de 1900 a 100\.000/);
  assert.match(property({ ...text, minLength: 1, maxLength: 1 }, {}, 'es'), /string exactamente 1 carácter/);
});
