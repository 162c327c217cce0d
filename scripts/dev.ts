// `npm run dev`: the portal and the server behind one address, both with live reload. One language at a time: `npm run dev -- en`.

import { watch } from 'node:fs';
import { createServer, type IncomingMessage, request } from 'node:http';
import { resolve } from 'node:path';
import { freePort } from '../server/net/free-port.ts';
import { sourceLocale } from '../server/settings/languages.ts';
import { readPortal } from '../server/settings/portal/read-portal.ts';
import { portalFolders } from '../server/settings/portal-folders.mjs';
import { projectNode, root, runChild } from './run-child.mjs';
import { isServed } from './served-addresses.ts';

const port = Number(process.env.PORT ?? 3000);
const specs = portalFolders(process.env).specsPath.split(':');
const { name, languages } = await readPortal(portalFolders(process.env).portal);
const [usual = sourceLocale] = languages;
const locale = process.argv[2] ?? usual;
const [serverPort, sitePort] = [await freePort(), await freePort()];
const env = { PUBLIC_URL: process.env.PUBLIC_URL ?? `http://localhost:${port}` };

await runNode(['scripts/generate-types.ts']);
await runNode(['scripts/prepare-site.ts']);
for (const folder of specs) watch(resolve(root, folder), { recursive: true }, debounce(prepareAgain));

const watched = ['server', ...specs].map((folder) => `--watch-path=${folder}`);
const site = ['node_modules/@docusaurus/core/bin/docusaurus.mjs', 'start', '--no-open', '--locale', locale];
// Listens on localhost only, like the server itself: proxied requests look local to it.
proxy().listen(port, 'localhost', () =>
  console.log(`\n${name} with live reload at http://localhost:${port}${locale === usual ? '/' : `/${locale}/`}\n`),
);
const ended = await Promise.race([
  runNode([...watched, 'server/main.ts'], { PORT: String(serverPort) }),
  runNode([...site, '--port', String(sitePort)]),
]);
process.exit(ended.interrupted ? 0 : (ended.code ?? 1));

function runNode(args: string[], more: NodeJS.ProcessEnv = {}) {
  return runChild(projectNode, ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', ...args], {
    env: { ...env, ...more },
  });
}

/** Docusaurus reloads when the watched pages are rewritten. */
async function prepareAgain(): Promise<void> {
  const { code } = await runNode(['scripts/prepare-site.ts']);
  if (code !== 0) console.error('The reference pages could not be written: see above.');
}

function debounce(run: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(run, 300);
  };
}

/** Forwards each request to the server or to Docusaurus; upgrades are Docusaurus' live-reload connections. */
function proxy() {
  const toward = (incoming: IncomingMessage) => {
    const path = new URL(incoming.url ?? '/', 'http://localhost').pathname;
    const { method, headers, url } = incoming;
    return request({ host: 'localhost', port: isServed(path) ? serverPort : sitePort, path: url, method, headers });
  };
  const server = createServer((incoming, reply) => {
    const outgoing = incoming.pipe(toward(incoming));
    outgoing.on('response', (response) => {
      reply.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(reply);
    });
    outgoing.on('error', () => reply.writeHead(502).end('Not ready yet: reload in a moment.'));
  });
  server.on('upgrade', (incoming, socket) => {
    const outgoing = toward(incoming);
    outgoing.on('upgrade', ({ headers }, other) => {
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('')}\r\n`);
      other.pipe(socket).pipe(other);
    });
    outgoing.on('error', () => socket.destroy());
    outgoing.end();
  });
  return server;
}
