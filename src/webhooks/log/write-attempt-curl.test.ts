import assert from 'node:assert/strict';
import { it } from 'node:test';
import { writeAttemptCurl } from './write-attempt-curl.ts';

it('writes the request with its signature, without the headers that curl adds itself', () => {
  const request = {
    method: 'POST' as const,
    url: "https://loja.example/a?b='c'",
    headers: { 'webhook-id': 'evt_1', 'webhook-signature': 'v1,abc= v1,def=', 'Content-Length': '9' },
    body: '{"a":"d\'Ajuda"}',
  };
  assert.equal(
    writeAttemptCurl(request),
    [
      "curl --request POST 'https://loja.example/a?b='\\''c'\\'''",
      "--header 'webhook-id: evt_1'",
      "--header 'webhook-signature: v1,abc= v1,def='",
      "--data-raw '{\"a\":\"d'\\''Ajuda\"}'",
    ].join(' \\\n  '),
  );
});
