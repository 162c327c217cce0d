import assert from 'node:assert/strict';
import { it } from 'node:test';
import { operationAddress } from './operation-address.ts';

it('turns an operationId into the address of its page', () => {
  assert.equal(operationAddress('notas', 'createServiceInvoice'), '/reference/notas/create-service-invoice');
  assert.equal(operationAddress('t', 'get_train trips'), '/reference/t/get-train-trips');
  assert.equal(operationAddress('t', 'listHTTPLogs'), '/reference/t/list-http-logs');
  assert.equal(operationAddress('t', 'consultarSituação'), '/reference/t/consultar-situacao');
});
