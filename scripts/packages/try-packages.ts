// `npm run try:packages`: the packages as somebody has them who installs both, in an empty folder outside the project.
import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../server/net/free-port.ts';
import { projectNode } from '../run-child.mjs';
import { packPackages } from './pack-packages.ts';

const folder = mkdtempSync(join(tmpdir(), 'cais-try-'));
const command = join(folder, 'node_modules/.bin/cais');
const started: ChildProcess[] = [];
// Only what anybody has: no setting of the one who runs this, and the Node that the packages ask for.
const { HOME, PATH } = process.env;
const env = { HOME, PATH: `${dirname(projectNode)}${delimiter}${PATH}`, NO_COLOR: '1' };

before(async () => {
  const tarballs = await packPackages(mkdtempSync(join(folder, 'packed-')));
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...tarballs], {
    cwd: folder,
    stdio: 'inherit',
  });
});
after(() => {
  for (const child of started) if (child.exitCode === null) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

test('cais new writes a portal', () => {
  run('new', 'mine', '--language', 'en');
  assert.ok(existsSync(join(folder, 'mine/specs/orders/openapi.yaml')));
});

test('cais build builds its pages into its own folder, and writes nothing beside it', () => {
  run('build', 'mine');
  assert.ok(existsSync(join(folder, 'mine/.cais/site/reference/orders/list-orders.html')));
  assert.ok(!existsSync(join(folder, 'node_modules/cais-portal/.docusaurus')));
});

test('cais start serves its pages, in any folder, and its sandbox, which remembers', async () => {
  const portal = await start('start', '/');
  const page = await (await fetch(`${portal.url}/reference/orders/list-orders`)).text();
  assert.match(page, /<h1[^>]*>List orders/);
  const made = await fetch(`${portal.url}/platform/v1/guest_workspaces`, { method: 'POST' });
  const { api_key: key } = (await made.json()) as { api_key: { secret: string } };
  const headers = { authorization: `Bearer ${key.secret}`, 'content-type': 'application/json' };
  const orders = `${portal.url}/sandbox/orders/orders`;
  const sent = await fetch(orders, { method: 'POST', headers, body: JSON.stringify({ product: 'Green tea' }) });
  assert.equal(sent.status, 201);
  assert.match(await (await fetch(orders, { headers })).text(), /Green tea/);
  assert.equal(await portal.end(), 0);
});

test('cais dev serves a page whose scripts are compiled, and its server', async () => {
  const portal = await start('dev', folder);
  const script = await waitFor(`${portal.url}/main.js`);
  assert.match(script, /cais-portal\/src\/|OperationRoute/);
  assert.match(await waitFor(`${portal.url}/reference/orders`), /<div id="?__docusaurus/);
  await portal.end();
});

test('cais sandbox serves the document of the portal', () => {
  const check = `const r = await fetch(process.env.CAIS_API_URL + '/orders', { headers: { authorization: 'Bearer ' + process.env.CAIS_KEY } });
    console.log(r.status, (await r.json()).length > 1)`;
  const said = run('sandbox', 'mine', '--port', '0', '--', 'node', '--input-type=module', '-e', check);
  assert.match(said, /200 true/);
});

function run(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, env, encoding: 'utf8' });
  assert.equal(status, 0, stdout + stderr);
  return stdout;
}

/** Starts a portal from a folder, and waits until its server is ready: pages may have to be built for its address. */
async function start(name: string, cwd: string) {
  const port = await freePort();
  const child = spawn(command, [name, join(folder, 'mine'), '--port', String(port)], { cwd, env, stdio: 'inherit' });
  started.push(child);
  const ended = once(child, 'exit');
  const url = `http://localhost:${port}`;
  await waitFor(`${url}/readyz`);
  return {
    url,
    async end(): Promise<number | null> {
      child.kill('SIGTERM');
      const [code] = await ended;
      return code;
    },
  };
}

/** The text at an address, once it is there. */
async function waitFor(url: string): Promise<string> {
  for (let tries = 0; ; tries++) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return response.text();
    await response?.body?.cancel();
    if (tries > 600) throw new Error(`${url} did not respond within ten minutes.`);
    await wait(1000);
  }
}
