import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { OpenApiDocument, Parameter } from './document-types.ts';
import type { Operation } from './operations.ts';
import { type RawParameters, readParameters } from './parameters.ts';
import { validatorOf } from './validator.ts';

const document = { openapi: '3.1.0', info: { title: 'A', version: '1' } } as OpenApiDocument;
const list = { type: 'array', items: { type: 'string' } };
const color = { type: 'object', properties: { R: { type: 'integer' }, G: { type: 'integer' } } };

/** Reads one parameter named `color`, the example of the specification's own table of styles. */
function read(
  parameter: Partial<Parameter>,
  raw: { path?: string; query?: string; headers?: RawParameters['headers'] },
): unknown {
  const operation = { parameters: [{ name: 'color', in: 'query', ...parameter }] } as Operation;
  const values = readParameters(document, operation, {
    path: { color: raw.path ?? '' },
    query: new URLSearchParams(raw.query),
    headers: raw.headers ?? {},
  });
  return values[parameter.in ?? 'query'].color;
}

const query = (text: string, parameter: Partial<Parameter>) => read(parameter, { query: text });
const path = (text: string, parameter: Partial<Parameter>) => read({ in: 'path', ...parameter }, { path: text });

describe('a parameter is read according to its style', () => {
  test('query: form repeats the name, or joins values with commas', () => {
    assert.equal(query('color=blue', { schema: { type: 'string' } }), 'blue');
    assert.deepEqual(query('color=blue&color=black', { schema: list }), ['blue', 'black']);
    assert.deepEqual(query('color=blue', { schema: list }), ['blue']);
    assert.deepEqual(query('color=blue,black', { schema: list, explode: false }), ['blue', 'black']);
    assert.deepEqual(query('color=', { schema: list, explode: false }), []);
    assert.equal(query('other=1', { schema: list }), undefined);
  });

  test('query: brackets after the name mark a list, too', () => {
    assert.deepEqual(query('color[]=blue&color[]=black', { schema: list }), ['blue', 'black']);
  });

  test('query: a list of objects is read as JSON, since no style defines it', () => {
    const schema = { type: 'array', items: color };
    assert.deepEqual(query('color={"R":100}&color={"R":200}', { schema }), [{ R: 100 }, { R: 200 }]);
    assert.deepEqual(query('color=blue', { schema }), ['blue']);
  });

  test('query: spaces and pipes', () => {
    assert.deepEqual(query('color=blue%20black', { schema: list, style: 'spaceDelimited', explode: false }), [
      'blue',
      'black',
    ]);
    assert.deepEqual(query('color=blue|black', { schema: list, style: 'pipeDelimited', explode: false }), [
      'blue',
      'black',
    ]);
  });

  test('query: objects, exploded, joined and deep', () => {
    assert.deepEqual(query('R=100&G=200', { schema: color }), { R: '100', G: '200' });
    assert.deepEqual(query('color=R,100,G,200', { schema: color, explode: false }), { R: '100', G: '200' });
    assert.deepEqual(query('color[R]=100&color[G]=200', { schema: color, style: 'deepObject' }), { R: 100, G: 200 });
    assert.equal(query('other=1', { schema: color }), undefined);
  });

  test('query: a parameter with a media type is read as JSON', () => {
    const content = { 'application/json': { schema: color } };
    assert.deepEqual(query('color=%7B%22R%22%3A100%7D', { content }), { R: 100 });
    assert.equal(query('color=%7B', { content }), '{');
  });

  test('path: simple, label and matrix', () => {
    for (const [text, parameter] of [
      ['blue,black', {}],
      ['.blue,black', { style: 'label' }],
      ['.blue.black', { style: 'label', explode: true }],
      [';color=blue,black', { style: 'matrix' }],
      [';color=blue;color=black', { style: 'matrix', explode: true }],
    ] as const) {
      assert.deepEqual(path(text, { schema: list, ...parameter }), ['blue', 'black'], text);
    }
    assert.equal(path('.blue', { schema: { type: 'string' }, style: 'label' }), 'blue');
    assert.equal(path(';color=blue', { schema: { type: 'string' }, style: 'matrix' }), 'blue');
  });

  test('path: objects in every style', () => {
    for (const [text, parameter] of [
      ['R,100,G,200', {}],
      ['R=100,G=200', { explode: true }],
      ['.R,100,G,200', { style: 'label' }],
      ['.R=100.G=200', { style: 'label', explode: true }],
      [';color=R,100,G,200', { style: 'matrix' }],
      [';R=100;G=200', { style: 'matrix', explode: true }],
    ] as const) {
      assert.deepEqual(path(text, { schema: color, ...parameter }), { R: '100', G: '200' }, text);
    }
  });

  test('header: names are case-insensitive, and lists may have spaces after commas', () => {
    const header = { name: 'Color', in: 'header', schema: list } as const;
    const operation = { parameters: [header] } as unknown as Operation;
    const values = readParameters(document, operation, {
      path: {},
      query: new URLSearchParams(),
      headers: { color: 'blue, black' },
    });
    assert.deepEqual(values.header.color, ['blue', 'black']);
  });

  test('cookie: found among others; a value that cannot be decoded stays as it is', () => {
    const cookie = (text: string) => read({ in: 'cookie', schema: { type: 'string' } }, { headers: { cookie: text } });
    assert.equal(cookie('a=1; color=light%20blue; b=2'), 'light blue');
    assert.equal(cookie('color=%E0%A4%A'), '%E0%A4%A');
    assert.equal(cookie('notcolor=1'), undefined);
  });
});

test('a text that matches several types of a oneOf is accepted, behind a reference, too', () => {
  const schema = { oneOf: [{ type: 'integer' }, { type: 'string' }] };
  const named = { ...document, components: { schemas: { IdOrSlug: schema } } } as OpenApiDocument;
  for (const own of [schema, { $ref: '#/components/schemas/IdOrSlug' }]) {
    const operation = { parameters: [{ in: 'path', name: 'id', required: true, schema: own }] } as unknown as Operation;
    for (const id of ['161335', 'main.yaml']) {
      const issues = validatorOf(named).parameters(operation, { path: { id }, query: {}, header: {}, cookie: {} });
      assert.deepEqual(issues, [], id);
    }
  }
});
