import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import type { BuiltRequest, NamedFile } from './built-request.ts';
import { writeCurl } from './write-curl.ts';

const key = 'sk_test_0123456789';

function request(given: Partial<BuiltRequest<NamedFile>>): BuiltRequest<NamedFile> {
  return { method: 'GET', url: 'http://localhost:4000/a', headers: [], cookies: [], credentials: [], ...given };
}

/** The arguments that a real shell passes to curl. */
function argumentsOf(command: string): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
}

describe('writeCurl', () => {
  it('quotes what a shell would interpret', () => {
    const body = {
      kind: 'text',
      mediaType: 'application/json',
      text: `{"name":"D'Ávila $HOME \`id\` \\n","q":"!"}\n`,
    } as const;
    const command = writeCurl(
      request({
        method: 'POST',
        url: "http://localhost:4000/a?b=c&d='",
        headers: [['Content-Type', 'application/json']],
        body,
      }),
      key,
    );
    assert.deepEqual(argumentsOf(command), [
      '--request',
      'POST',
      "http://localhost:4000/a?b=c&d='",
      '--header',
      'Content-Type: application/json',
      '--data-raw',
      body.text,
    ]);
  });

  it('sends the key as each scheme requires', () => {
    const of = (credentials: BuiltRequest['credentials'], url?: string) =>
      argumentsOf(writeCurl(request({ credentials, ...(url && { url }) }), key));
    assert.deepEqual(of([{ kind: 'basic' }]), ['http://localhost:4000/a', '--user', `${key}:x`]);
    assert.deepEqual(of([{ kind: 'client' }]), ['http://localhost:4000/a', '--user', key]);
    assert.deepEqual(of([{ kind: 'bearer' }]), ['http://localhost:4000/a', '--header', `Authorization: Bearer ${key}`]);
    assert.deepEqual(of([{ kind: 'header', name: 'apiKey' }]), [
      'http://localhost:4000/a',
      '--header',
      `apiKey: ${key}`,
    ]);
    assert.deepEqual(of([{ kind: 'query', name: 'k' }]), [`http://localhost:4000/a?k=${key}`]);
    assert.deepEqual(of([{ kind: 'query', name: 'k' }], 'http://localhost:4000/a?b=1'), [
      `http://localhost:4000/a?b=1&k=${key}`,
    ]);
    assert.deepEqual(of([{ kind: 'cookie', name: 'sid' }]), ['http://localhost:4000/a', '--cookie', `sid=${key}`]);
  });

  it('writes HEAD, an empty header, a GET with a body and form fields', () => {
    assert.deepEqual(argumentsOf(writeCurl(request({ method: 'HEAD' }), key)), ['--head', 'http://localhost:4000/a']);
    assert.deepEqual(argumentsOf(writeCurl(request({ headers: [['X-A', '']] }), key)), [
      'http://localhost:4000/a',
      '--header',
      'X-A;',
    ]);
    const body = { kind: 'text', mediaType: 'text/plain', text: '@not-a-file' } as const;
    assert.deepEqual(argumentsOf(writeCurl(request({ body }), key)), [
      '--request',
      'GET',
      'http://localhost:4000/a',
      '--data-raw',
      '@not-a-file',
    ]);
    const parts = {
      kind: 'multipart',
      mediaType: 'multipart/form-data',
      parts: [
        { name: 'a', value: '@x' },
        { name: 'b', value: '' },
        { name: 'c', value: '{"n":"a;b"}', mediaType: 'application/json' },
        { name: 'd', file: { name: 'a,b.png', type: 'image/png' } },
      ],
    } satisfies BuiltRequest<NamedFile>['body'];
    assert.deepEqual(argumentsOf(writeCurl(request({ method: 'POST', body: parts }), key)).slice(3), [
      '--form-string',
      'a=@x',
      '--form-string',
      'b=',
      '--form',
      'c="{\\"n\\":\\"a;b\\"}";type=application/json',
      '--form',
      'd=@"a,b.png";type=image/png',
    ]);
  });
});
