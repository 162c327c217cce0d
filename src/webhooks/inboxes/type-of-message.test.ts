import assert from 'node:assert/strict';
import { it } from 'node:test';
import { typeOfMessage } from './type-of-message.ts';

it('finds the type where APIs put it, and returns undefined for other bodies', () => {
  const typeOf = (body: string) => typeOfMessage({ body });
  assert.equal(typeOf('{"type":"webhook_test","data":{"type":"other"}}'), 'webhook_test');
  assert.equal(typeOf('{"event":{"type":"document_success","created_at":""}}'), 'document_success');
  for (const body of ['', 'a=b', 'null', '[1]', '"text"', '{"type":1}']) assert.equal(typeOf(body), undefined, body);
});
