import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { childEnvironment } from './testing/child-environment.ts';
import { addressOf, onServer } from './testing/postgres-template.ts';
import { startReceiver } from './testing/receiver.ts';
import { onlySpecs, type ServerProcess, startServerProcess } from './testing/server-process.ts';
import { describeOnDatabases } from './testing/test-databases.ts';
import { temporaryFolder } from './testing/test-specs.ts';

const customers = '/sandbox/notas/v1/customers';
const customer = { type: 'individual', name: 'Zoé', federal_tax_number: '52998224725', email: 'z@c.example' };

describeOnDatabases('A backup', (open) => {
  test('taken from a server that goes on writing brings back records, keys and the secrets of webhooks', async () => {
    const { kind, url, close } = await open();
    const [data, backup] = [join(temporaryFolder(), 'data'), join(temporaryFolder(), 'backup')];
    const env = { WEBHOOK_ALLOWED_HOSTS: '127.0.0.1', SPECS_PATH: onlySpecs('notas', 'platform') };
    const database = kind === 'sqlite' ? join(data, 'cais.db') : url;
    const first = await startServerProcess({ ...env, DATA_DIR: data, DATABASE_URL: database });
    const receiver = await startReceiver();
    const key = (await send(first, 'POST /platform/v1/guest_workspaces')).api_key.secret;
    const { id: endpoint, secret } = await send(first, 'POST /platform/v1/webhook_endpoints', key, {
      url: receiver.url,
      event_types: ['*'],
    });
    const { id } = await send(first, `POST ${customers}`, key, customer);

    const writing = keepWriting(first, key);
    if (kind === 'sqlite') await backUp(backup, { DATA_DIR: data });
    const written = await writing.stop();
    first.child.kill('SIGKILL');
    await first.ended;
    const restored = kind === 'sqlite' ? join(backup, 'cais.db') : await copyPostgres(url);
    if (kind === 'postgres') cpSync(join(data, 'key-peppers'), join(backup, 'key-peppers'));
    rmSync(data, { recursive: true });

    const second = await startServerProcess({ ...env, DATA_DIR: backup, DATABASE_URL: restored });
    assert.equal((await send(second, `GET ${customers}/${id}`, key)).name, 'Zoé');
    assert.equal((await send(second, `GET /platform/v1/webhook_endpoints/${endpoint}`, key)).url, receiver.url);
    assert.ok(written > 0, 'records were written meanwhile');
    receiver.received.length = 0;
    await send(second, `POST /platform/v1/webhook_endpoints/${endpoint}/test_events`, key, {});
    while (receiver.received.length === 0) await wait(20);
    for (const { body, headers } of receiver.received)
      new Webhook(secret).verify(body, headers as Record<string, string>);
    second.child.kill('SIGTERM');
    await second.ended;
    await receiver.close();
    await close();
    if (kind === 'postgres')
      await onServer(url.replace(/[^/]*$/, 'postgres'), `drop database ${restored.split('/').at(-1)}`);
  });
});

describe('npm run backup', () => {
  test('writes files that only their owner can read, and nothing into a folder that holds others', async () => {
    const [data, backup] = [join(temporaryFolder(), 'data'), join(temporaryFolder(), 'backup')];
    const server = await startServerProcess({ DATA_DIR: data, SPECS_PATH: onlySpecs('platform') });
    await backUp(backup, { DATA_DIR: data });
    const modes = ['', ...readdirSync(backup).sort()].map((name) => [
      name,
      (statSync(join(backup, name)).mode & 0o777).toString(8),
    ]);
    assert.deepEqual(modes, [
      ['', '700'],
      ['cais.db', '600'],
      ['key-peppers', '600'],
    ]);
    await assert.rejects(backUp(backup, { DATA_DIR: data }), /holds files already: name a new or empty folder/);
    server.child.kill('SIGTERM');
    await server.ended;
  });

  test('says what is missing or meant otherwise, and makes nothing', async () => {
    const folder = temporaryFolder();
    const backup = join(folder, 'backup');
    await assert.rejects(
      backUp(backup, { DATA_DIR: folder }),
      /There is no database at .*: set DATA_DIR or DATABASE_URL/,
    );
    await assert.rejects(backUp(backup, { DATABASE_URL: 'postgres://db/cais' }), /For PostgreSQL use pg_dump/);
    await assert.rejects(backUp('', {}), /Usage: npm run backup -- <folder>/);
    assert.ok(!existsSync(backup));
    mkdirSync(join(folder, 'data'));
    writeFileSync(
      join(folder, 'data/cais.db'),
      'no database, but long enough to be read as the head of one'.repeat(20),
    );
    await assert.rejects(backUp(backup, { DATA_DIR: join(folder, 'data') }), /not a database/);
    assert.deepEqual(readdirSync(backup), []);
  });
});

/** Runs the command as an operator does; rejects with what it printed. */
function backUp(folder: string, env: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const file = join(import.meta.dirname, 'backup.ts');
    const done = (error: Error | null, out: string, errors: string) =>
      error ? reject(new Error(errors)) : resolve(out);
    execFile(process.execPath, [file, folder], { env: childEnvironment(env) }, done);
  });
}

/** PostgreSQL's own copy of a database, which stands for pg_dump and pg_restore; returns its address. */
async function copyPostgres(url: string): Promise<string> {
  const name = new URL(url).pathname.slice(1);
  const server = addressOf(url, 'postgres');
  await onServer(server, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
  await onServer(server, `create database ${name}_restored template ${name}`);
  return addressOf(url, `${name}_restored`);
}

/** Creates customers one after the other; `stop` ends that and returns how many were confirmed. */
function keepWriting(server: ServerProcess, key: string) {
  let [stopped, count] = [false, 0];
  const done = (async () => {
    for (; !stopped; count++) await send(server, `POST ${customers}`, key, customer);
  })();
  return {
    stop: async () => {
      stopped = true;
      await done;
      return count;
    },
  };
}

/** Sends a request that succeeds, and returns the body of the response. */
// biome-ignore lint/suspicious/noExplicitAny: bodies of every shape.
async function send({ origin }: ServerProcess, request: string, key?: string, body?: unknown): Promise<any> {
  const [method = '', path = ''] = request.split(' ');
  const authorization = path.startsWith('/sandbox') ? `Basic ${btoa(`${key}:`)}` : `Bearer ${key}`;
  const response = await fetch(origin + path, {
    method,
    headers: { ...(key && { authorization }), ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  assert.ok(response.ok, `${request}: ${response.status}`);
  return response.json();
}
