import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReceivedResponse } from '../exchange/received-response.ts';
import { decodeBody } from '../exchange/received-response.ts';
import { MemoryStorage } from '../ui/memory-storage.ts';
import { clearAnswers, findAnswer, storeAnswer } from './answer-store.ts';
import { secretsOfKey } from './without-secrets.ts';

function anAnswer(text: string, type = 'application/json'): ReceivedResponse {
  return {
    method: 'GET',
    url: 'http://localhost/orders?api_key=hidden',
    status: 200,
    reason: 'OK',
    headers: [
      ['content-type', type],
      ['set-cookie', 'session=1'],
    ],
    bytes: new TextEncoder().encode(text),
    milliseconds: 12,
    sentAt: '2026-11-30T00:00:00.000Z',
  };
}

test('an answer is kept without secrets', () => {
  const storage = new MemoryStorage();
  storeAnswer(storage, 'a', anAnswer('{"secret": "sk_test_12345678", "password": "geheim", "name": "é"}'), ['a']);
  assert.doesNotMatch(storage.getItem('cais.answers') ?? '', /12345678|geheim|session|hidden/);
  const found = findAnswer(storage, 'a') ?? assert.fail();
  assert.equal(JSON.parse(decodeBody(found)).name, 'é');
  assert.equal(found.status, 200);
});

test('a key that a server repeats is not kept, whatever it looks like', () => {
  const storage = new MemoryStorage();
  const answer = anAnswer('{"user": "my-id:my-own-key", "again": "my-own-key"}');
  answer.headers.push(['x-caller', 'my-own-key']);
  storeAnswer(storage, 'a', answer, ['a'], secretsOfKey('my-id:my-own-key'));
  assert.ok(findAnswer(storage, 'a'));
  assert.doesNotMatch(storage.getItem('cais.answers') ?? '', /my-own-key/);
  assert.deepEqual(secretsOfKey('abc'), []);
});

test('files and very long answers are not kept, nor those of calls that are gone', () => {
  const storage = new MemoryStorage();
  storeAnswer(storage, 'a', anAnswer('{}'), ['a']);
  storeAnswer(storage, 'b', anAnswer('x', 'image/png'), ['a', 'b']);
  storeAnswer(storage, 'c', anAnswer('x'.repeat(200_000)), ['a', 'b', 'c']);
  assert.ok(findAnswer(storage, 'a'));
  assert.equal(findAnswer(storage, 'b') ?? findAnswer(storage, 'c'), undefined);
  storeAnswer(storage, 'd', anAnswer('{}'), ['d']);
  assert.equal(findAnswer(storage, 'a'), undefined);
  for (let call = 0; call < 30; call++) {
    const ids = Array.from({ length: 30 }, (_, index) => `${index}`);
    storeAnswer(storage, `${call}`, anAnswer('x'.repeat(90_000)), ids);
  }
  assert.ok((storage.getItem('cais.answers') ?? '').length < 1_100_000);
  clearAnswers(storage);
  assert.equal(findAnswer(storage, '29'), undefined);
});
