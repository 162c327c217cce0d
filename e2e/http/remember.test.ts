import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPortal } from '../../scripts/portal-process.ts';
import { expect, serverSettings, test, withFolder } from '../support/portal-test.ts';
import { basic, caller, newGuestKey } from '../support/sandbox.ts';

const helena = {
  type: 'individual',
  name: 'Helena Prado Siqueira',
  federal_tax_number: '52998224725',
  email: 'helena@correio.example',
};

for (const [how, signal] of [
  ['a restart', 'SIGTERM'],
  ['Ctrl-C', 'SIGINT'],
  ['kill -9 right after the response', 'SIGKILL'],
] as const) {
  test(`a customer and its key survive ${how}`, async () => {
    await withFolder(async (folder) => {
      const before = await startPortal(serverSettings(folder));
      const key = await newGuestKey(before);
      const created = await caller(before, '/sandbox/notas/v1', basic(key))('POST', '/customers', helena);
      const exitCode = await before.end(signal);
      expect(created.status).toBe(201);
      expect(exitCode).toBe(signal === 'SIGKILL' ? null : 0);

      const after = await startPortal(serverSettings(folder));
      try {
        const read = await caller(after, '/sandbox/notas/v1', basic(key))('GET', `/customers/${created.body.id}`);
        expect(read.status).toBe(200);
        // Links use the current address of the portal.
        expect(read.body).toEqual(JSON.parse(JSON.stringify(created.body).replaceAll(before.origin, after.origin)));
      } finally {
        await after.end();
      }
    });
  });
}

test('changes and deletions survive kill -9', async () => {
  await withFolder(async (folder) => {
    const before = await startPortal(serverSettings(folder));
    const key = await newGuestKey(before);
    const call = caller(before, '/sandbox/notas/v1', basic(key));
    const created = await call('POST', '/customers', helena);
    const dropped = await call('POST', '/customers', { ...helena, name: 'Otávio Lima' });
    await call('DELETE', `/customers/${dropped.body.id}`);
    const changed = await call('PUT', `/customers/${created.body.id}`, { ...helena, name: 'Helena Prado' });
    await before.end('SIGKILL');
    expect(changed.status).toBe(200);

    const after = await startPortal(serverSettings(folder));
    try {
      const again = caller(after, '/sandbox/notas/v1', basic(key));
      expect((await again('GET', `/customers/${created.body.id}`)).body.name).toBe('Helena Prado');
      expect((await again('GET', `/customers/${dropped.body.id}`)).status).toBe(404);
    } finally {
      await after.end();
    }
  });
});

test('no key appears in the log or in the database files', async () => {
  await withFolder(async (folder) => {
    const portal = await startPortal({ ...serverSettings(folder), LOG_LEVEL: 'trace' });
    const key = await newGuestKey(portal);
    await caller(portal, '/sandbox/notas/v1', basic(key))('GET', '/customers');
    await caller(portal, '/sandbox/notas/v1', basic(`${key.slice(0, -1)}?`))('GET', '/customers');
    await portal.end();
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const stored = files.map((file) => readFileSync(join(file.parentPath, file.name), 'latin1')).join('');
    const random = key.slice('sk_test_'.length, -8);
    expect(stored.length).toBeGreaterThan(0);
    for (const secret of [random, Buffer.from(`${key}:x`).toString('base64').slice(0, 60)]) {
      expect(stored).not.toContain(secret);
      expect(portal.output()).not.toContain(secret);
    }
  });
});
