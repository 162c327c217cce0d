import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listOperations } from '../../server/openapi/operations.ts';
import { operationAddress } from '../../src/documents/operation-address.ts';

test('the pages of the portal find the page of an operation by its id, as the build names it', () => {
  const ids = ['createServiceInvoice', 'listHTTPLogs', 'get_train trips', 'v2.consultarSituação', 'x--y', 'ABCDef9Gh'];
  const paths = Object.fromEntries(
    ids.map((operationId, index) => [`/p${index}`, { get: { operationId, responses: {} } }]),
  );
  const operations = listOperations({ openapi: '3.1.0', info: { title: '', version: '' }, paths });
  assert.deepEqual(
    ids.map((id) => operationAddress('t', id)),
    operations.map(({ slug }) => `/reference/t/${slug}`),
  );
});
