import assert from 'node:assert/strict';
import { it } from 'node:test';
import { credentialHeader, credentialsFor } from './credentials.ts';
import { writeMultipart } from './write-multipart.ts';

it('writes parts with their media types and headers; only files have a file name', () => {
  const file = { name: 'a"b.png', type: 'image/png' };
  const pieces = writeMultipart(
    [
      { name: 'meta', value: '{"n":1}', mediaType: 'application/json' },
      { name: 'photo', file, headers: [['X-A', '1\r\nX-B: 2']] },
    ],
    'cut',
  );
  assert.deepEqual(pieces, [
    '--cut\r\nContent-Disposition: form-data; name="meta"\r\nContent-Type: application/json\r\n\r\n',
    '{"n":1}',
    '\r\n',
    '--cut\r\nContent-Disposition: form-data; name="photo"; filename="a%22b.png"\r\nContent-Type: image/png\r\nX-A: 1 X-B: 2\r\n\r\n',
    file,
    '\r\n',
    '--cut--\r\n',
  ]);
});

it('puts the word before a key that its API asks for', () => {
  const [credential] = credentialsFor([
    { type: 'apiKey', in: 'header', parameterName: 'Authorization', prefix: 'Token' },
  ]);
  assert.ok(credential);
  assert.deepEqual(credentialHeader(credential, 'k'), ['Authorization', 'Token k']);
});
