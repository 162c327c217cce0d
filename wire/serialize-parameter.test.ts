import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { serializeHeaderParameter, serializePathParameter, serializeQueryParameter } from './serialize-parameter.ts';

// The "Style Examples" table of the OpenAPI specification.
const list = ['blue', 'black', 'brown'];
const object = { R: '100', G: '200', B: '150' };

describe('query parameters', () => {
  const write = (style: object, value: Parameters<typeof serializeQueryParameter>[1]) =>
    serializeQueryParameter({ name: 'color', in: 'query', ...style }, value).join('&');

  it('writes form, exploded by default', () => {
    assert.equal(write({}, 'blue'), 'color=blue');
    assert.equal(write({}, list), 'color=blue&color=black&color=brown');
    assert.equal(write({}, object), 'R=100&G=200&B=150');
    assert.equal(write({ explode: false }, list), 'color=blue,black,brown');
    assert.equal(write({ explode: false }, object), 'color=R,100,G,200,B,150');
  });

  it('writes a scalar with explode as one pair', () => {
    assert.equal(write({ explode: true }, 'blue'), 'color=blue');
    assert.equal(write({ style: 'spaceDelimited', explode: true }, 'blue'), 'color=blue');
  });

  it('writes delimited lists', () => {
    assert.equal(write({ style: 'spaceDelimited' }, list), 'color=blue%20black%20brown');
    assert.equal(write({ style: 'pipeDelimited' }, list), 'color=blue%7Cblack%7Cbrown');
    assert.equal(write({ style: 'pipeDelimited', explode: true }, list), 'color=blue&color=black&color=brown');
  });

  it('writes deepObject, nested too', () => {
    assert.equal(write({ style: 'deepObject' }, object), 'color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150');
    assert.equal(
      write({ style: 'deepObject' }, { a: { b: '1' }, c: ['x', 'y'] }),
      'color%5Ba%5D%5Bb%5D=1&color%5Bc%5D=x&color%5Bc%5D=y',
    );
  });

  it('writes a list in an object as often as it has items, and a query string as it is', () => {
    assert.equal(write({}, { R: ['1', '2'], G: '3' }), 'R=1&R=2&G=3');
    assert.equal(write({ style: 'querystring' }, '{"a":1}'), '%7B%22a%22%3A1%7D');
  });

  it('preserves falsy values and omits an empty list', () => {
    assert.equal(write({}, ''), 'color=');
    assert.equal(write({}, '0'), 'color=0');
    assert.equal(write({}, 'false'), 'color=false');
    assert.equal(write({}, ['']), 'color=');
    assert.equal(write({}, []), '');
  });

  it('encodes delimiters inside values, and names', () => {
    assert.equal(write({ explode: false }, ['a,b', 'c&d']), 'color=a%2Cb,c%26d');
    assert.equal(write({ name: 'amount>' }, '100'), 'amount%3E=100');
    assert.equal(write({}, 'São Paulo + 50%'), 'color=S%C3%A3o%20Paulo%20%2B%2050%25');
  });

  it('preserves reserved characters with allowReserved, except those that would break the query', () => {
    assert.equal(write({ allowReserved: true }, 'a:b/c,d;e'), 'color=a:b/c,d;e');
    assert.equal(write({ allowReserved: true }, 'a&b#c+d[e]'), 'color=a%26b%23c%2Bd%5Be%5D');
  });
});

describe('path parameters', () => {
  const write = (style: object, value: Parameters<typeof serializePathParameter>[1]) =>
    serializePathParameter({ name: 'color', in: 'path', ...style }, value);

  it('writes simple', () => {
    assert.equal(write({}, 'blue'), 'blue');
    assert.equal(write({}, list), 'blue,black,brown');
    assert.equal(write({}, object), 'R,100,G,200,B,150');
    assert.equal(write({ explode: true }, object), 'R=100,G=200,B=150');
  });

  it('writes label and matrix', () => {
    assert.equal(write({ style: 'label' }, list), '.blue,black,brown');
    assert.equal(write({ style: 'label', explode: true }, list), '.blue.black.brown');
    assert.equal(write({ style: 'label', explode: true }, object), '.R=100.G=200.B=150');
    assert.equal(write({ style: 'matrix' }, ''), ';color');
    assert.equal(write({ style: 'matrix' }, 'blue'), ';color=blue');
    assert.equal(write({ style: 'matrix' }, list), ';color=blue,black,brown');
    assert.equal(write({ style: 'matrix', explode: true }, list), ';color=blue;color=black;color=brown');
    assert.equal(write({ style: 'matrix', explode: true }, object), ';R=100;G=200;B=150');
  });

  it('encodes characters that would end the segment', () => {
    assert.equal(write({}, 'a/b?c#d'), 'a%2Fb%3Fc%23d');
    assert.equal(write({}, "it's (1)"), 'it%27s%20%281%29');
  });
});

describe('header parameters', () => {
  it('writes simple and does not percent-encode', () => {
    assert.equal(serializeHeaderParameter({ name: 'X', in: 'header' }, 'a b%'), 'a b%');
    assert.equal(serializeHeaderParameter({ name: 'X', in: 'header' }, list), 'blue,black,brown');
    assert.equal(serializeHeaderParameter({ name: 'X', in: 'header' }, object), 'R,100,G,200,B,150');
    assert.equal(serializeHeaderParameter({ name: 'X', in: 'header', explode: true }, object), 'R=100,G=200,B=150');
  });
});
