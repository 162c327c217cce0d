import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anOperation, aParameter } from '../operation-fixture.ts';
import { readAnswerIssues } from './read-answer-issues.ts';

const operation = anOperation({
  parameters: [aParameter({ name: 'limit', in: 'query' })],
  requestBody: {
    description: '',
    required: true,
    content: { 'application/json': { example: { name: '', address: {} } } },
  },
});

const read = (answer: unknown) => readAnswerIssues(answer, operation, { extra: 1 });

test('fields are found in the answers of many servers', () => {
  const name = { in: 'body', pointer: '/name', detail: 'too short' };
  assert.deepEqual(read({ errors: [{ field: 'name', message: 'too short' }] }), [name]);
  assert.deepEqual(read({ detail: [{ loc: ['body', 'name'], msg: 'too short', type: 'x' }] }), [name]);
  assert.deepEqual(read({ errors: [{ source: { pointer: '/name' }, detail: 'too short', title: 'x' }] }), [name]);
  assert.deepEqual(read({ error: { param: 'limit', message: 'too many' } }), [
    { in: 'query', pointer: '/limit', detail: 'too many' },
  ]);
  assert.deepEqual(read({ erros: [{ campo: '$.address.lines[0]', mensagem: 'vazio' }] }), [
    { in: 'body', pointer: '/address/lines/0', detail: 'vazio' },
  ]);
});

test('what is no field of the call is none', () => {
  assert.deepEqual(read({ name: 'Not found', message: 'x' }), []);
  assert.deepEqual(read({ field: 'other', message: 'x' }), []);
  assert.deepEqual(read([{ field: 'name' }]), []);
});
