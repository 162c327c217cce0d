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

test('names of secrets are told from others', () => {
  for (const name of ['X-Api-Key', 'client_secret', 'senha', 'Authorization', 'refreshToken'])
    assert.ok(isSecretName(name), name);
  for (const name of ['Idempotency-Key', 'page_token', 'name', 'key', 'public_key'])
    assert.ok(!isSecretName(name), name);
});
