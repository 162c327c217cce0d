import assert from 'node:assert/strict';
import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { after, describe, test } from 'node:test';
import { killCais, spawnCais, startCaisSandbox } from '../../server/testing/cais-process.ts';
import { account, call, library, reader, write } from '../../server/testing/sandbox-documents.ts';

describe('cais sandbox', () => {
  after(killCais);

  test('serves each API at the root of a port of its own, if told to', async () => {
    const args = [library, write('keys.yaml', account), '--port-per-api', '--no-auth'];
    const sandbox = await startCaisSandbox(args);
    const { apis, url } = sandbox.ready;
    const [books = '', keys] = apis.map((api) => api.url);
    assert.match(books, /^http:\/\/localhost:\d+\/biblioteca\/v2$/);
    assert.equal(new Set([url, new URL(books).origin, keys]).size, 3);
    assert.equal((await call(`${books}/leitores`, { body: reader })).status, 201);
    for (const address of [books, new URL(books).origin, `${url}/sandbox/biblioteca`])
      assert.ok((await call(`${address}/leitores`)).text.includes(reader.nome), address);
    assert.equal((await call(`${keys}/account/keys`)).status, 200);
    assert.equal((await call(`${keys}/leitores`)).status, 404);
    assert.equal((await call(`${url}/leitores`)).status, 404);
    assert.equal(await sandbox.end(), 0);
  });

  test('serves each API at a host name of its own, and tells it', async () => {
    const sandbox = await startCaisSandbox([library, write('keys.yaml', account), '--no-auth']);
    const { apis, url } = sandbox.ready;
    const { port } = new URL(url);
    const hosts = apis.map(({ host_url }) => host_url);
    assert.deepEqual(hosts, [`http://biblioteca.localhost:${port}/biblioteca/v2`, `http://keys.localhost:${port}`]);
    const statusAt = async (address: string) => {
      const { host, pathname } = new URL(address);
      const sent = request(`http://localhost:${port}${pathname}`, { headers: { host }, agent: false }).end();
      const [response] = (await once(sent, 'response')) as [IncomingMessage];
      response.resume();
      return response.statusCode;
    };
    assert.deepEqual(
      await Promise.all(['leitores', 'account/keys'].map((path, index) => statusAt(`${hosts[index]}/${path}`))),
      [200, 200],
    );
    assert.equal(await statusAt(`${hosts[1]}/leitores`), 404);
    assert.equal(await statusAt(`${hosts[0]}/leitores`.replace('localhost', 'localhost.evil.example')), 404);
    assert.equal(await sandbox.end(), 0);
    const told = spawnCais(['sandbox', library, '--port', port]);
    for await (const chunk of told.stdout) if (String(chunk).includes(String(hosts[0]))) break;
    told.kill();
    assert.deepEqual(await once(told, 'close'), [0, null]);
  });

  test('serves the port of an API at all addresses of this machine, with the limits of its own', async () => {
    const env = { CONNECTIONS_PER_ADDRESS: '2' };
    const sandbox = await startCaisSandbox([library, '--port-per-api', '--no-auth'], { env });
    const own = new Set(Object.values(networkInterfaces()).flatMap((all = []) => all.map(({ address }) => address)));
    const addresses = (await lookup('localhost', { all: true })).filter(({ address }) => own.has(address));
    const places = [sandbox.ready.url, `${sandbox.ready.apis[0]?.url}`].flatMap((url) =>
      addresses.map(({ address, family }) => {
        const port = Number(new URL(url).port);
        return { port, address, url: `http://${family === 6 ? `[${address}]` : address}:${port}/leitores` };
      }),
    );
    for (const { url } of places)
      assert.equal((await call(url, { headers: { connection: 'close' } })).status, 200, url);
    for (const { port, address, url } of places) {
      const sockets = [1, 2, 3].map(() => connect(port, address));
      const [answer] = await Promise.race(sockets.map((socket) => once(socket, 'data')));
      assert.match(String(answer), /^HTTP\/1\.1 429 /, url);
      for (const socket of sockets) socket.destroy();
    }
    assert.equal(await sandbox.end(), 0);
  });
});
