import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSecretName, withoutSecrets } from './without-secrets.ts';

test('what looks like a secret is redacted, and so are members that are named like one', () => {
  assert.equal(withoutSecrets('user sk_test_abcdefgh'), 'user sk_test_…');
  assert.equal(
    withoutSecrets('{"access_token": "abc", "password":"x\\"y", "name": "Ana", "token_type": "bearer"}'),
    '{"access_token": "…", "password":"…", "name": "Ana", "token_type": "bearer"}',
  );
});

test('secret parameters of addresses and forms are redacted, also within JSON', () => {
  assert.equal(withoutSecrets('/a?api_key=abc&page=2#access_token=b'), '/a?api_key=…&page=2#access_token=…');
  assert.equal(withoutSecrets('access_token=abc&scope=x'), 'access_token=…&scope=x');
  const json = JSON.stringify({ text: '{"next":"/a?page=2\\u0026token=a\\/b","name":"x"}' });
  assert.equal(JSON.parse(JSON.parse(withoutSecrets(json)).text).name, 'x');
  assert.equal(withoutSecrets('{"next":"/a?page=2\\u0026token=a\\/b"}'), '{"next":"/a?page=2\\u0026token=…"}');
});

test('a long text of quotes takes no long time', () => {
  const before = performance.now();
  withoutSecrets('\\"'.repeat(100_000));
  withoutSecrets('?'.repeat(200_000));
  assert.ok(performance.now() - before < 1_000);
});

test('names of secrets are told from others', () => {
  for (const name of ['X-Api-Key', 'client_secret', 'senha', 'Authorization', 'refreshToken'])
    assert.ok(isSecretName(name), name);
  for (const name of ['Idempotency-Key', 'page_token', 'name', 'key', 'public_key'])
    assert.ok(!isSecretName(name), name);
});
