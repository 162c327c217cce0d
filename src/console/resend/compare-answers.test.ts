import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { ReceivedResponse } from '../../exchange/received-response.ts';
import type { RequestDetails } from '../../generated/platform/types.gen.ts';
import { compareAnswers } from './compare-answers.ts';

const json = { 'content-type': 'application/json' };
const logged = (status: number, body: string | null, headers: Record<string, string> = json) =>
  ({ status, response: { headers, body }, response_bytes: body?.length ?? 0 }) as RequestDetails;
const received = (status: number, body: string, headers: Record<string, string> = json) =>
  ({ status, headers: Object.entries(headers), bytes: new TextEncoder().encode(body) }) as ReceivedResponse;

it('shows the status, the headers that matter and the body side by side', () => {
  const { status, headers, body } = compareAnswers(
    logged(422, '{"code":"invalid_fields"}', { ...json, date: 'then', 'x-request-id': 'req_1' }),
    received(201, '{"id":"cus_1"}', { ...json, Date: 'now', Location: '/customers/cus_1', 'x-request-id': 'req_2' }),
  );
  assert.deepEqual(status, { before: 422, after: 201 });
  assert.deepEqual(headers, [{ name: 'location', before: undefined, after: '/customers/cus_1' }]);
  assert.deepEqual(body, [
    { pointer: '/code', before: 'invalid_fields' },
    { pointer: '/id', after: 'cus_1' },
  ]);
});

it('says when nothing has changed, and takes a mask for the secret that it stands for', () => {
  assert.equal(compareAnswers(logged(200, '{"a":1}'), received(200, '{ "a": 1 }')).body, 'same');
  assert.equal(
    compareAnswers(logged(201, '{"secret":"sk_test_••••"}'), received(201, '{"secret":"sk_test_abc"}')).body,
    'same',
  );
});

it('compares texts as a whole, and an empty body with JSON', () => {
  const text = { 'content-type': 'text/plain' };
  assert.equal(compareAnswers(logged(200, 'a', text), received(200, 'b', text)).body, 'other');
  assert.deepEqual(compareAnswers(logged(204, null, {}), received(200, '{"a":1}')).body, [
    { pointer: '', before: null, after: { a: 1 } },
  ]);
});

it('compares no bodies that the log does not have', () => {
  assert.equal(compareAnswers({ ...logged(200, null), response_bytes: 9 }, received(200, '{}')).body, undefined);
  const expired = compareAnswers({ ...logged(200, null), response: null }, received(200, '{}'));
  assert.deepEqual([expired.body, expired.headers], [undefined, []]);
});
