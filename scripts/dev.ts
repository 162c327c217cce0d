// `npm run dev`: the portal and the server behind one address, both with live reload. One language at a time: `npm run dev -- en`.

import { existsSync, watch } from 'node:fs';
import { createServer, type IncomingMessage, request } from 'node:http';
import { join, resolve } from 'node:path';
import { freePort } from '../server/net/free-port.ts';
import { sourceLocale } from '../server/settings/languages.ts';
import { readPortal } from '../server/settings/portal/read-portal.ts';
import { getProgram, nodeOfPrograms } from './get-program.mjs';
import { root, runChild } from './run-child.mjs';
import { isServed } from './served-addresses.ts';
import { copyOwnGuides } from './site/guides/write-guides.ts';
import { docusaurus } from './site/run-node.ts';
import { readSettings } from './site/settings.ts';

const port = Number(process.env.PORT ?? 3000);
const settings = readSettings(root);
const { portal: folder, caisDir, specsPath } = settings;
const specs = specsPath.split(':');
const portal = await readPortal(folder);
const { name, languages } = portal;
const [usual = sourceLocale] = languages;
const locale = process.argv[2] ?? usual;
const [serverPort, sitePort] = [await freePort(), await freePort()];
const env = { PUBLIC_URL: process.env.PUBLIC_URL ?? `http://localhost:${port}` };
// What the bundler keeps does not distinguish portals, so only the project's own uses it.
const cache = folder === resolve(root) ? {} : { DOCUSAURUS_NO_PERSISTENT_CACHE: '1' };
const siteEnv = { ...cache, DOCUSAURUS_GENERATED_FILES_DIR_NAME: join(caisDir, 'dev') };

// A package brings these types, and a server that does not change.
const [types, server] = ['scripts/generate-types.ts', 'server'].map((name) => join(root, name)) as [string, string];
if (existsSync(types)) await runNode([types]);
await runNode([getProgram('scripts/prepare-site')]);
for (const each of specs) watch(each, { recursive: true }, debounce(prepareAgain));
for (const own of ['docs', 'i18n'].map((name) => join(folder, name)).filter((each) => existsSync(each)))
  watch(own, { recursive: true }, debounce(copyGuides));

const watched = [...(existsSync(server) ? [server, join(root, 'wire')] : []), ...specs].map(
  (folder) => `--watch-path=${folder}`,
);
const site = [docusaurus, 'start', '--no-open', '--locale', locale];
// Listens on localhost only, like the server itself: proxied requests look local to it.
proxy().listen(port, 'localhost', () =>
  console.log(`\n${name} with live reload at http://localhost:${port}${locale === usual ? '/' : `/${locale}/`}\n`),
);
const ended = await Promise.race([
  runNode([...watched, getProgram('server/main')], { PORT: String(serverPort) }),
  runNode([...site, '--port', String(sitePort)], siteEnv, root),
]);
process.exit(ended.interrupted ? 0 : (ended.code ?? 1));

function runNode(args: string[], more: NodeJS.ProcessEnv = {}, cwd = process.cwd()) {
  return runChild(nodeOfPrograms(), ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', ...args], {
    env: { ...env, ...more },
    cwd,
  });
}

/** Docusaurus reloads when the watched pages are rewritten. */
async function prepareAgain(): Promise<void> {
  const { code } = await runNode([getProgram('scripts/prepare-site')]);
  if (code !== 0) console.error('The reference pages could not be written: see above.');
}

/** Docusaurus reads copies of the portal's own guides. */
function copyGuides(): void {
  for (const each of languages) copyOwnGuides(settings, portal, each);
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
