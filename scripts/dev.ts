// `npm run dev`: the portal and the server behind one address, both with live reload. One language at a time: `npm run dev -- en`.

import { once } from 'node:events';
import { join, resolve } from 'node:path';
import type { Portal } from '../server/settings/portal/read-portal.ts';
import { portalFolders } from '../server/settings/portal-folders.mjs';
import { freePort } from '../server/testing/free-port.ts';
import { type Prepared, prepareReference } from './dev/prepare-reference.ts';
import { restartable } from './dev/restartable.ts';
import { serveBoth } from './dev/serve-both.ts';
import { watchPaths } from './dev/watch-portal.ts';
import { ensureTypes } from './ensure-types.ts';
import { root } from './run-child.mjs';
import { readBuiltPortal } from './site/portal/portal-file.ts';
import { hasGuides } from './site/portal-content.ts';

const port = Number(process.env.PORT ?? 3000);
const { portal, specsPath, caisDir } = portalFolders(process.env, root);
const specs = specsPath.split(':').map((folder) => resolve(root, folder));
const folder = resolve(root, caisDir, 'dev');
const [serverPort, sitePort] = [await freePort(), await freePort()];
const env = { PUBLIC_URL: process.env.PUBLIC_URL ?? `http://localhost:${port}` };
const own = { ...env, CAIS_DIR: join(folder, 'now'), DOCUSAURUS_GENERATED_FILES_DIR_NAME: join(folder, 'docusaurus') };

const docusaurus = ['node_modules/@docusaurus/core/bin/docusaurus.mjs', 'start', '--no-open', '--port', `${sitePort}`];
const site = restartable(() => [...docusaurus, '--locale', readPrepared().languages[0] ?? ''], own);
const server = restartable(() => ['server/main.ts'], { ...own, PORT: `${serverPort}` });

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());

// Listens on localhost only, like the server itself: proxied requests look local to it.
const both = serveBoth({ serverPort, sitePort });
both.listen(port, 'localhost');
await once(both, 'listening').catch((error: Error) => {
  console.error(`PORT ${port} cannot be used: ${error.message}`);
  process.exit(1);
});

let work = Promise.resolve();
let isStarted = false;
const settings = resolve(root, portal);
let guides = hasGuides(settings);

// What needs no documents starts with them.
await Promise.all([ensureTypes(), server.restart(), turn(true)]);
watchPaths([join(settings, 'cais.config.ts'), ...specs], () => void turn(true));
watchPaths([join(root, 'server'), join(root, 'scripts/site')], () => void turn(true));
watchPaths([join(settings, 'docs'), join(settings, 'sidebars.ts')], () => void turn(false));

/** After a change: what is made of it is made again, one change after the other. */
function turn(isServed: boolean): Promise<void> {
  work = work.then(async () => {
    const serving = isServed && isStarted ? server.restart() : undefined;
    const prepared: Prepared = await prepareReference(folder, env, process.argv[2] ?? '');
    await serving;
    if (prepared === 'faulty') return console.error('\nCorrect this, and save: nothing has to be started again.\n');
    const hasOthers = hasGuides(settings) !== guides;
    guides = hasGuides(settings);
    if (isStarted && prepared !== 'restart' && !hasOthers) return;
    if (!isStarted) tellReady();
    isStarted = true;
    await site.restart();
  });
  return work;
}

/** The portal, as it was last without faults. */
function readPrepared(): Portal {
  return readBuiltPortal(join(folder, 'now'));
}

function tellReady(): void {
  console.log(`\n${readPrepared().name} with live reload at http://localhost:${port}/\n`);
}

async function end(): Promise<void> {
  await Promise.all([site.end(), server.end()]);
  process.exit(0);
}
