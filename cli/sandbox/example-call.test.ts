import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { createFaultBook } from '../../server/openapi/isolation/fault-book.ts';
import { serveApi } from '../../server/sandbox/serve-api.ts';
import { temporaryFolder, writeSpecs } from '../../server/testing/test-specs.ts';
import { exampleCall } from './example-call.ts';

const address = 'http://localhost:4010';

/** The arguments that a shell gives to curl, for a document with this path and this scheme. */
async function argumentsFor(path: string, scheme: object): Promise<string[]> {
  const document = {
    openapi: '3.1.0',
    info: { title: 'Agenda', version: '1' },
    security: [{ key: [] }],
    paths: { [path]: { get: { responses: { 200: { description: 'ok' } } } } },
    components: { securitySchemes: { key: scheme } },
  };
  const folder = join(writeSpecs({ agenda: { 'openapi.yaml': JSON.stringify(document) } }), 'agenda');
  const api = await serveApi(folder, temporaryFolder(), createFaultBook());
  const script = `curl() { printf '%s\\n' "$@"; }\n${exampleCall(api, address, 'sk_test_1')}`;
  const { stdout, stderr } = spawnSync('sh', ['-c', script], { encoding: 'utf8', cwd: temporaryFolder() });
  assert.equal(stderr, '');
  return stdout.trimEnd().split('\n');
}

test('what a document says is a word of the command, whatever a shell would make of it', async () => {
  const odd = [
    ';echo hi',
    '$(echo hi)',
    '`echo hi`',
    "'; echo hi; '",
    '" ; echo hi; "',
    '&echo hi',
    'a\\',
    '!!',
    'a*',
    ' b',
  ];
  for (const text of odd) {
    const header = { type: 'apiKey', in: 'header', name: `X${text}` };
    assert.deepEqual(await argumentsFor(`/a${text}`, header), ['-H', `X${text}: sk_test_1`, `${address}/a${text}`]);
    const cookie = { type: 'apiKey', in: 'cookie', name: text };
    assert.deepEqual(await argumentsFor('/a', cookie), ['-b', `${text}=sk_test_1`, `${address}/a`]);
    const query = { type: 'apiKey', in: 'query', name: text };
    assert.deepEqual(await argumentsFor('/a', query), [`${address}/a?${encodeURIComponent(text)}=sk_test_1`]);
  }
  assert.deepEqual(await argumentsFor('/a\n\u001b[2Jb', { type: 'http', scheme: 'basic' }), [
    '-u',
    'sk_test_1:',
    `${address}/a[2Jb`,
  ]);
});
