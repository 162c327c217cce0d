import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { runChild } from '../../scripts/run-child.mjs';
import { locales } from '../../server/settings/languages.ts';
import { ownExtension } from '../../server/settings/own-extension.ts';
import { readPortal } from '../../server/settings/portal/read-portal.ts';
import { portalFolders } from '../../server/settings/portal-folders.mjs';
import { findUsualFile } from '../../server/settings/usual-file.mjs';
import { type Command, defineCommand } from '../command.ts';
import { getPages } from './get-pages.ts';

const more = `A portal is a folder, as cais new writes it: the named one, else this one, in a clone of Cais else its own.
Settings are variables of the environment; the README lists them.`;

const port = { type: 'string', short: 'p', value: 'number', help: 'Port to listen on (PORT, else 3000)' } as const;

/** `cais start`: the portal, built where something has changed, and its server. */
export const start = defineCommand({
  name: 'start',
  summary: 'Builds the portal where something has changed, and serves it',
  usage: '[<portal>] [options]',
  most: 1,
  options: { port },
  more,
  run: ({ values, positionals }) => runScript('start.mjs', [], values.port, positionals[0]),
});

/** `cais build`: the portal, from scratch. */
export const build: Command = defineCommand({
  name: 'build',
  summary: 'Builds the portal from scratch',
  usage: '[<portal>]',
  most: 1,
  options: {},
  more,
  run: ({ positionals }) => runScript('ensure-site.mjs', [], undefined, positionals[0]),
});

/** `cais dev`: the portal with live reload. */
export const dev = defineCommand({
  name: 'dev',
  summary: 'Serves the portal for work, and reloads what changes',
  usage: '[<portal>] [options]',
  most: 1,
  more,
  options: {
    port,
    language: { type: 'string', value: 'code', help: `One language at a time: ${locales.join(', ')}` },
  },
  run: ({ values, positionals }) =>
    runScript(`dev${ownExtension}`, values.language ? [values.language] : [], values.port, positionals[0]),
});

// Some folders of the project have no package.json that says of their modules what they are.
const noTypeWarning = '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON';

/** Scripts are told the portal and its folders in full, by their names from here: what builds pages may be anywhere. */
async function runScript(name: string, args: string[], port: string | undefined, portal?: string): Promise<number> {
  const pages = getPages();
  const script = join(pages, 'scripts', name);
  const folders = namedFolders(findPortal(pages, portal));
  // Faults of the folder or its settings are told before anything is begun.
  await readPortal(portalFolders({ ...process.env, ...folders }, pages).portal);
  const env = { ...(port !== undefined && { PORT: port }), ...folders };
  const { code, interrupted } = await runChild(process.execPath, [noTypeWarning, script, ...args], {
    env,
    cwd: process.cwd(),
  });
  return code ?? (interrupted ? 0 : 1);
}

/** What was typed, or this folder, if it is a portal, or that of the project. */
function findPortal(pages: string, named = process.env.PORTAL): string {
  const isPortal = (folder: string) =>
    ['cais.config.ts', 'specs'].some((own) => existsSync(join(folder, own))) || findUsualFile(folder) !== undefined;
  const found = named ?? ['.', pages].find(isPortal);
  if (found !== undefined) return found;
  throw new Error('This folder is no portal. Name one, or write one to begin with: cais new my-portal');
}

/** Settings that name folders. */
function namedFolders(portal: string) {
  const { SPECS_PATH, DATA_DIR, CAIS_DIR } = process.env;
  const paths = SPECS_PATH?.split(delimiter).filter(Boolean);
  return {
    PORTAL: resolve(portal),
    ...(paths && { SPECS_PATH: paths.map((path) => resolve(path)).join(delimiter) }),
    ...(DATA_DIR && { DATA_DIR: resolve(DATA_DIR) }),
    ...(CAIS_DIR && { CAIS_DIR: resolve(CAIS_DIR) }),
  };
}
