import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from '../scripts/run-child.mjs';
import { readSettings } from '../scripts/site/settings.ts';
import { freePort } from '../server/net/free-port.ts';
import { basic, type Target } from './targets.ts';

/** Packages to compare with, downloaded once and not dependencies of the project. */
const packages = [
  '@stoplight/prism-cli@5.16.0',
  '@scalar/mock-server@0.14.4',
  '@hono/node-server@1.19.19',
  'json-server@0.17.4',
];
const document = resolve(root, 'specs/notas/openapi.yaml');

/** Prism, which returns the document's examples. */
export async function startPrism(): Promise<Target> {
  const port = await freePort();
  const { url, end } = await startPeer('@stoplight/prism-cli/dist/index.js', port, [
    'mock',
    '-p',
    String(port),
    document,
  ]);
  return { name: 'Prism', url: `${url}/customers`, headers: basic('key'), end };
}

/** Scalar's mock server, which stores created records. */
export async function startScalar(): Promise<Target> {
  const port = await freePort();
  const main = join(peersFolder(), 'scalar.mjs');
  writeFileSync(
    main,
    `import { readFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { createMockServer } from '@scalar/mock-server';
const { fetch } = await createMockServer({ document: readFileSync(process.argv[2], 'utf8') });
serve({ fetch, port: Number(process.argv[3]), hostname: '127.0.0.1' });
`,
  );
  const { url, end } = await startPeer('../scalar.mjs', port, [document, String(port)]);
  return { name: 'Scalar', url: `${url}/customers`, headers: basic('key'), end };
}

/** json-server, which stores records in a file. */
export async function startJsonServer(): Promise<Target> {
  const port = await freePort();
  const file = join(mkdtempSync(join(tmpdir(), 'cais-bench-')), 'db.json');
  writeFileSync(file, JSON.stringify({ customers: [] }));
  const options = ['--quiet', '--host', '127.0.0.1', '--port', String(port), file];
  const { url, end } = await startPeer('json-server/lib/cli/bin.js', port, options);
  return { name: 'json-server', url: `${url}/customers`, headers: {}, end };
}

function peersFolder(): string {
  const folder = join(readSettings(root).caisDir, 'peers');
  if (!existsSync(join(folder, 'node_modules'))) {
    mkdirSync(folder, { recursive: true });
    const quietly = ['--silent', '--ignore-scripts', '--no-save', '--prefix', folder];
    execFileSync('npm', ['install', ...quietly, ...packages], { stdio: 'inherit' });
  }
  return folder;
}

/** Starts a peer and waits until it responds. */
async function startPeer(main: string, port: number, options: string[]) {
  const child = spawn(process.execPath, [join(peersFolder(), 'node_modules', main), ...options], {
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; !(await fetch(url).catch(() => undefined)); tries++) {
    if (tries > 150 || child.exitCode !== null) throw new Error(`${main} does not start.`);
    await wait(200);
  }
  return {
    url,
    async end() {
      child.kill();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}
