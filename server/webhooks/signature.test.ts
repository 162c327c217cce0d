import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { makeWebhookSecret, signatureHeaders, verifySignature } from './signature.ts';

const vector = {
  secret: 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  signed: { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1614265330, body: '{"test": 2432232314}' },
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};
const now = new Date(vector.signed.timestamp * 1000);

describe('Standard Webhooks signatures', () => {
  test('match the published test vector, with or without the prefix of the secret', () => {
    for (const secret of [vector.secret, `whsec_${vector.secret}`])
      assert.equal(signatureHeaders(vector.signed, [secret])['webhook-signature'], vector.signature);
  });

  test('during a rotation there are two, and either secret verifies', () => {
    const [one, two] = [makeWebhookSecret(), makeWebhookSecret()];
    assert.match(one, /^whsec_[A-Za-z0-9+/]{43}=$/);
    const headers = signatureHeaders(vector.signed, [one, two]);
    const verdict = (secret: string) => verifySignature(headers, Buffer.from(vector.signed.body), [secret], now);
    assert.deepEqual([verdict(one), verdict(two), verdict(makeWebhookSecret())], ['valid', 'valid', 'invalid']);
  });

  test('are refused for another body, id or time, after five minutes, and when missing', () => {
    const headers = signatureHeaders(vector.signed, [vector.secret]);
    const verdict = (changed: object, body = vector.signed.body, at = now) =>
      verifySignature({ ...headers, ...changed }, Buffer.from(body), [vector.secret], at);
    assert.equal(verdict({}), 'valid');
    assert.equal(verdict({}, `${vector.signed.body} `), 'invalid');
    assert.equal(verdict({ 'webhook-id': 'msg_other' }), 'invalid');
    assert.equal(verdict({ 'webhook-timestamp': '1614265331' }), 'invalid');
    assert.equal(verdict({ 'webhook-signature': `v2,nothing ${vector.signature}` }), 'valid');
    assert.equal(verdict({ 'webhook-signature': vector.signature.replace('v1,', 'v2,') }), 'invalid');
    assert.equal(verdict({}, undefined, new Date(now.getTime() + 301_000)), 'expired');
    assert.equal(verdict({ 'webhook-id': undefined }), 'missing');
  });
});
