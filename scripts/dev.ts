// `npm run dev`: the portal and the server behind one address, both with live reload. One language at a time: `npm run dev -- en`.

import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../server/net/free-port.ts';
import type { Portal } from '../server/settings/portal/read-portal.ts';
import { prepareReference } from './dev/prepare-reference.ts';
import { restartable } from './dev/restartable.ts';
import { serveBoth } from './dev/serve-both.ts';
import { watchPaths } from './dev/watch-portal.ts';
import { ensureTypes } from './ensure-types.ts';
import { getProgram, serverRoot } from './get-program.mjs';
import { onceOrphaned, root } from './run-child.mjs';
import { copyOwnGuides } from './site/guides/write-guides.ts';
import { readBuiltPortal } from './site/portal/portal-file.ts';
import { docusaurus } from './site/run-node.ts';
import { readSettings } from './site/settings.ts';

const port = Number(process.env.PORT ?? 3000);
const settings = readSettings(root);
const { portal: folder, specsPath, caisDir } = settings;
const specs = specsPath.split(':');
const [made, now] = [join(caisDir, 'dev'), join(caisDir, 'dev/now')];
const [serverPort, sitePort] = [await freePort(), await freePort()];
const env = { PUBLIC_URL: process.env.PUBLIC_URL ?? `http://localhost:${port}` };
const own = { ...env, CAIS_DIR: now, DOCUSAURUS_GENERATED_FILES_DIR_NAME: join(made, 'docusaurus') };

const start = [docusaurus, 'start', '--no-open', '--port', `${sitePort}`];
const site = restartable(() => [...start, '--locale', readPrepared().languages[0] ?? ''], root, own);
const serverEnv = { ...own, PORT: `${serverPort}` };
const server = restartable(() => [getProgram('server/main')], process.cwd(), serverEnv);

let isEnding = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());
onceOrphaned(() => void end());

// Listens on localhost only, like the server itself: proxied requests look local to it.
const both = serveBoth({ serverPort, sitePort });
both.listen(port, 'localhost');
await once(both, 'listening').catch((error: Error) => {
  console.error(`PORT ${port} cannot be used: ${error.message}`);
  process.exit(1);
});

let work = Promise.resolve();
let hasOrder = isOrdered();

// A package brings these types, and a server that does not change.
const isProject = serverRoot() === root;
if (isProject) await ensureTypes();
await Promise.all([server.restart(), turn()]);
watchPaths([join(folder, 'cais.config.ts'), ...specs], serveAgain);
if (isProject)
  watchPaths([...['server', 'wire', 'scripts/site', 'guides'].map((name) => join(root, name))], serveAgain);
watchPaths(
  ['docs', 'i18n', 'sidebars.ts'].map((name) => join(folder, name)),
  copyGuides,
);

function serveAgain(): void {
  void server.restart();
  void turn();
}

/** Before all else is made again: they are what is written with the page beside. */
function copyGuides(): void {
  const portal = existsSync(join(now, 'portal.json')) ? readPrepared() : undefined;
  for (const language of portal?.languages ?? [])
    copyOwnGuides({ ...settings, caisDir: now }, portal as Portal, language);
  void turn();
}

/** After a change: what is made of it is made again, one change after the other. */
function turn(): Promise<void> {
  work = work.then(async () => {
    if (isEnding) return;
    const prepared = await prepareReference(made, env, process.argv[2] ?? '');
    if (isEnding) return;
    if (prepared === 'faulty') return console.error('\nCorrect this, and save: nothing has to be started again.\n');
    const hadOrder = hasOrder;
    hasOrder = isOrdered();
    if (site.isRunning() && prepared !== 'restart' && hadOrder === hasOrder) return;
    tellReady();
    await site.restart();
  });
  return work;
}

/** Whether the portal has an order of its guides: where Docusaurus finds it is a setting. */
function isOrdered(): boolean {
  return existsSync(join(folder, 'sidebars.ts'));
}

/** The portal, as it was last without faults. */
function readPrepared(): Portal {
  return readBuiltPortal(now);
}

function tellReady(): void {
  console.log(`\n${readPrepared().name} with live reload at http://localhost:${port}/\n`);
}

async function end(): Promise<void> {
  isEnding = true;
  await Promise.all([site.end(), server.end()]);
  process.exit(0);
}
