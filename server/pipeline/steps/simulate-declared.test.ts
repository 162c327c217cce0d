import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';
import { writeSpecs } from '../../testing/test-specs.ts';

const document = `openapi: 3.1.0
info: {title: Agenda, version: "1"}
paths:
  /visits:
    get:
      responses:
        "200": {description: ok, content: {application/json: {schema: {type: array, items: {type: object, properties: {id: {type: string}}}}}}}
        "202": {description: later, content: {application/json: {example: {ready: false}}}}
        "304": {description: unchanged}
        "405": {description: no}
        "418": {description: a teapot, content: {application/json: {schema: {type: object, properties: {code: {type: string}, message: {type: string}}, required: [code, message]}}}}
    post:
      responses:
        "201": {description: made, content: {application/json: {schema: {type: object, properties: {id: {type: string}}}}}}
        4XX: {description: refused}
`;

describe('Fault injection: declared responses', () => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    const silent = { 'openapi.yaml': document, 'sandbox.ts': 'export const profile = { simulation: false };' };
    const root = writeSpecs({ agenda: { 'openapi.yaml': document }, silent });
    portal = await startTestPortal({ env: { SPECS_PATH: `specs:${root}` } });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, prefer: string) => portal.call(request, { key, headers: { prefer } });

  test('a declared success returns its example, and nothing is done', async () => {
    const later = await call('GET /sandbox/agenda/visits', 'code=202');
    assert.deepEqual([later.status, later.body, later.headers['cache-control']], [202, { ready: false }, 'no-store']);
    const unchanged = await call('GET /sandbox/agenda/visits', 'code=304');
    assert.deepEqual([unchanged.status, unchanged.body], [304, '']);
  });

  test('a declared error that the sandbox never causes has its declared schema', async () => {
    const { status, body } = await call('GET /sandbox/agenda/visits', 'code=418');
    assert.deepEqual([status, body.code], [418, 'simulated_error']);
  });

  test('405 lists the allowed methods', async () => {
    const { status, headers } = await call('GET /sandbox/agenda/visits', 'code=405');
    assert.deepEqual([status, headers.allow], [405, 'GET, POST, HEAD, OPTIONS']);
  });

  test('a range of statuses declares each of them', async () => {
    assert.equal((await call('POST /sandbox/agenda/visits', 'code=409')).status, 409);
    assert.equal((await call('POST /sandbox/agenda/visits', 'code=204')).status, 400);
  });

  test('a profile may disable the header', async () => {
    const { status, headers } = await call('GET /sandbox/silent/visits', 'code=503');
    assert.deepEqual([status, headers['preference-applied']], [200, undefined]);
  });
});
