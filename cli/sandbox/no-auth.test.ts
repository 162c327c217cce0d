import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, describe, test } from 'node:test';
import { killCais, runCais, startCaisSandbox } from '../../server/testing/cais-process.ts';

const library = resolve('e2e/specs/biblioteca');

/** Sends a request as it is, which `fetch` would not: with a foreign Host or Origin. Returns the status. */
async function send(origin: string, path: string, headers: Record<string, string> = {}): Promise<number> {
  const { hostname, port, host } = new URL(origin);
  const socket = connect({ host: hostname, port: Number(port) });
  const lines = Object.entries({ host, connection: 'close', ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
  return Number((await text(socket)).split(' ')[1]);
}

describe('cais sandbox --no-auth', () => {
  after(killCais);

  test('takes every call from this machine for the same workspace, whatever key it carries', async () => {
    const { ready, end } = await startCaisSandbox([library, '--no-auth']);
    const whose = async (headers: Record<string, string>) => {
      const response = await fetch(`${ready.platform_url}/workspace`, { headers });
      return [response.status, ((await response.json()) as { id: string }).id];
    };
    const guest = await fetch(`${ready.platform_url}/guest_workspaces`, { method: 'POST' });
    const { api_key } = (await guest.json()) as { api_key: { secret: string } };
    for (const secret of [undefined, 'token of the real API', ready.key, api_key.secret]) {
      const headers: Record<string, string> = secret === undefined ? {} : { authorization: `Bearer ${secret}` };
      assert.deepEqual(await whose(headers), [200, ready.workspace_id], secret ?? 'none');
    }
    assert.equal((await fetch(`${ready.url}/livros`)).status, 200);
    assert.equal(await end(), 0);
  });

  test('is only for this machine: not for pages of other sites, other host names or what a proxy passes on', async () => {
    const { ready, end } = await startCaisSandbox([library, '--no-auth']);
    const status = (headers: Record<string, string>) => send(ready.url, '/livros', headers);
    const { host } = new URL(ready.url);
    assert.equal(await status({}), 200);
    assert.equal(await status({ origin: 'http://localhost:5173' }), 200);
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'http://localhost.evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { host: 'evil.example' },
      { host: `evil.example:${host.split(':')[1]}` },
      { 'x-forwarded-for': '127.0.0.1' },
      { 'x-forwarded-proto': 'https' },
      { forwarded: 'for=127.0.0.1' },
      { 'cf-connecting-ip': '127.0.0.1' },
    ];
    for (const headers of foreign) assert.equal(await status(headers), 401, JSON.stringify(headers));
    await end();
  });

  test('cannot be switched on by a request, and not for others than this machine', async () => {
    const { ready, end } = await startCaisSandbox([library]);
    const asks: [string, Record<string, string>][] = [
      ['/livros', {}],
      ['/livros?no-auth=true&no_auth=1&auth=off&local_credential=x', {}],
      ['/livros', { 'x-no-auth': 'true', 'no-auth': '1', 'x-local-credential': 'x', prefer: 'no-auth' }],
      ['/livros', { cookie: 'no-auth=true; localCredential=x', authorization: 'None' }],
      ['/platform/v1/workspace?no-auth', { 'x-real-ip': '127.0.0.1', 'x-forwarded-for': '127.0.0.1' }],
    ];
    for (const [path, headers] of asks) assert.equal(await send(ready.url, path, headers), 401, path);
    await end();
    for (const host of ['0.0.0.0', '::', '192.0.2.7', 'portal.example']) {
      const { code, stderr } = await runCais(['sandbox', library, '--no-auth', '--host', host]);
      assert.equal(code, 2, host);
      assert.match(stderr, /^--no-auth is for this machine alone/);
    }
    const env = { PUBLIC_URL: 'https://portal.example' };
    const { code, stderr } = await runCais(['sandbox', library, '--no-auth'], { env });
    assert.equal(code, 2);
    assert.match(stderr, /^--no-auth is for this machine alone, and PUBLIC_URL/);
    assert.match((await runCais(['sandbox', '--help'])).stdout, /A\nproxy on this machine .* defeats it/);
  });
});
