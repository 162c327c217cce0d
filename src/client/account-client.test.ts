import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { it } from 'node:test';
import { MemoryStorage } from '../ui/memory-storage.ts';
import { AccountError, callAccount, fetchSession } from './account-client.ts';
import { callWithSession } from './call-with-session.ts';
import { PlatformError } from './platform-error.ts';
import { findSignedIn, holderOf, storeSignedIn } from './signed-in.ts';

const person = { id: 'per_1', name: 'Ana', email: 'ana@loja.example', workspaceId: 'wsp_1' };

async function serving<T>(status: number, body: string, run: (url: string, seen: string[]) => Promise<T>): Promise<T> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(
      `${request.method} ${request.url} ${request.headers.authorization} ${request.headers['accept-language']}`,
    );
    response.writeHead(status, { 'content-type': 'application/problem+json' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen);
  } finally {
    server.close();
  }
}

it('reports which fields the server rejected', async () => {
  const problem = {
    code: 'invalid_fields',
    detail: 'Corrija',
    errors: [{ pointer: '#/email', code: 'invalid_format' }],
  };
  await serving(422, JSON.stringify(problem), async (url, seen) => {
    const call = callAccount(url, 'sign-up', {}, { key: 'sk_test_a', language: 'pt-BR' });
    await assert.rejects(call, (error: AccountError) => {
      assert.ok(error instanceof AccountError);
      assert.deepEqual(
        [error.code, error.message, error.fields],
        ['invalid_fields', 'Corrija', { email: 'invalid_format' }],
      );
      return true;
    });
    assert.deepEqual(seen, ['POST /account/sign-up Bearer sk_test_a pt-BR']);
  });
});

it('handles a response without a body and one that is not JSON', async () => {
  await serving(204, '', async (url) => assert.equal(await callAccount(url, 'sign-out', {}), undefined));
  await serving(502, '<html>', async (url) => {
    await assert.rejects(fetchSession(url), (error: PlatformError) => error.kind === 'refused' && error.status === 502);
  });
});

it('reports an unreachable server', async () => {
  await assert.rejects(fetchSession('http://127.0.0.1:1'), (error: PlatformError) => error.kind === 'unreachable');
});

it('remembers who is signed in, and whom a key was created for', () => {
  const storage = new MemoryStorage();
  assert.equal(findSignedIn(storage), undefined);
  storeSignedIn(storage, person);
  assert.deepEqual(findSignedIn(storage), person);
  assert.notEqual(holderOf(person), holderOf({ ...person, workspaceId: 'wsp_2' }));
  storeSignedIn(storage, undefined);
  assert.equal(findSignedIn(storage), undefined);
  storage.setItem('cais.signed-in', '{');
  assert.equal(findSignedIn(storage), undefined);
});

it('continues as a guest only when the session has ended', async () => {
  const storage = new MemoryStorage();
  storeSignedIn(storage, person);
  const failing = (status: number) => async () => {
    throw new PlatformError('refused', 'no', new Response(null, { status }));
  };
  await assert.rejects(callWithSession(storage, failing(403), async () => 'guest'));
  assert.deepEqual(findSignedIn(storage), person);
  assert.equal(await callWithSession(storage, failing(401), async () => 'guest'), 'guest');
  assert.equal(findSignedIn(storage), undefined);
});
