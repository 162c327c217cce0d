import assert from 'node:assert/strict';
import { once } from 'node:events';
import { cpSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { type CaisSandbox, killCais, runCais, spawnCais, startCaisSandbox } from '../../server/testing/cais-process.ts';
import { account, call, library, reader, write } from '../../server/testing/sandbox-documents.ts';
import { temporaryFolder, writeSpecs } from '../../server/testing/test-specs.ts';

const withKey = ({ ready }: CaisSandbox) => ({ 'x-chave-biblioteca': ready.key });

describe('cais sandbox', () => {
  after(killCais);

  test('serves one document below the path of its server and at the root, and remembers', async () => {
    const sandbox = await startCaisSandbox([library]);
    const [api] = sandbox.ready.apis;
    assert.equal(api?.url, `${sandbox.ready.url}/biblioteca/v2`);
    assert.equal((await call(`${api?.url}/leitores`)).status, 401);
    const headers = withKey(sandbox);
    const made = await call(`${api?.url}/leitores`, { headers, body: reader });
    assert.equal(made.status, 201, made.text);
    for (const place of ['/biblioteca/v2', '', '/sandbox/biblioteca']) {
      const { status, text } = await call(`${sandbox.ready.url}${place}/leitores`, { headers });
      assert.deepEqual([status, text.includes(reader.nome)], [200, true], place);
    }
    assert.equal((await call(`${sandbox.ready.url}/nothing`, { headers })).status, 404);
    assert.equal(await sandbox.end(), 0);
  });

  test('lists its APIs at its address, as text or JSON', async () => {
    const sandbox = await startCaisSandbox([library]);
    const { url, apis } = sandbox.ready;
    assert.match((await call(url)).text, /^Biblioteca de Porto das Águas 2\.3\.0: http:.*\/biblioteca\/v2$/m);
    const listed = JSON.parse((await call(url, { headers: { accept: 'application/json' } })).text);
    assert.deepEqual([listed.apis[0].url, listed.platform_url], [apis[0]?.url, sandbox.ready.platform_url]);
    await sandbox.end();
  });

  test('takes a file under any name, and leaves nothing behind after Ctrl-C', async () => {
    const TMPDIR = temporaryFolder();
    const sandbox = await startCaisSandbox([write('keys of accounts.yml', account)], { env: { TMPDIR } });
    assert.equal(sandbox.ready.apis[0]?.slug, 'keys-of-accounts');
    const headers = { authorization: `Bearer ${sandbox.ready.key}` };
    assert.equal((await call(`${sandbox.ready.url}/account/keys`, { headers, body: { name: 'a' } })).status, 201);
    const below = `${sandbox.ready.url}/sandbox/keys-of-accounts`;
    assert.equal((await call(`${below}/account/keys`, { headers })).status, 200);
    assert.equal(readdirSync(TMPDIR).length, 1);
    assert.equal(await sandbox.end('SIGINT'), 0);
    assert.deepEqual(readdirSync(TMPDIR), []);
  });

  test('keeps data and key in a folder, if told to', async () => {
    const data = join(temporaryFolder(), 'data');
    const first = await startCaisSandbox([library, '--data', data]);
    await call(`${first.ready.url}/leitores`, { headers: withKey(first), body: reader });
    assert.equal(await first.end('SIGTERM'), 0);
    const second = await startCaisSandbox([library, '--data', data]);
    assert.equal(second.ready.key, first.ready.key);
    assert.ok((await call(`${second.ready.url}/leitores`, { headers: withKey(first) })).text.includes(reader.nome));
    await second.end();
  });

  test('serves the APIs of a folder by their names, and leaves out one with faults', async () => {
    const folder = writeSpecs({ Chaves: { 'swagger.json': JSON.stringify({ openapi: '3.1.0' }) } });
    cpSync(library, join(folder, 'biblioteca'), { recursive: true });
    const sandbox = await startCaisSandbox([folder, write('keys.yaml', account)]);
    const { apis, faulty, url, key } = sandbox.ready;
    assert.deepEqual([apis.map(({ slug }) => slug).sort(), faulty], [['biblioteca', 'keys'], ['chaves']]);
    const headers = { authorization: `Bearer ${key}` };
    assert.equal((await call(`${url}/sandbox/keys/account/keys`, { headers })).status, 200);
    assert.match(sandbox.errors(), /chaves is left out: \S*Chaves\/swagger\.json:1 /);
    await sandbox.end();
    const alone = await runCais(['sandbox', join(folder, 'Chaves'), '--port', '0']);
    assert.deepEqual([alone.code, alone.stdout], [1, '']);
    assert.match(alone.stderr, /Chaves\/swagger\.json:1 /);
  });

  test('begins with the data of a file, and goes back to it at a reset', async () => {
    const seed = write('data.yaml', 'keys:\n  - {id: 7, name: first}\n');
    const sandbox = await startCaisSandbox([write('keys.yaml', account), '--seed', seed, '--no-auth']);
    const { url, platform_url } = sandbox.ready;
    const names = async () =>
      JSON.parse((await call(`${url}/account/keys`)).text).ssh_keys.map((each: { name: string }) => each.name);
    assert.deepEqual(await names(), ['first']);
    await call(`${url}/account/keys`, { body: { name: 'second' } });
    assert.deepEqual((await names()).sort(), ['first', 'second']);
    for (let round = 0; round < 320; round++)
      assert.equal((await fetch(`${platform_url}/workspace/reset`, { method: 'POST' })).status, 204, `reset ${round}`);
    assert.deepEqual(await names(), ['first']);
    await sandbox.end();
  });

  test('runs a command beside itself and ends with its exit code', async () => {
    const script =
      'fetch(process.env.CAIS_API_URL + "/livros", {headers: {"X-Chave-Biblioteca": process.env.CAIS_KEY}})' +
      '.then(({status}) => { console.log(status); process.exit(7); })';
    const { code, stdout } = await runCais(['sandbox', library, '--port', '0', '--', process.execPath, '-e', script]);
    assert.deepEqual([code, stdout], [7, '200\n']);
    const missing = await runCais(['sandbox', library, '--port', '0', '--', 'no-such-command']);
    assert.deepEqual([missing.code, missing.stderr], [127, 'no-such-command could not be started (ENOENT).\n']);
  });

  test('ends after the command beside it when it is told to, with its exit code', async () => {
    const script = 'console.log(process.pid); setInterval(() => {}, 1000)';
    const child = spawnCais(['sandbox', library, '--port', '0', '--', process.execPath, '-e', script]);
    const ended = once(child, 'exit');
    const [pid] = await once(child.stdout, 'data');
    child.kill('SIGTERM');
    assert.deepEqual(await ended, [143, null]);
    assert.throws(() => process.kill(Number(pid), 0), { code: 'ESRCH' });
  });

  test('says what to do when its port is taken', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, done));
    const { port } = other.address() as { port: number };
    const { code, stderr } = await runCais(['sandbox', library, '--port', String(port)]);
    other.close();
    assert.deepEqual(
      [code, stderr],
      [1, `Port ${port} is in use. Choose another with --port; --port 0 takes any that is free.\n`],
    );
  });
});
