import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { BuiltRequest } from '../../../wire/built-request.ts';
import type { RequestDetails } from '../../generated/platform/types.gen.ts';
import { buildRequest } from '../build-request.ts';
import { type CallDraft, draftCall } from '../call-draft.ts';
import { anOperation, aParameter } from '../operation-fixture.ts';
import { fillDraft } from './fill-draft.ts';

const operation = anOperation({
  parameters: [
    aParameter({ name: 'company_id', in: 'path', required: true }),
    aParameter({ name: 'id', in: 'path', required: true }),
    aParameter({ name: 'tags', in: 'query', schema: { type: 'array', items: { type: 'string' } } }),
    aParameter({ name: 'ids', in: 'query', explode: false, schema: { type: 'array', items: { type: 'string' } } }),
    aParameter({ name: 'filter', in: 'query', style: 'deepObject', schema: { type: 'object' } }),
    aParameter({ name: 'limit', in: 'query', schema: { type: 'integer', default: 10 } }),
    aParameter({ name: 'token', in: 'query' }),
    aParameter({ name: 'Idempotency-Key', in: 'header' }),
    aParameter({ name: 'X-Trace', in: 'header' }),
  ],
  method: 'POST',
  path: '/companies/{company_id}/items/{id}',
  requestBody: {
    description: '',
    required: true,
    content: {
      'application/json': { example: { name: 'Example' } },
      'application/x-www-form-urlencoded': { example: {} },
    },
  },
});

const sent = (fields: Partial<RequestDetails>, body: string | null = null, headers: Record<string, string> = {}) =>
  ({
    path: `${operation.api.basePath}/companies/com%201/items/a%2Fb`,
    query: '',
    actor: null,
    request_bytes: body?.length ?? 0,
    request: { headers, body },
    ...fields,
  }) as RequestDetails;
const fill = (entry: RequestDetails) => fillDraft(operation, draftCall(operation), entry);
function build(draft: CallDraft): BuiltRequest {
  const { request, faults } = { request: undefined, ...buildRequest(operation, draft, 'http://h') };
  assert.ok(request, JSON.stringify(faults));
  return request;
}
const json = { 'content-type': 'application/json; charset=utf-8' };

it('fills path, query, headers and body so that the same call is built from the form', () => {
  const query = 'tags=a%2Cb&tags=c&ids=1,2%2C3&filter%5Bstate%5D%5Bis%5D=open&limit=5';
  const { draft, faults, notes } = fill(sent({ query }, '{"name":"Ana"}', { ...json, 'x-trace': 't', accept: '*/*' }));
  assert.deepEqual(faults, {});
  assert.deepEqual(notes, {
    masked: [],
    others: [],
    isBodyCut: false,
    isBodyMissing: false,
    hasNewKey: false,
    formerType: undefined,
  });
  const request = build(draft);
  assert.equal(request.url, `http://h${operation.api.basePath}/companies/com%201/items/a%2Fb?${query}`);
  assert.deepEqual(request.headers, [
    ['X-Trace', 't'],
    ['Content-Type', 'application/json'],
  ]);
  assert.deepEqual(request.body, { kind: 'text', mediaType: 'application/json', text: '{\n  "name": "Ana"\n}' });
});

it('sends nothing that was not sent', () => {
  const { draft } = fill(sent({}));
  const request = build(draft);
  assert.equal(new URL(request.url).search, '');
  assert.equal(request.body, undefined);
});

it('leaves masked secrets empty, and marks their fields', () => {
  const body = '{"password":"••••","note":"key sk_test_••••","name":"Ana"}';
  const { draft, faults, notes } = fill(sent({ query: 'token=••••' }, body, json));
  assert.deepEqual(faults, { 'query.token': 'masked', body: 'masked' });
  assert.deepEqual(notes.masked, ['token', 'password', 'note']);
  assert.deepEqual(JSON.parse(draft.bodies['application/json'] ?? ''), { password: '', note: '', name: 'Ana' });
  assert.deepEqual(draft.fields['query.token'], { included: true, value: '' });
});

it('takes a new idempotency key, because the old one would bring the old answer', () => {
  const { draft, notes } = fill(sent({}, null, { 'idempotency-key': 'old' }));
  assert.equal(notes.hasNewKey, true);
  assert.match(String(draft.fields['header.Idempotency-Key']?.value), /^[\da-f-]{36}$/);
});

it('says which parameters the operation does not have, and when the body is cut off or gone', () => {
  assert.deepEqual(fill(sent({ query: 'limt=1&limit=2' })).notes.others, ['limt']);
  assert.equal(fill(sent({ request_bytes: 70_000 }, '{"name":"', json)).notes.isBodyCut, true);
  const expired = fill(sent({ request_bytes: 12, request: null }));
  assert.equal(expired.notes.isBodyMissing, true);
  assert.deepEqual(JSON.parse(expired.draft.bodies['application/json'] ?? ''), { name: 'Example' });
});

it('fills forms, and leaves JSON as it is where indenting would change it', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const { draft } = fill(sent({}, 'name=Ana+Lima&tag=a&tag=b', form));
  assert.equal(draft.mediaType, 'application/x-www-form-urlencoded');
  assert.deepEqual(JSON.parse(draft.bodies[draft.mediaType] ?? ''), { name: 'Ana Lima', tag: ['a', 'b'] });
  const bodyOf = (body: string) => fill(sent({}, body, json)).draft.bodies['application/json'];
  for (const body of ['{"a":1,"a":2}', '{"cut":']) assert.equal(bodyOf(body), body);
  assert.equal(bodyOf('{"n":12345678901234567890}'), '{\n  "n": 12345678901234567890\n}');
});

it('repeats a simulated fault', () => {
  const { draft } = fill(sent({}, null, { prefer: 'code=503, wait=2' }));
  assert.deepEqual(draft.simulation, { answer: 'code=503', wait: 'wait=2' });
});

it('takes names in a query for nothing but names', () => {
  const { draft } = fill(sent({ query: 'filter%5B__proto__%5D%5Bx%5D=1' }));
  assert.equal(draft.fields['query.filter']?.value, '{"__proto__":{"x":"1"}}');
  assert.equal('x' in {}, false);
});

it('takes JSON that was sent as something else for what it is', () => {
  const { draft, notes } = fill(sent({}, '{"name":"Ana"}', { 'content-type': 'application/x-www-form-urlencoded' }));
  assert.equal(draft.mediaType, 'application/json');
  assert.deepEqual(JSON.parse(draft.bodies['application/json'] ?? ''), { name: 'Ana' });
  assert.equal(notes.formerType, 'application/x-www-form-urlencoded');
  assert.equal(fill(sent({}, '{"name":"Ana"}')).notes.formerType, undefined);
  assert.equal(fill(sent({}, 'name: Ana', { 'content-type': 'text/yaml' })).notes.isBodyMissing, true);
});
