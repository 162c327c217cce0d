import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { packClient } from '../clients/pack-client.ts';
import { freePort } from '../net/free-port.ts';
import { loadApi } from '../openapi/load-api.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { temporaryFolder } from '../testing/test-specs.ts';

describe('the downloadable clients', () => {
  let portal: TestPortal;
  let origin: string;
  before(async () => {
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    portal = await startTestPortal({ env: { PUBLIC_URL: origin } });
    await portal.app.listen({ port, host: '127.0.0.1' });
  });
  after(() => portal.close());

  const bytes = async (path: string) => Buffer.from(await (await fetch(`${origin}/downloads/${path}`)).arrayBuffer());

  test('npm installs one by its address, and a program calls the API with it', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
    const env = { ...process.env, npm_config_cache: join(folder, 'cache'), npm_config_update_notifier: 'false' };
    const install = ['install', '--no-audit', '--no-fund', `${origin}/downloads/notas/client.tgz`];
    // The portal answers from this process, which must not wait.
    const run = promisify(execFile);
    await run('npm', install, { cwd: folder, env });
    const program = `import { createClient, listCustomers } from '@cais/notas';
const { status, page } = await listCustomers(createClient({ auth: { basicAuth: process.env.CAIS_KEY } }));
console.log(status, page.total);`;
    writeFileSync(join(folder, 'program.js'), program);
    const key = await portal.guest();
    const { stdout } = await run(process.execPath, ['program.js'], { cwd: folder, env: { ...env, CAIS_KEY: key } });
    assert.equal(stdout.trim(), '200 12');
  });

  test('have the comments of their language, and the address of this portal alone', async () => {
    const texts = async (path: string) => gunzipSync(await bytes(path)).toString();
    assert.match(await texts('notas/client.tgz'), /Cadastrar um cliente/);
    const english = await texts('notas/client.en.tgz');
    assert.match(english, /Create a customer/);
    assert.ok(english.includes(`${origin}/sandbox/notas/v1`) && english.includes(`(${origin}/guides/filtering)`));
    assert.ok(!english.includes('http://localhost:3000'));
    const spanish = await texts('notas/client.es.tgz');
    assert.match(spanish, /Crear un cliente/);
    assert.match(spanish, /## Llama a la API\n/);
    assert.ok(spanish.includes(`npm install ${origin}/downloads/notas/client.es.tgz`));
  });

  test('are the same whenever they are packed, so that lock files stay valid', async () => {
    const again = await packClient(
      await loadApi(portal.context.apis.get('crm')?.folder ?? '', 'pt-BR'),
      'pt-BR',
      origin,
    );
    assert.ok(again.equals(await bytes('crm/client.tgz')));
  });

  test('are saved under the name of their API, and those of other languages exist where the document is translated', async () => {
    const { headers } = await portal.call('GET /downloads/gestor/client.tgz');
    assert.equal(headers['content-disposition'], 'attachment; filename="gestor-client.tgz"');
    assert.equal(headers['content-type'], 'application/gzip');
    assert.equal((await portal.call('GET /downloads/biblioteca/client.tgz')).status, 200);
    assert.equal((await portal.call('GET /downloads/biblioteca/client.en.tgz')).status, 404);
  });
});
