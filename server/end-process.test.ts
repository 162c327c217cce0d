import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { Agent, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { endMain, killMains, type MainProcess, startReadyMain } from './testing/main-process.ts';
import { temporaryFolder } from './testing/test-specs.ts';

const guests = '/platform/v1/guest_workspaces';

describe('a server that is told to end', () => {
  after(killMains);

  const start = (env: Record<string, string> = {}) => startReadyMain({ DATA_DIR: temporaryFolder(), ...env });

  async function get(origin: string, path: string, agent?: Agent): Promise<IncomingMessage> {
    const [response] = await once(request(origin + path, { agent }).end(), 'response');
    await text(response);
    return response;
  }

  const untilDraining = async ({ origin }: MainProcess) => {
    while ((await fetch(`${origin}/readyz`)).status !== 503) await wait(20);
  };

  test('says so at /readyz first, while it still answers and asks connections to close', async () => {
    const portal = await start({ DRAIN_SECONDS: '600' });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const before = await get(portal.origin, '/livez', agent);
    assert.equal(before.headers.connection, 'keep-alive');
    portal.child.kill('SIGTERM');
    await untilDraining(portal);
    const kept = await get(portal.origin, '/livez', agent);
    assert.deepEqual([kept.statusCode, kept.headers.connection], [200, 'close']);
    const fresh = await fetch(portal.origin + guests, { method: 'POST' });
    assert.deepEqual([fresh.status, fresh.headers.get('connection')], [201, 'close']);
    assert.deepEqual(await endMain(portal, 'SIGTERM'), [143, null], 'a second signal ends it at once');
  });

  test('does not let a terminal wait: Ctrl-C skips the drain', async () => {
    assert.deepEqual(await endMain(await start({ DRAIN_SECONDS: '600' }), 'SIGINT'), [0, null]);
  });

  test('completes the request in flight, and tells the followers of a stream to come back', async () => {
    const portal = await start();
    const guest = (await (await fetch(portal.origin + guests, { method: 'POST' })).json()) as {
      api_key: { secret: string };
    };
    const headers = { authorization: `Bearer ${guest.api_key.secret}` };
    const stream = await fetch(`${portal.origin}/platform/v1/events/stream`, { headers });
    const body = JSON.stringify({ name: 'Alfa', scopes: ['notas:read'] });
    const { hostname, port } = new URL(portal.origin);
    const socket = connect(Number(port), hostname);
    const answer = text(socket);
    const lines = [
      'POST /platform/v1/api_keys HTTP/1.1',
      `Host: ${hostname}`,
      `Authorization: ${headers.authorization}`,
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
      'Expect: 100-continue',
    ];
    socket.write(`${lines.join('\r\n')}\r\n\r\n`);
    // The server has begun with the request when it asks for the body.
    await once(socket, 'readable');
    const ended = once(portal.child, 'exit');
    portal.child.kill('SIGTERM');
    assert.match(await stream.text(), /retry: 1000\n\n$/);
    while (
      await fetch(`${portal.origin}/livez`).then(
        () => true,
        () => false,
      )
    )
      await wait(20);
    socket.write(body);
    const response = await answer;
    assert.match(response, /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 201 /);
    assert.match(response, /\r\nconnection: close\r\n/i);
    assert.deepEqual(await ended, [0, null]);
  });
});

describe('a server in which something fails that nothing catches', () => {
  after(killMains);

  for (const [what, fault] of [
    ['an exception', 'throw new Error("astray")'],
    ['a rejected promise', 'Promise.reject(new Error("astray"))'],
  ] as const) {
    test(`ends after ${what} with a line in the log, and closes its database`, async () => {
      const folder = temporaryFolder();
      const astray = `process.on("SIGUSR2", () => { ${fault} })`;
      const portal = await startReadyMain({
        DATA_DIR: folder,
        NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(astray)}`,
      });
      assert.deepEqual(await endMain(portal, 'SIGUSR2'), [1, null]);
      assert.match(portal.output(), /"level":60,.*astray/);
      assert.ok(!existsSync(join(folder, 'cais.db-wal')), 'SQLite removes this file when it is closed');
    });
  }

  test('goes on serving when nobody reads its output any more', async () => {
    const portal = await startReadyMain({ DATA_DIR: temporaryFolder() });
    for (const stream of [portal.child.stdout, portal.child.stderr]) stream?.destroy();
    for (let round = 0; round < 20; round++)
      assert.equal((await fetch(portal.origin + guests, { method: 'POST' })).status, 201);
    assert.deepEqual(await endMain(portal, 'SIGINT'), [0, null]);
  });
});
