import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { test } from 'node:test';
import Fastify from 'fastify';
import { holdPort } from './held-port.ts';
import { serveHeldPorts } from './serve-held-ports.ts';

test('A port that is held is nobody else’s from the first moment until the app that serves it ends', async () => {
  const [own, other] = [await holdPort('localhost', 0), await holdPort('localhost', 0)];
  const isTaken = async (port: number) => {
    const [error] = await once(createServer().listen(port, '127.0.0.1'), 'error');
    assert.equal(error.code, 'EADDRINUSE');
  };
  for (const { port } of [own, other]) {
    await isTaken(port);
    await assert.rejects(holdPort('localhost', port), { code: 'EADDRINUSE', port });
  }
  const early = connect(own.port, '127.0.0.1').on('error', () => {});
  await once(early, 'close');

  const app = Fastify().get('/', async () => 'here');
  const ports = serveHeldPorts(app);
  await app.ready();
  ports.serveAlso(other);
  await ports.listen(own);
  for (const { port, servers } of [own, other])
    for (const name of servers.length > 1 ? ['127.0.0.1', '[::1]', 'localhost'] : ['localhost'])
      assert.equal(await (await fetch(`http://${name}:${port}`)).text(), 'here');
  for (const { port } of [own, other]) await isTaken(port);
  await app.close();
  for (const { port } of [own, other]) {
    const free = createServer().listen(port, '127.0.0.1');
    await once(free, 'listening');
    free.close();
  }
});
