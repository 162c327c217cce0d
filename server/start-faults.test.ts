import assert from 'node:assert/strict';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { endMain, killMains, startMain, startReadyMain } from './testing/main-process.ts';
import { openPostgres } from './testing/test-databases.ts';
import { temporaryFolder } from './testing/test-specs.ts';

describe('a server that cannot start', () => {
  after(killMains);

  async function outputOfFailure(env: Record<string, string>): Promise<string> {
    const failed = startMain({ DATA_DIR: temporaryFolder(), ...env });
    const [code] = await once(failed.child, 'exit');
    assert.equal(code, 1, failed.output());
    return failed.output();
  }

  test('a port that is in use is named, with a way out', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const output = await outputOfFailure({ PORT: String(port), HOST: '127.0.0.1' });
    taken.close();
    assert.equal(output.trim(), `Port ${port} is in use. Choose another: PORT=${port + 1} npm start`);
  });

  for (const [what, env, expected] of [
    ['a malformed setting', { OUTBOX: 'public' }, /^OUTBOX must be "local", "open" or "off", not "public"/],
    ['malformed peppers', { KEY_PEPPERS: 'secret' }, /^KEY_PEPPERS must be like/],
    [
      'malformed hosts',
      { WEBHOOK_ALLOWED_HOSTS: 'http://localhost' },
      /^WEBHOOK_ALLOWED_HOSTS must be names and ranges/,
    ],
    ['a folder of APIs that does not exist', { SPECS_PATH: 'specs:nope' }, /^SPECS_PATH must .*"nope"/],
    ['a folder without APIs', { SPECS_PATH: 'docs' }, /^SPECS_PATH must .*"docs" holds none/],
    [
      'a host of another machine',
      { HOST: '192.0.2.1', PORT: '34001' },
      /^HOST=192\.0\.2\.1 is no address of this machine/,
    ],
    ['a host that is no name', { HOST: 'http://localhost', PORT: '34001' }, /^HOST=http:\/\/localhost is no address/],
    ['a data folder that is a file', { DATA_DIR: 'README.md' }, /of DATA_DIR cannot be opened .* name a folder/],
    [
      'a database that is a folder',
      { DATABASE_URL: 'docs' },
      /^The database file docs of DATABASE_URL .* It is a folder/,
    ],
    ['a database below a file', { DATABASE_URL: 'README.md/cais.db' }, /of DATABASE_URL .* name a folder/],
    ['a file that is no database', { DATABASE_URL: noDatabase() }, /of DATABASE_URL .*not a database.* It must be/],
    ['an address of another database', { DATABASE_URL: 'mysql://x' }, /^DATABASE_URL must .* not a "mysql:" address/],
    [
      'a database that is not there',
      { DATABASE_URL: 'postgres://a:hidden@127.0.0.1:1/cais' },
      /^The database of DATABASE_URL does not answer/,
    ],
    [
      'a database host that is not there',
      { DATABASE_URL: 'postgres://a:hidden@db.invalid/cais' },
      /^The database of DATABASE_URL does not answer/,
    ],
  ] as [string, Record<string, string>, RegExp][])
    test(`${what} ends the start with its variable and a remedy, without a stack or a secret`, async () => {
      const output = await outputOfFailure(env);
      assert.match(output, expected);
      assert.doesNotMatch(output, /\n\s+at |hidden/);
      assert.equal(output.trim().split('\n').length, 1);
    });

  test('a database that refuses the user or does not exist is told from one that is down', async (t) => {
    const url = process.env.TEST_DATABASE_URL;
    if (!url) return t.skip('there is no PostgreSQL');
    const missing = Object.assign(new URL(url), { pathname: '/no_such_database' });
    assert.match(await outputOfFailure({ DATABASE_URL: missing.href }), /DATABASE_URL .* Create the database/);
    const stranger = Object.assign(new URL(url), { username: 'nobody_here', password: 'hidden' });
    const output = await outputOfFailure({ DATABASE_URL: stranger.href });
    assert.match(output, /DATABASE_URL cannot be opened .* Correct the user/);
    assert.doesNotMatch(output, /hidden/);
  });

  test('a data folder that cannot hold the peppers is named, also beside a PostgreSQL', async (t) => {
    const url = process.env.TEST_DATABASE_URL;
    if (!url) return t.skip('there is no PostgreSQL');
    const database = await openPostgres(url);
    const output = await outputOfFailure({ DATABASE_URL: database.url, DATA_DIR: 'README.md' });
    assert.match(output, /^DATA_DIR=README\.md cannot be used .* name a folder/);
    await database.close();
  });

  test('a variable that is nearly a setting, and settings that contradict each other, are told, and do not end the start', async () => {
    const DATA_DIR = temporaryFolder();
    const portal = await startReadyMain({ DATA_DIR, PUBLICURL: 'https://portal.example', GUEST_RECORDS: '300000' });
    assert.match(portal.output(), /GUEST_RECORDS \(300000\) is more than TEAM_RECORDS/);
    assert.match(portal.output(), /PUBLICURL is no setting and has no effect\. Did you mean PUBLIC_URL\?/);
    await endMain(portal, 'SIGTERM');
  });
});

function noDatabase(): string {
  const file = join(temporaryFolder(), 'notes.txt');
  writeFileSync(file, 'This is no database. '.repeat(500));
  return file;
}
