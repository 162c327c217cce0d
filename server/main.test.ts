import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, describe, test } from 'node:test';
import { endMain, killMains, startReadyMain } from './testing/main-process.ts';
import { temporaryFolder } from './testing/test-specs.ts';

const customers = '/sandbox/notas/v1/customers';
const customer = {
  type: 'individual',
  name: 'Ana Lima',
  federal_tax_number: '52998224725',
  email: 'ana@correio.example',
};

async function send(origin: string, path: string, { key, body }: { key?: string; body?: unknown } = {}) {
  const response = await fetch(origin + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', ...(key && { authorization: `Basic ${btoa(`${key}:x`)}` }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as { id: string; api_key: { secret: string } } };
}

const makeGuest = async (origin: string): Promise<string> =>
  (await send(origin, '/platform/v1/guest_workspaces', { body: {} })).body.api_key.secret;

describe('the server as a process', () => {
  after(killMains);

  test('a record answered with 201 survives a kill right after it, three times over', async () => {
    const env = { DATA_DIR: temporaryFolder() };
    let portal = await startReadyMain(env);
    const key = await makeGuest(portal.origin);
    const made: string[] = [];
    for (let round = 0; round < 3; round++) {
      const { status, body } = await send(portal.origin, customers, {
        key,
        body: { ...customer, external_id: `round ${round}` },
      });
      portal.child.kill('SIGKILL');
      assert.equal(status, 201);
      made.push(body.id);
      await once(portal.child, 'exit');
      portal = await startReadyMain(env);
      for (const id of made)
        assert.equal((await send(portal.origin, `${customers}/${id}`, { key })).status, 200, `round ${round}`);
    }
    assert.deepEqual(await endMain(portal, 'SIGTERM'), [0, null]);
  });

  test('Ctrl-C ends it with exit code 0, even while a browser holds its connection open', async () => {
    const portal = await startReadyMain({ DATA_DIR: temporaryFolder() });
    await makeGuest(portal.origin);
    assert.deepEqual(await endMain(portal, 'SIGINT'), [0, null]);
    assert.match(portal.output(), /Cais is ready at http:\/\/localhost:\d+/);
  });

  test('its log names requests, their operations and workspaces, but no key', async () => {
    const portal = await startReadyMain({ DATA_DIR: temporaryFolder() });
    const key = await makeGuest(portal.origin);
    await send(portal.origin, `${customers}?key=${key}`, { key });
    await endMain(portal, 'SIGTERM');
    const line = portal.output().match(/^.*"path":"\/sandbox\/notas\/v1\/customers".*$/m)?.[0] ?? '{}';
    const { status, api, operation, route, workspaceId, reqId } = JSON.parse(line);
    assert.deepEqual([status, api, operation, route], [422, 'notas', 'listCustomers', '/sandbox/notas/v1/customers']);
    assert.match(`${workspaceId} ${reqId}`, /^wsp_\w+ req_\w+$/);
    assert.ok(!portal.output().includes(key.slice(8)));
  });

  test('a document with faults is reported at the start, by file and line, and the others are served', async () => {
    const portal = await startReadyMain({ DATA_DIR: temporaryFolder(), SPECS_PATH: 'specs:e2e/specs' });
    assert.match(portal.output(), /defeituosa is left out: e2e\/specs\/defeituosa\/openapi\.yaml:28/);
    const key = await makeGuest(portal.origin);
    assert.equal((await send(portal.origin, customers, { key })).status, 200);
    await endMain(portal, 'SIGTERM');
  });
});
