import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BuiltRequest } from '../../wire/built-request.ts';
import type { OperationData } from '../documents/operation-data.ts';
import { buildRequest } from './build-request.ts';
import { type CallDraft, draftCall, type FieldDraft } from './call-draft.ts';
import { anOperation, aParameter } from './operation-fixture.ts';

const server = 'http://localhost:4000';

function withFields(operation: OperationData, fields: Record<string, FieldDraft>): CallDraft {
  const draft = draftCall(operation);
  return { ...draft, fields: { ...draft.fields, ...fields } };
}

function build(operation: OperationData, draft = draftCall(operation)): BuiltRequest {
  const result = buildRequest(operation, draft, server);
  assert.ok(!result.faults, JSON.stringify(result));
  return result.request;
}

const list = anOperation({
  parameters: [
    aParameter({ name: 'page', in: 'query', schema: { type: 'integer' }, example: 2 }),
    aParameter({ name: 'open', in: 'query', schema: { type: 'boolean' } }),
    aParameter({
      name: 'status',
      in: 'query',
      schema: { type: 'array', items: { enum: ['new', 'paid'] } },
      example: ['new', 'paid'],
    }),
    aParameter({ name: 'X-Trace', in: 'header' }),
    aParameter({ name: 'Authorization', in: 'header', required: true }),
  ],
});

describe('buildRequest', () => {
  it('omits a parameter that is not included, even if it has a value', () => {
    assert.equal(build(list).url, `${server}/sandbox/shop/v1/orders`);
    assert.deepEqual(build(list).headers, []);
  });

  it('sends an included parameter, even if falsy or empty', () => {
    const draft = withFields(list, {
      'query.page': { included: true, value: '0' },
      'query.open': { included: true, value: 'false' },
      'query.status': { included: true, value: ['new', ''] },
      'header.X-Trace': { included: true, value: '' },
    });
    const request = build(list, draft);
    assert.equal(request.url, `${server}/sandbox/shop/v1/orders?page=0&open=false&status=new&status=`);
    assert.deepEqual(request.headers, [['X-Trace', '']]);
  });

  it('fills the path and reports a missing value', () => {
    const item = anOperation({
      path: '/orders/{id}/lines/{line}',
      parameters: [
        aParameter({ name: 'id', in: 'path', example: 'a/b' }),
        aParameter({ name: 'line', in: 'path', schema: { type: 'integer' }, example: 0 }),
      ],
    });
    assert.equal(build(item).url, `${server}/sandbox/shop/v1/orders/a%2Fb/lines/0`);
    const emptied = withFields(item, { 'path.id': { included: true, value: '' } });
    assert.deepEqual(buildRequest(item, emptied, server).faults, { 'path.id': 'path-value-missing' });
  });

  it('prefers known values to examples in the path', () => {
    const item = anOperation({
      path: '/orders/{id}',
      parameters: [aParameter({ name: 'id', in: 'path', example: 'x' })],
    });
    assert.equal(build(item, draftCall(item, { id: 'ord_9' })).url, `${server}/sandbox/shop/v1/orders/ord_9`);
  });

  it('reads objects from JSON and reports invalid JSON', () => {
    const search = anOperation({
      parameters: [
        aParameter({
          name: 'filter',
          in: 'query',
          style: 'deepObject',
          required: true,
          schema: { type: 'object' },
          example: { min: 0, ok: false },
        }),
      ],
    });
    assert.equal(build(search).url, `${server}/sandbox/shop/v1/orders?filter%5Bmin%5D=0&filter%5Bok%5D=false`);
    const broken = withFields(search, { 'query.filter': { included: true, value: '{' } });
    assert.deepEqual(buildRequest(search, broken, server).faults, { 'query.filter': 'json-invalid' });
  });

  it('sends a parameter described by content as its text', () => {
    const search = anOperation({
      parameters: [
        aParameter({
          name: 'q',
          in: 'query',
          required: true,
          mediaType: 'application/json',
          schema: {},
          example: { a: [1] },
        }),
      ],
    });
    assert.equal(build(search).url, `${server}/sandbox/shop/v1/orders?q=%7B%22a%22%3A%5B1%5D%7D`);
  });

  it('rejects header values that no browser sends', () => {
    const draft = withFields(list, { 'header.X-Trace': { included: true, value: 'olá → mundo' } });
    assert.deepEqual(buildRequest(list, draft, server).faults, { 'header.X-Trace': 'header-characters' });
  });

  it('sends a JSON body as typed, even if it is invalid', () => {
    const create = anOperation({
      method: 'POST',
      requestBody: { description: '', required: true, content: { 'application/json': { example: { name: 'Ana' } } } },
    });
    const draft = draftCall(create);
    assert.deepEqual(build(create, draft).body, {
      kind: 'text',
      mediaType: 'application/json',
      text: '{\n  "name": "Ana"\n}',
    });
    const broken = { ...draft, bodies: { 'application/json': '{"name":' } };
    assert.deepEqual(build(create, broken).body, { kind: 'text', mediaType: 'application/json', text: '{"name":' });
    assert.equal(build(create, { ...draft, includeBody: false }).body, undefined);
    assert.deepEqual(build(create, { ...draft, includeBody: false }).headers, []);
  });

  it('encodes a form body and reports invalid JSON for it', () => {
    const type = 'application/x-www-form-urlencoded';
    const create = anOperation({
      method: 'POST',
      requestBody: {
        description: '',
        required: true,
        content: { [type]: { example: { name: 'Ana & Cia', tags: ['a', 'b'], zero: 0, none: '' } } },
      },
    });
    assert.deepEqual(build(create).body, {
      kind: 'form',
      mediaType: type,
      pairs: ['name=Ana%20%26%20Cia', 'tags=a', 'tags=b', 'zero=0', 'none='],
    });
    const broken = { ...draftCall(create), bodies: { [type]: '[1]' } };
    assert.deepEqual(buildRequest(create, broken, server).faults, { body: 'form-invalid' });
  });

  it('puts the key where the chosen security scheme says, or leaves it out on request', () => {
    const secured = anOperation({
      security: [
        [{ name: 'a', type: 'http', scheme: 'basic', scopes: [], description: '' }],
        [{ name: 'b', type: 'apiKey', in: 'query', parameterName: 'token', scopes: [], description: '' }],
      ],
    });
    const draft = draftCall(secured);
    assert.deepEqual(build(secured, draft).credentials, [{ kind: 'basic' }]);
    assert.deepEqual(build(secured, { ...draft, credential: 1 }).credentials, [{ kind: 'query', name: 'token' }]);
    assert.deepEqual(build(secured, { ...draft, credential: 'none' }).credentials, []);
    assert.deepEqual(build(anOperation()).credentials, [{ kind: 'bearer' }]);
    const platform = { slug: 'platform', title: '', version: '', isPlatform: true, basePath: '/platform/v1' };
    assert.deepEqual(build(anOperation({ api: platform })).credentials, []);
  });

  it('accepts the first media type of a successful response', () => {
    const download = anOperation({
      responses: {
        200: { description: '', headers: {}, content: { 'application/pdf': { example: '' } } },
        404: { description: '', headers: {}, content: { 'application/json': { example: {} } } },
      },
    });
    assert.deepEqual(build(download).headers, [['Accept', 'application/pdf']]);
  });
});
