import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request as sendRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { customer as ana, customers } from '../../testing/notas.ts';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';

describe('Fault injection: connections', () => {
  let portal: TestPortal;
  let key: string;
  let port: number;
  before(async () => {
    portal = await startTestPortal();
    await portal.app.listen({ port: 0, host: '127.0.0.1' });
    port = (portal.app.server.address() as AddressInfo).port;
    key = await portal.guest();
  });
  after(() => portal.close());

  const post = (prefer: string, name: string) => {
    const headers = { authorization: `Basic ${btoa(`${key}:x`)}`, 'content-type': 'application/json', prefer };
    const request = sendRequest({ host: '127.0.0.1', port, path: customers, method: 'POST', headers, agent: false });
    request.end(JSON.stringify({ ...ana, name }));
    return request;
  };
  const found = async (name: string) =>
    (await portal.call(`GET ${customers}?name=${encodeURIComponent(name)}`, { key })).body.length;

  for (const [moment, records] of [
    ['before', 0],
    ['after', 1],
  ] as const) {
    test(`a connection that drops ${moment} the work leaves ${records} records, and the server keeps responding`, async () => {
      const request = post(`drop=${moment}`, `Quebra ${moment}`);
      const [error] = await Promise.race([
        once(request, 'error'),
        once(request, 'response').then(() => [undefined]),
      ]).catch((reason) => [reason]);
      assert.equal((error as NodeJS.ErrnoException | undefined)?.code, 'ECONNRESET');
      assert.equal(await found(`Quebra ${moment}`), records);
    });
  }

  test("a delayed response does not delay the server's shutdown", async () => {
    const other = await startTestPortal();
    await other.app.listen({ port: 0, host: '127.0.0.1' });
    const { port: otherPort } = other.app.server.address() as AddressInfo;
    const headers = { authorization: `Basic ${btoa(`${await other.guest()}:x`)}`, prefer: 'wait=30' };
    const answered = fetch(`http://127.0.0.1:${otherPort}${customers}`, { headers }).then(({ status }) => status);
    while (other.app.server.listening && (await connections(other)) === 0) await new Promise(setImmediate);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await other.close();
    assert.equal(await answered, 200);
  });

  const connections = ({ app }: TestPortal) =>
    new Promise<number>((resolve, reject) =>
      app.server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
    );

  test('a delayed response arrives complete', async () => {
    const request = post('wait=1', 'Devagar');
    const [response] = await once(request, 'response');
    response.resume();
    assert.deepEqual([response.statusCode, response.headers['preference-applied']], [201, 'wait=1']);
  });
});
