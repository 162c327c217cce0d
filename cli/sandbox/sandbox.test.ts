import assert from 'node:assert/strict';
import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import { after, describe, test } from 'node:test';
import { type CaisSandbox, killCais, runCais, spawnCais, startCaisSandbox } from '../../server/testing/cais-process.ts';
import { temporaryFolder, writeSpecs } from '../../server/testing/test-specs.ts';

const library = resolve('e2e/specs/biblioteca');

/** A stranger's document that says nothing of servers or keys (a case after a public bug report). */
const account = `openapi: 3.1.0
info: {title: T, version: "1"}
paths:
  /account/keys:
    get: {operationId: l, responses: {"200": {description: x, content: {application/json: {schema: {type: object, properties: {ssh_keys: {type: array, items: {$ref: "#/components/schemas/T"}}}}}}}}}
    post: {operationId: a, requestBody: {content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}, responses: {"201": {description: x, content: {application/json: {schema: {$ref: "#/components/schemas/T"}}}}}}
components: {schemas: {T: {type: object, properties: {id: {type: integer}, name: {type: string}}}}}
`;

const reader = { nome: 'Ana Lima', email: 'ana@correio.example' };

function write(name: string, text: string): string {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, text);
  return file;
}

async function call(url: string, { headers = {}, body }: { headers?: Record<string, string>; body?: unknown } = {}) {
  const response = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, text, location: response.headers.get('location') };
}

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
