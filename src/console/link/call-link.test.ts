import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftCall } from '../call-draft.ts';
import { anOperation, aParameter } from '../operation-fixture.ts';
import { callHash, fillFromLink, findCallId, linkToDraft } from './call-link.ts';

const operation = anOperation({
  method: 'POST',
  path: '/shops/{id}/orders',
  parameters: [
    aParameter({ name: 'id', in: 'path' }),
    aParameter({ name: 'tags', in: 'query', schema: { type: 'array', items: { type: 'string' } } }),
    aParameter({ name: 'X-Api-Key', in: 'header' }),
    aParameter({ name: 'Idempotency-Key', in: 'header' }),
  ],
  requestBody: {
    description: '',
    required: true,
    content: { 'application/json': { example: { a: 1 } }, 'application/xml': { example: '<a/>' } },
  },
});

test('a link restores what is sent', () => {
  const draft = draftCall(operation);
  draft.fields['path.id'] = { included: true, value: 'a/b c' };
  draft.fields['query.tags'] = { included: true, value: ['x', 'y&z'] };
  draft.mediaType = 'application/xml';
  draft.bodies['application/xml'] = '<a>&amp;</a>';
  draft.headers = [['X-Trace', 'a b']];
  draft.simulation = { answer: 'code=503', wait: 'wait=2' };
  const again = fillFromLink(operation, draftCall(operation), linkToDraft(operation, draft));
  assert.deepEqual(again, draft);
  assert.equal(
    fillFromLink(operation, draftCall(operation), linkToDraft(operation, { ...draft, includeBody: false })).includeBody,
    false,
  );
});

test('a link has no secrets and no key that may be used only once', () => {
  const draft = draftCall(operation);
  draft.fields['header.X-Api-Key'] = { included: true, value: 'my own' };
  draft.fields['header.Idempotency-Key'] = { included: true, value: 'once' };
  draft.headers = [['X-Auth-Token', 'my own']];
  draft.bodies['application/json'] = '{"key": "sk_test_12345678", "password": "geheim"}';
  const link = decodeURIComponent(linkToDraft(operation, draft));
  assert.doesNotMatch(link, /my|own|once|12345678|geheim/);
});

test('a link names a few values or a call of the history, and other addresses nothing', () => {
  const current = draftCall(operation);
  assert.equal(callHash([]), '#try');
  assert.equal(fillFromLink(operation, current, '#try'), current);
  assert.equal(fillFromLink(operation, current, callHash([['path.id', '7']])).fields['path.id']?.value, '7');
  assert.equal(
    fillFromLink(operation, current, callHash([['also.Authorization', 'Bearer a']])).headers,
    current.headers,
  );
  assert.equal(findCallId(callHash([['call', 'c1']])), 'c1');
  assert.equal(findCallId('#body.call=1'), undefined);
});
