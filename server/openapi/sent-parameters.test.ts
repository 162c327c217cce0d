import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parameterValue } from '../../wire/parameter-value.ts';
import { placeParameters } from '../../wire/place-parameters.ts';
import type { OpenApiDocument, Parameter } from './document-types.ts';
import type { Operation } from './operations.ts';
import { readParameters } from './parameters.ts';
import { validatorOf } from './validator.ts';

const document = { openapi: '3.1.0', info: { title: 'A', version: '1' } } as OpenApiDocument;
const texts = { type: 'array', items: { type: 'string' } };
const numbers = { type: 'array', items: { type: 'integer' } };
const point = { type: 'object', required: ['r', 'g'], properties: { r: { type: 'integer' }, g: { type: 'integer' } } };
const filter = {
  type: 'object',
  required: ['length', 'range'],
  properties: {
    length: { type: 'integer' },
    range: { type: 'object', required: ['from'], properties: { from: { type: 'integer' }, to: { type: 'integer' } } },
    tags: texts,
    active: { type: 'boolean' },
    note: { type: 'string' },
  },
};

/** A parameter, written as console, samples and collections write it, and read as the sandbox does. */
function readBack(parameter: Parameter, value: unknown): unknown {
  const operation = { parameters: [parameter] } as Operation;
  const sent = placeParameters(`/{${parameter.name}}`, [{ parameter, value: parameterValue(value) }]);
  const search = sent.query.join('&');
  const read = readParameters(document, operation, {
    path: { [parameter.name]: decodeURIComponent(sent.path.slice(1)) },
    query: new URLSearchParams(search),
    search,
    headers: { ...Object.fromEntries(sent.headers), cookie: sent.cookies.join('; ') },
  });
  assert.deepEqual(validatorOf(document).parameters(operation, read), [], search || sent.path);
  return read[parameter.in][parameter.name];
}

describe('what is written as a parameter is read as it was', () => {
  const query = (rest: Partial<Parameter>, value: unknown) =>
    assert.deepEqual(readBack({ name: 'p', in: 'query', required: true, ...rest }, value), value, JSON.stringify(rest));

  test('in the query: texts, lists and objects in each style', () => {
    query({ schema: { type: 'string' } }, '2+3 & x=1');
    query({ allowReserved: true, schema: { type: 'string' } }, 'a/b:c,d?e');
    query({ name: 'page[offset]', schema: { type: 'integer' } }, 0);
    query({ name: '$top', schema: { type: 'integer' } }, 6);
    query({ name: 'names[]', schema: texts }, ['x', 'y']);
    query({ schema: texts }, ['a,b', 'c']);
    query({ explode: false, schema: texts }, ['a,b', 'c', 'ü+&']);
    query({ explode: false, schema: numbers }, [7]);
    query({ style: 'pipeDelimited', explode: false, schema: numbers }, [1, 2]);
    query({ style: 'spaceDelimited', explode: false, schema: numbers }, [3, 4]);
    query({ explode: false, schema: point }, { r: 1, g: 2 });
    query({ schema: { type: 'boolean' } }, false);
    query({ allowEmptyValue: true, schema: { type: 'string' } } as Partial<Parameter>, '');
  });

  test('in the query: nested objects', () => {
    for (const value of [
      { length: 3, range: { from: 1 } },
      { length: 3, range: { from: 1, to: 2 }, tags: ['a', 'b'], active: true, note: 'x[y]=z&' },
      { length: 3, range: { from: 1 }, tags: ['only'] },
    ])
      query({ style: 'deepObject', explode: true, schema: filter }, value);
  });

  test('in the path, in headers and in cookies', () => {
    for (const rest of [
      { in: 'path', style: 'matrix', explode: true, schema: numbers },
      { in: 'path', style: 'matrix', schema: numbers },
      { in: 'path', style: 'label', explode: true, schema: numbers },
      { in: 'path', style: 'label', schema: numbers },
      { in: 'path', schema: numbers },
      { in: 'header', schema: numbers },
    ] as Partial<Parameter>[])
      query(rest, [3, 4]);
    for (const rest of [
      { in: 'path', style: 'matrix', explode: true, schema: point },
      { in: 'path', style: 'matrix', schema: point },
      { in: 'path', style: 'label', explode: true, schema: point },
      { in: 'path', explode: true, schema: point },
      { in: 'path', schema: point },
      { in: 'header', schema: point },
    ] as Partial<Parameter>[])
      query(rest, { r: 1, g: 2 });
    for (const style of ['simple', 'label', 'matrix'])
      query({ in: 'path', style, schema: { type: 'string' } }, 'home/me/a b.txt');
    query({ in: 'cookie', schema: { type: 'string' } }, 'a b');
  });
});

test('a list of objects may be written with brackets, and a list with positions', () => {
  const read = (search: string, schema: Parameter['schema']) =>
    readParameters(document, { parameters: [{ name: 'p', in: 'query', schema }] } as unknown as Operation, {
      path: {},
      query: new URLSearchParams(search),
      search,
      headers: {},
    }).query.p;
  assert.deepEqual(read('p[0][r]=1&p[1][r]=2', { type: 'array', items: point }), [{ r: 1 }, { r: 2 }]);
  assert.deepEqual(read('p[0]=a&p[1]=b', texts), ['a', 'b']);
  assert.deepEqual(read('p[r]=1&p[g]=2', point), { r: 1, g: 2 });
  assert.deepEqual(read('p=a%2Cb', texts), ['a,b']);
});
