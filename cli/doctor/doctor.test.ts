import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { killCais, runCais } from '../../server/testing/cais-process.ts';
import { onlySpecs } from '../../server/testing/server-process.ts';
import { describeOnDatabases } from '../../server/testing/test-databases.ts';
import { temporaryFolder, writeSpecs } from '../../server/testing/test-specs.ts';

/** Below those that systems hand out (from 32768 on), so that no other test gets it meanwhile. */
const quietPort = 20_000 + (process.pid % 10_000);
/** Nobody but the system's administrator may listen there. */
const closedPort = 1;

describe('cais doctor', () => {
  after(killCais);

  test('finds nothing to repair where all is well', async () => {
    const env = {
      PORT: String(quietPort),
      DATA_DIR: join(temporaryFolder(), 'data'),
      SPECS_PATH: onlySpecs('notas', 'platform'),
      CHROMIUM_PATH: '/usr/bin/chromium',
    };
    const { code, stdout } = await runCais(['doctor'], { env });
    assert.equal(code, 0, stdout);
    assert.match(stdout, /^ok {2}Node {8}v26\./);
    assert.match(stdout, new RegExp(`^ok {2}Port {8}${env.PORT} is free$`, 'm'));
    assert.match(stdout, /^ok {2}Data {8}\S+\/data can be made$/m);
    assert.match(stdout, /^ok {2}Database {4}\S+\/cais\.db is made at the first start$/m);
    assert.match(stdout, /^ok {2}Documents {3}notas, platform: no faults$/m);
    assert.match(stdout, /^ok {2}Chromium {4}\/usr\/bin\/chromium$/m);
    assert.match(stdout, /\nNothing has to be repaired\.\n$/);
  });

  test('names a document with faults, a database that does not answer, a taken port and a wrong setting', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as { port: number };
    const env = {
      HOST: '127.0.0.1',
      PORT: String(port),
      DATABASE_URL: `postgres://cais:secret@127.0.0.1:${closedPort}/cais`,
      SPECS_PATH: writeSpecs({ broken: { 'openapi.yaml': 'openapi: 3.1.0\n' } }),
    };
    const { code, stdout } = await runCais(['doctor'], { env });
    other.close();
    assert.equal(code, 1);
    assert.match(stdout, new RegExp(`^-- {2}Port {8}${port} is in use: PORT=<number> chooses another$`, 'm'));
    assert.match(stdout, /^no {2}Database {4}The database of DATABASE_URL does not answer/m);
    assert.match(stdout, /^no {2}Documents {3}broken is left out: \S*broken\/openapi\.yaml:1 /m);
    assert.doesNotMatch(stdout, /secret/);
    const wrong = await runCais(['doctor'], { env: { PORT: 'many' } });
    assert.equal(wrong.code, 1);
    assert.match(wrong.stdout, /^no {2}Settings {4}PORT must be/m);
  });
});

describeOnDatabases('cais doctor, with a database in use', (open) => {
  after(killCais);

  test('reads it and changes nothing', async () => {
    const { db, url, close } = await open();
    const count = () => db.selectFrom('workspace').select('id').execute();
    const before = await count();
    const env = { DATABASE_URL: url, SPECS_PATH: onlySpecs('platform') };
    const { stdout } = await runCais(['doctor'], { env });
    assert.match(stdout, /^ok {2}Database {4}(PostgreSQL \d.* answers|.* is sound)$/m);
    assert.deepEqual(await count(), before);
    await close();
  });
});
